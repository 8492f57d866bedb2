package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.alerts.topology.AlertJson;
import io.vedette.app.api.ApiClient;
import io.vedette.app.watch.WatchNodes;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.MatchedClause;
import io.vedette.seeds.Seeds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the demo promises: its articles through the whole pipeline, held against the starter watches. */
@ExtendWith(SharedPipeline.class)
@TestInstance(Lifecycle.PER_CLASS)
class PipelineIT {

    /** By watch, the article that it is there for: what the comments of {@code watches/starter.yaml} say. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("first-guards-tank-army", "ukraine-consolidates-gains"),
            Map.entry("melitopol", "ukraine-consolidates-gains"),
            Map.entry("ukraine-territory", "ukraine-consolidates-gains"),
            Map.entry("supply-routes", "ukraine-consolidates-gains"),
            Map.entry("first-guards-tank-brigade", "brigade-museum"),
            Map.entry("sudan-civilians", "darfur-shelling"),
            Map.entry("gaza-truce", "gaza-truce-talks"),
            Map.entry("taiwan-strait", "strait-median-line"),
            Map.entry("sahel-convoys", "sahel-convoy"),
            Map.entry("congo-m23", "goma-displaced"),
            Map.entry("myanmar-territory", "rakhine-town"),
            Map.entry("haiti-gangs", "port-au-prince-fuel"),
            Map.entry("disputed-votes", "zambezi-count"),
            Map.entry("earthquakes", "coast-earthquake"));

    private final List<String> articles = new ArrayList<>();
    private final List<JsonNode> watches = new ArrayList<>();
    private RunningPipeline pipeline;
    private TopicReader<EnrichedArticle> enriched;
    private TopicReader<Alert> alerts;
    private TopicReader<String> alertsJson;

    @BeforeAll
    void sendTheDemoThrough(RunningPipeline running) throws Exception {
        pipeline = running;
        alerts = new TopicReader<>(pipeline, pipeline.topics().alerts());
        alertsJson = new TopicReader<>(pipeline, pipeline.topics().alertsJson());
        enriched = new TopicReader<>(pipeline, pipeline.topics().enriched());
        try (InputStream in = Seeds.open("watches/starter.yaml")) {
            watches.addAll(WatchNodes.read("starter.yaml", in.readAllBytes()));
        }
        for (JsonNode watch : watches) {
            good(pipeline.api().put("/api/watches/" + watch.path("id").asText(), watch.toString()), 200);
        }
        articles.addAll(demo());
        for (String article : articles) {
            good(pipeline.api().post("/api/articles", article), 202);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(alertsOfTheDemo()).hasSizeGreaterThanOrEqualTo(EXPECTED.size()));
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(30)).until(this::isQuiet);
    }

    @AfterAll
    void closeAndForgetTheWatches() throws Exception {
        for (JsonNode watch : watches) {
            pipeline.api().delete("/api/watches/" + watch.path("id").asText());
        }
        alerts.close();
        alertsJson.close();
        enriched.close();
    }

    @Test
    void everyArticleIsEnrichedOnce() {
        assertThat(enrichedById().values()).hasSize(articles.size()).allMatch(copies -> copies.size() == 1);
    }

    @Test
    void eachWatchFiresOnceOnItsArticleAndTheQuietArticlesRaiseNothing() {
        Map<String, List<String>> raised = alertsOfTheDemo().stream()
                .collect(Collectors.groupingBy(
                        Alert::getWatchId, TreeMap::new, Collectors.mapping(PipelineIT::slug, Collectors.toList())));
        Map<String, List<String>> expected = new TreeMap<>();
        EXPECTED.forEach((watch, article) -> expected.put(watch, List.of(article)));
        assertThat(raised).isEqualTo(expected);
        assertThat(alertsOfTheDemo()).extracting(Alert::getId).doesNotHaveDuplicates();
    }

    @Test
    void everyClausePointsAtItsWords() {
        Map<String, List<EnrichedArticle>> byId = enrichedById();
        for (Alert alert : alertsOfTheDemo()) {
            Article article = byId.get(alert.getArticleId()).get(0).getArticle();
            assertThat(alert.getClauses()).as(alert.getWatchId()).isNotEmpty();
            for (MatchedClause clause : alert.getClauses()) {
                String text = clause.getField().equals("TITLE") ? article.getTitle() : article.getText();
                assertThat(text.substring(clause.getStart(), clause.getEnd()))
                        .as("%s, %s", alert.getWatchId(), clause.getClause())
                        .isEqualTo(clause.getWords())
                        .isNotBlank();
                assertThat(text.substring(clause.getSnippetStart())).startsWith(clause.getSnippet());
            }
        }
    }

    @Test
    void alertsTellWhatTheirReadersNeed() {
        assertThat(alertsOfTheDemo()).allSatisfy(alert -> {
            assertThat(alert.getTitle()).isNotBlank();
            assertThat(alert.getWatchVersion()).isEqualTo(1);
            assertThat(alert.getQuery()).isNotBlank();
            assertThat(alert.getAcceptedAt()).isNotNull();
        });
        assertThat(alertsOfTheDemo())
                .filteredOn(alert -> alert.getWatchId().equals("melitopol"))
                .flatExtracting(Alert::getClauses)
                .allSatisfy(clause -> {
                    assertThat(clause.getEntityId()).isNotBlank();
                    assertThat(clause.getAlias()).isNotBlank();
                });
    }

    @Test
    void alertsAsJsonAreTheSameAlerts() throws Exception {
        Map<String, JsonNode> json = byId(alertsJson.values(), PipelineIT::parse);
        Map<String, JsonNode> avro = byId(alerts.values(), alert -> parse(AlertJson.write(alert)));
        assertThat(json).isEqualTo(avro);
    }

    @Test
    void nothingEndsAmongTheDeadLettersOfAlerting() {
        try (TopicReader<byte[]> letters =
                new TopicReader<>(pipeline, pipeline.topics().alertsDeadLetters())) {
            assertThat(letters.poll()).isEmpty();
        }
    }

    private boolean isQuiet() {
        return alerts.poll().size() == alertsJson.poll().size()
                && alertsOfTheDemo().size() == EXPECTED.size()
                && enrichedById().size() == articles.size();
    }

    private List<Alert> alertsOfTheDemo() {
        alerts.poll();
        return alerts.values().stream().filter(alert -> isDemo(alert.getUrl())).toList();
    }

    private Map<String, List<EnrichedArticle>> enrichedById() {
        enriched.poll();
        return enriched.values().stream()
                .filter(article -> isDemo(article.getArticle().getUrl()))
                .collect(Collectors.groupingBy(article -> article.getArticle().getId()));
    }

    private static boolean isDemo(String url) {
        return url != null && url.matches("https://example\\.org/\\d{4}/.*");
    }

    private static String slug(Alert alert) {
        return alert.getUrl().substring(alert.getUrl().lastIndexOf('/') + 1);
    }

    private static <T> Map<String, JsonNode> byId(List<T> values, Function<T, JsonNode> toJson) {
        return values.stream()
                .map(toJson)
                .collect(Collectors.toMap(json -> json.get("id").asText(), json -> json));
    }

    private static JsonNode parse(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private static List<String> demo() throws IOException {
        try (InputStream in = Seeds.open("articles/demo.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    private static void good(ApiClient.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    }
}
