package io.vedette.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.bench.ArticleFiles;
import io.vedette.runtime.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Of pages whose gold carries {@code published}, {@code title} or {@code byline}, how many were found.  A date is found if it
 * is the same moment, a title if it is the same but for marks, or one lies within the other, as it does where only one of
 * them has the outlet's name; authors if the gold names one of them.
 */
final class FoundFacts {

    private static final Target DATES = Target.atLeast("published date", "found", 0.95);
    private static final Target TITLES = Target.atLeast("title, with or without the outlet", "found", 0.98);
    private static final Target AUTHORS = Target.atLeast("author", "found", 0.80);

    /** In letters: what has an outlet behind it, such as a headline of one word. */
    private static final int SHORTEST_TITLE = 4;

    /** In letters: what lies anywhere within the other. */
    private static final int SHORTEST_PART = 8;

    private final Map<Target, Integer> found = new HashMap<>();
    private final Map<Target, Integer> wanted = new HashMap<>();

    private FoundFacts() {}

    static FoundFacts compare(Path gold, Path predictions) throws IOException {
        Map<String, JsonNode> said = new HashMap<>();
        try (BufferedReader lines = ArticleFiles.open(predictions)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode page = Json.MAPPER.readTree(line);
                said.put(page.path("id").asText(), page);
            }
        }
        FoundFacts facts = new FoundFacts();
        try (BufferedReader lines = ArticleFiles.open(gold)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode page = Json.MAPPER.readTree(line);
                facts.add(page, said.getOrDefault(page.path("id").asText(), Json.MAPPER.createObjectNode()));
            }
        }
        return facts;
    }

    void report(Report report, String task, String file) {
        for (Target target : new Target[] {DATES, TITLES, AUTHORS}) {
            int all = wanted.getOrDefault(target, 0);
            if (all > 0) {
                report.figure(task, file, target, (double) found.getOrDefault(target, 0) / all);
            }
        }
    }

    private void add(JsonNode gold, JsonNode said) {
        String date = gold.path("published").asText("");
        if (!gold.path("published").isNull() && !date.isEmpty()) {
            count(DATES, sameMoment(date, said.path("published").asText("")));
        }
        String title = letters(gold.path("title").asText(""));
        if (!gold.path("title").isNull() && !title.isEmpty()) {
            count(TITLES, within(title, letters(said.path("title").asText(""))));
        }
        String byline = letters(gold.path("byline").asText(""));
        if (!gold.path("byline").isNull() && !byline.isEmpty()) {
            boolean any = false;
            for (JsonNode author : said.path("authors")) {
                any |= !letters(author.asText()).isEmpty() && byline.contains(letters(author.asText()));
            }
            count(AUTHORS, any);
        }
    }

    private void count(Target target, boolean hit) {
        wanted.merge(target, 1, Integer::sum);
        found.merge(target, hit ? 1 : 0, Integer::sum);
    }

    private static boolean within(String a, String b) {
        String one = a.length() < b.length() ? a : b;
        String other = a.length() < b.length() ? b : a;
        return one.length() >= SHORTEST_PART && other.contains(one)
                || one.length() >= SHORTEST_TITLE && other.startsWith(one)
                || one.equals(other);
    }

    /** Some of the gold has no zone, or no time. */
    private static boolean sameMoment(String gold, String said) {
        try {
            return OffsetDateTime.parse(gold)
                    .toInstant()
                    .equals(OffsetDateTime.parse(said).toInstant());
        } catch (DateTimeException e) {
            int day = "2026-11-23".length();
            return said.length() >= day && gold.startsWith(said.substring(0, day));
        }
    }

    private static String letters(String s) {
        return s.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }
}
