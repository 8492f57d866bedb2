package io.vedette.app.demo;

import io.vedette.runtime.json.Json;
import io.vedette.seeds.Seeds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The articles that Vedette comes with. */
final class SeedArticles {

    private SeedArticles() {}

    /**
     * One of them.
     *
     * @param title the headline
     * @param json as it is posted
     */
    record SeedArticle(String title, String json) {}

    /** All of them, file by file, line by line. */
    static List<SeedArticle> all() throws IOException {
        List<SeedArticle> articles = new ArrayList<>();
        for (String file : Seeds.list("articles")) {
            if (file.endsWith(".jsonl")) {
                articles.addAll(read(file));
            }
        }
        return articles;
    }

    private static List<SeedArticle> read(String file) throws IOException {
        List<SeedArticle> articles = new ArrayList<>();
        try (InputStream in = Seeds.open(file)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    articles.add(new SeedArticle(
                            Json.MAPPER.readTree(line).path("title").asText("(no headline)"), line));
                }
            }
        }
        return articles;
    }
}
