package io.vedette.ingest.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Lines that stand in articles without being part of them: "Advertisement", "Read more: ...", calls to subscribe, notes of
 * copyright, credits of pictures.  The phrases are in {@code small-print.tsv}.
 */
final class SmallPrint {

    private static final SmallPrint PHRASES = read("small-print.tsv");

    /** In characters; a paragraph that is longer says something, however it begins. */
    private static final int LONGEST = 200;

    private static final Pattern AROUND = Pattern.compile("^[\\s\\[(*>•|–—-]+|[\\s\\])*.!|–—-]+$");

    private final Set<String> whole = new HashSet<>();
    private final List<String> beginnings = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    private SmallPrint() {}

    /**
     * The lines of a text that are not small print.
     *
     * @param removed takes the others
     */
    static String removeFrom(String text, Consumer<String> removed) {
        StringBuilder kept = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            if (PHRASES.has(line)) {
                removed.accept(line);
            } else {
                kept.append(line).append('\n');
            }
        }
        return kept.toString().strip();
    }

    private boolean has(String line) {
        if (line.isEmpty() || line.length() > LONGEST) {
            return false;
        }
        String plain = AROUND.matcher(line).replaceAll("").toLowerCase(Locale.ROOT);
        return whole.contains(plain)
                || beginnings.stream().anyMatch(plain::startsWith)
                || ends.stream().anyMatch(plain::endsWith);
    }

    private static SmallPrint read(String resource) {
        SmallPrint phrases = new SmallPrint();
        try (InputStream in = Objects.requireNonNull(SmallPrint.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(phrases::add);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can't be read", e);
        }
        return phrases;
    }

    private void add(String line) {
        String[] columns = line.split("\t", 2);
        switch (columns[0]) {
            case "is" -> whole.add(columns[1]);
            case "begins" -> beginnings.add(columns[1]);
            case "ends" -> ends.add(columns[1]);
            default -> throw new IllegalStateException("small-print.tsv has the unknown kind " + columns[0]);
        }
    }
}
