package io.vedette.text.watch.query;

import io.vedette.text.MentionKind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How to write in a query what one has in mind. */
public final class Written {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_][\\p{L}\\p{M}\\p{N}_.-]*");
    private static final Pattern QUOTE = Pattern.compile("[\"„“”«»‟]");

    private Written() {}

    /** A value behind the colon of a field, in quotation marks where it needs them. */
    public static String value(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !text.endsWith(".");
        return plain ? text : '"' + QUOTE.matcher(text).replaceAll(" ").strip() + '"';
    }

    /**
     * An actor or place behind the colon of its field: by name if whoever reads that takes it for this one and no other, and
     * by id otherwise.
     *
     * @param entities those that the query will be read with
     */
    public static String of(Completion completion, Entities entities) {
        Described entity = completion.entity();
        MentionKind kind = entity.type().kind();
        Names names = new Names(entities);
        for (String name : new String[] {completion.name(), entity.name()}) {
            if (names.of(kind, name, true).chosen().equals(Set.of(entity.id()))) {
                return value(name);
            }
        }
        return Names.ID + entity.id();
    }

    /** Where it is, or what it is of, to tell it from others of its name: "settlement in Zaporizhzhia, Ukraine". */
    public static String told(Described entity, Entities entities) {
        String type = entity.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String whereabouts = entities.whereabouts(entity.id());
        String country = entity.country() == null ? "" : entity.country();
        String where = whereabouts.isEmpty() ? country : whereabouts;
        return where.isEmpty() ? type : type + " in " + where;
    }
}
