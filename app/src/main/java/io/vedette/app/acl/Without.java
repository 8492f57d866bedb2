package io.vedette.app.acl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What happens without a permission.  It stands in a table that a test has measured, by taking each permission away in turn;
 * what is alike, such as the changelogs of an application, is one row.
 */
public final class Without {

    private static final Pattern STREAMS = Pattern.compile("(?:\\w+-.*-)?(changelog|repartition|application)(?: .*)?");
    private static final Map<String, Row> ROWS = read();

    private Without() {}

    /** When it shows that a permission is missing. */
    public enum Effect {
        /** The service does not become ready. */
        START("fails at start"),
        /** It is ready, and does not do its work, or not all of it, once there is some. */
        FIRST_USE("fails at first use"),
        /** It does its work, and a warning is all that tells. */
        WARNING("only warns"),
        /** Nothing tells: what is not done shows later, or never, or is done in another way. */
        SILENT("says nothing");

        private final String words;

        Effect(String words) {
            this.words = words;
        }

        /** For a sentence whose subject is the service. */
        public String words() {
            return words;
        }
    }

    /**
     * A row of the table.
     *
     * @param kind of the permission, see {@link Without#kind}
     * @param sign how it shows
     */
    public record Row(String kind, Effect effect, String sign) {

        /** As it stands in the table. */
        public String line() {
            return kind + "\t" + effect + "\t" + sign;
        }

        private static Row of(String line) {
            String[] cells = line.split("\t", 3);
            return new Row(cells[0], Effect.valueOf(cells[1]), cells[2]);
        }
    }

    /** What happens to the service of that permission without it; empty where nobody has tried. */
    public static Optional<Row> of(Grant grant) {
        return Optional.ofNullable(ROWS.get(kind(grant)));
    }

    /**
     * The same for all permissions that are alike: who, what kind of thing, which, and what is done with it.  What Kafka
     * Streams does for itself is the same whoever runs it.
     */
    public static String kind(Grant grant) {
        String type = grant.permission().resource().resourceType().name().toLowerCase(Locale.ROOT);
        String label = grant.permission().label();
        Matcher streams = STREAMS.matcher(label);
        if (streams.matches()) {
            return "streams " + type + " " + streams.group(1) + " "
                    + grant.permission().operation();
        }
        String generic = label.replaceFirst("^source .*", "source *")
                .replaceFirst("^alerts\\.(?!(json|dead-letters)$).*", "alerts.*");
        return grant.role().label() + " " + type + " " + generic + " "
                + grant.permission().operation();
    }

    /** The kinds of permissions that were tried without. */
    static Set<String> kinds() {
        return ROWS.keySet();
    }

    private static Map<String, Row> read() {
        try (InputStream table = Objects.requireNonNull(
                        Without.class.getResourceAsStream("without.tsv"), "without.tsv is not on the class path");
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, UTF_8))) {
            List<Row> rows = lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Row::of)
                    .toList();
            return rows.stream().collect(Collectors.toMap(Row::kind, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
