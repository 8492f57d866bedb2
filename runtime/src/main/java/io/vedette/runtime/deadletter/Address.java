package io.vedette.runtime.deadletter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a dead letter lies; written {@code enrich:0:17}.
 *
 * @param service whose dead letters they are: {@code ingest}, {@code enrich} or {@code alerts}
 */
public record Address(String service, int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("([a-z]+):(\\d{1,9}):(\\d{1,18})");

    /** @throws IllegalArgumentException if it is written in another form */
    public static Address parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no dead letter; they are named as \"vedette deadletters list\" does, enrich:0:17");
        }
        return new Address(form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3)));
    }

    @Override
    public String toString() {
        return service + ":" + partition + ":" + offset;
    }
}
