package io.vedette.alerts.watch;

import io.vedette.runtime.access.Tenant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A watch as its author writes it, with every part in order except perhaps the query, which is checked when it is
 * compiled.  Immutable.
 *
 * @param id what it goes by: 1 to 200 letters, digits, {@code . _ -}, the first a letter or digit
 * @param title what a person calls it, at most 500 characters; the id where none is given
 * @param query the question, in the watch language
 * @param severity how much its alerts matter
 * @param options what it may have beside these
 */
public record WatchDefinition(String id, String title, String query, Severity severity, WatchOptions options) {

    private static final Pattern ID = Pattern.compile("([^:]*:)?[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final int TITLE_LIMIT = 500;

    /** @throws IllegalArgumentException if a part is wrong: its name, what is wrong with it and what to write */
    public WatchDefinition {
        if (!ID.matcher(id).matches() || (id.contains(":") && Tenant.ofWatch(id).isHouse())) {
            throw new IllegalArgumentException("id: \"" + id
                    + "\" can't be used; write 1 to 200 letters, digits, . _ or -, the first a letter or digit;"
                    + " in front of it, with a colon, may stand the name of a tenant");
        }
        if (title.length() > TITLE_LIMIT) {
            throw new IllegalArgumentException(
                    "title: has " + title.length() + " characters; write at most " + TITLE_LIMIT);
        }
        if (query.isBlank()) {
            throw new IllegalArgumentException(
                    "query: is empty; write what to watch for, for example \"supply routes\"");
        }
    }

    /** A watch that has nothing beside these. */
    public WatchDefinition(String id, String title, String query, Severity severity) {
        this(id, title, query, severity, WatchOptions.NONE);
    }

    /**
     * Puts the parts together as they were found, some perhaps not there.
     *
     * @throws IllegalArgumentException if a part is missing that must be there, or is wrong
     */
    public static WatchDefinition of(
            @Nullable String id, @Nullable String title, @Nullable String query, @Nullable String severity) {
        if (id == null) {
            throw new IllegalArgumentException("id: is missing; give the watch a name of its own");
        }
        if (query == null) {
            throw new IllegalArgumentException("query: is missing; write what to watch for");
        }
        return new WatchDefinition(
                id,
                title == null || title.isBlank() ? id : title.strip(),
                query.strip(),
                severity == null ? Severity.INFO : Severity.of(severity));
    }
}
