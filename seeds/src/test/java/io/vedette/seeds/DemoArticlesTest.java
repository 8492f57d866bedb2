package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vedette.text.MentionKind;
import io.vedette.text.article.ArticleDate;
import io.vedette.text.article.CanonicalUrl;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.Entities;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoArticlesTest {

    @Test
    void everyArticleHasAllThatADemoShows() throws Exception {
        List<JsonNode> articles = articles();

        assertThat(articles).hasSizeGreaterThan(12);
        assertThat(articles).extracting(article -> article.get("id").asText()).doesNotHaveDuplicates();
        assertThat(articles).allSatisfy(article -> {
            assertThat(article.get("title").asText()).isNotBlank();
            assertThat(article.get("source").asText()).isNotBlank();
            assertThat(ArticleDate.read(article.get("date").asText())).isPresent();
            assertThat(article.get("url").asText()).startsWith("https://example.org/");
            assertThat(CanonicalUrl.of(article.get("url").asText())).isPresent();
            assertThat(article.get("text").asText().split("\\s+")).hasSizeGreaterThan(150);
        });
    }

    @Test
    void theFirstOneIsTheSeedArticle() throws Exception {
        try (InputStream seed = Seeds.open("articles/seed-article.txt")) {
            String text = new String(seed.readAllBytes(), StandardCharsets.UTF_8).strip();

            assertThat(articles().get(0).get("text").asText()).isEqualTo(text);
        }
    }

    @Test
    void everyStarterWatchCanBeParsed() throws Exception {
        try (InputStream file = Seeds.open("watches/starter.yaml")) {
            JsonNode watches = new YAMLMapper().readTree(file);

            assertThat(watches).hasSizeGreaterThan(10);
            assertThat(watches).extracting(watch -> watch.get("id").asText()).doesNotHaveDuplicates();
            assertThat(watches).allSatisfy(watch -> {
                assertThat(watch.get("title").asText()).isNotBlank();
                assertThat(watch.get("severity").asText()).isIn("INFO", "WARNING", "CRITICAL");
                assertThat(WatchQuery.compile(watch.get("query").asText(), new EveryName())
                                .toString())
                        .isEqualTo(watch.get("query").asText());
            });
        }
    }

    private static List<JsonNode> articles() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Seeds.open("articles/demo.jsonl"), StandardCharsets.UTF_8))) {
            return json.readerFor(JsonNode.class).<JsonNode>readValues(lines).readAll();
        }
    }

    /** Knows every name, each as itself. */
    private static final class EveryName implements Entities {

        @Override
        public Set<String> actors(String name) {
            return Set.of(name);
        }

        @Override
        public Set<String> places(String name) {
            return Set.of(name);
        }

        @Override
        public Set<String> areas(String placeId) {
            return Set.of(placeId);
        }

        @Override
        public List<String> suggestions(MentionKind kind, String name, int limit) {
            return List.of();
        }
    }
}
