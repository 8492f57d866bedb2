package io.vedette.runtime.access;

import io.javalin.security.RouteRole;
import java.util.Locale;

/** What a key or token is good for.  {@link #ADMIN} includes the others; those include nothing but themselves. */
public enum Scope implements RouteRole {
    /** Looks at everything but keys and the audit log. */
    READ,
    /** Changes watches, sources, deliveries and feedback. */
    WRITE,
    /** Sends articles. */
    INGEST,
    /** Makes and revokes keys, and whatever the others do. */
    ADMIN;

    /** As people write it: {@code read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The scope of that word.
     *
     * @throws IllegalArgumentException if there is none; the message says which there are
     */
    public static Scope of(String word) {
        for (Scope scope : values()) {
            if (scope.word().equals(word)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" is no scope; give read, write, ingest or admin");
    }
}
