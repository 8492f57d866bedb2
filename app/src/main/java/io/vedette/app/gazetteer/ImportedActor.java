package io.vedette.app.gazetteer;

import java.util.LinkedHashSet;
import java.util.Set;

/** An actor on its way from another format into a row of ours; lists grow as further lines tell of the same actor. */
final class ImportedActor {

    /** As the first line of a file of actors has it. */
    static final String HEADER = "# id\ttype\tcountry\tname\taliases\tvalid-from\tvalid-to\trole";

    private final String id;
    private final Set<String> aliases = new LinkedHashSet<>();
    private String type = "";
    private String country = "";
    private String name = "";
    private String from = "";
    private String to = "";
    private String role = "";

    ImportedActor(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean hasType() {
        return !type.isEmpty();
    }

    ImportedActor type(String value) {
        type = type.isEmpty() ? clean(value) : type;
        return this;
    }

    ImportedActor country(String value) {
        country = country.isEmpty() ? clean(value) : country;
        return this;
    }

    ImportedActor name(String value) {
        name = name.isEmpty() ? clean(value) : name;
        return this;
    }

    ImportedActor valid(String first, String last) {
        from = from.isEmpty() ? day(first) : from;
        to = to.isEmpty() ? day(last) : to;
        return this;
    }

    ImportedActor role(String value) {
        role = role.isEmpty() ? clean(value) : role;
        return this;
    }

    ImportedActor alias(String value) {
        String alias = clean(value).replace('|', ' ');
        if (!alias.isEmpty()) {
            aliases.add(alias);
        }
        return this;
    }

    /** The row, its cells parted by tabs. */
    String line() {
        aliases.remove(name);
        String row = String.join("\t", id, type, country, name, String.join("|", aliases), from, to, role);
        return row.stripTrailing();
    }

    /** Tabs and line breaks would break the row. */
    private static String clean(String value) {
        return value.replaceAll("\\s+", " ").strip();
    }

    /** The day of a time in ISO 8601, or as given. */
    private static String day(String value) {
        String time = clean(value);
        return time.length() > 10 && time.charAt(10) == 'T' ? time.substring(0, 10) : time;
    }
}
