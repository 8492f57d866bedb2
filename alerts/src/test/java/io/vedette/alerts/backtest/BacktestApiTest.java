package io.vedette.alerts.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.topology.AlertingSettings;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.ExampleCheck;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.RoutesOnly;
import io.vedette.runtime.config.BacktestConfig;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import io.vedette.text.Annotations;
import io.vedette.text.watch.QueryCompiler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BacktestApiTest {

    private static final Instant NOW = Instant.parse("2026-11-08T12:00:00Z");

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://" + UUID.randomUUID()).withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);
    private final FixedLog log = new FixedLog(
            2,
            topics.enriched().name(),
            topics.stories().name(),
            topics.heartbeats().name());
    private final Metrics metrics = new Metrics();
    private final HttpClient http = HttpClient.newHttpClient();
    private Backtests backtests;
    private HttpServer server;

    @BeforeEach
    void start() {
        Watches current = Watches.of(List.of(CompiledWatch.of(
                Watch.newBuilder().setId("w").setTitle("w").setQuery("ferry").build(),
                new QueryCompiler(new SomeEntities()))));
        backtests = new Backtests(
                topics,
                log::consumer,
                new QueryCompiler(new SomeEntities()),
                new ExampleCheck(
                        document -> new Annotations("en", List.of(), List.of()),
                        new SomeEntities(),
                        Clock.fixed(NOW, ZoneOffset.UTC)),
                () -> current,
                AlertingSettings.DEFAULTS,
                new BacktestConfig(2, 1_000, 2, 1, 2, 1, 10),
                Clock.fixed(NOW, ZoneOffset.UTC));
        Configuration configuration = Configuration.of(Map.of("http.port", "0"));
        server = new HttpServer(
                        configuration.http(),
                        metrics,
                        List.of(new RoutesOnly("backtests", List.of(new BacktestApi(backtests)))),
                        List.of())
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        backtests.close();
        metrics.close();
        serdes.close();
    }

    @Test
    void runsAWatchAndComparesItWithTheOneOfThatId() throws Exception {
        article("a1", "a convoy", NOW.minusSeconds(7_200));
        article("a2", "a ferry", NOW.minusSeconds(3_600));

        HttpResponse<String> asked = post("{\"since\": \"1d\", \"watches\": [{\"id\": \"w\", \"query\": \"convoy\"}]}");

        assertThat(asked.statusCode()).isEqualTo(202);
        JsonNode job = whenOver(asked.headers().firstValue("Location").orElseThrow());
        assertThat(job.path("state").asText()).isEqualTo("DONE");
        assertThat(job.path("articles").asLong()).isEqualTo(2);
        JsonNode report = job.path("watches").path(0);
        assertThat(report.path("added").asInt()).isEqualTo(1);
        assertThat(report.path("lost").asInt()).isEqualTo(1);
        assertThat(report.path("tried").path("perDay").path("2026-11-08").asInt())
                .isEqualTo(1);
        assertThat(Json.MAPPER.readTree(get("/api/backtests").body()).path(0).path("watches"))
                .isEmpty();
    }

    @Test
    void takesAWholeWatchAndRefusesWhatCouldNotBeSaved() throws Exception {
        assertThat(post("""
                        {"since": "1d", "watches": [{"id": "w", "query": "convoy", "updates": {"enabled": false},
                         "quietHours": {"zone": "Europe/Kyiv", "from": "22:00", "to": "06:00"}, "enabled": true, "version": 3,
                         "examples": [{"text": "A convoy left."}], "validUntil": "2027-01-01T00:00:00Z"}]}""").statusCode()).isEqualTo(202);

        refused("\"query\": \"convoy AND (\"", "watch w: query: ", "column");
        refused("\"query\": \"convoy\", \"examples\": [{\"text\": \"A ferry.\"}]", "watch w: examples[0]", "examples");
        refused("\"query\": \"convoy\", \"quietHours\": {\"from\": \"late\"}", "watch w: quietHours.", "quietHours");
        refused("\"query\": \"convoy\", \"colour\": 1", "colour", "colour");
    }

    @Test
    void saysWhichWatchMatchesTooMuch() throws Exception {
        for (int i = 0; i < 1_001; i++) {
            article("a" + i, "a convoy", NOW.minusSeconds(60));
        }

        HttpResponse<String> asked = post("{\"since\": \"1d\", \"watches\": [{\"id\": \"w\", \"query\": \"convoy\"}]}");

        JsonNode job = whenOver(asked.headers().firstValue("Location").orElseThrow());
        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(job.path("problem").asText()).contains("more than 1000 matches", "\"w\"", "backtest.mostMatches");
    }

    @Test
    void whatIsDeletedIsForgotten() throws Exception {
        HttpResponse<String> asked = post("{\"since\": \"1d\", \"watches\": [{\"id\": \"w\", \"query\": \"convoy\"}]}");
        String path = asked.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> gone = send(HttpRequest.newBuilder(at(path)).DELETE());

        assertThat(Json.MAPPER.readTree(gone.body()).path("deleted").asBoolean())
                .isTrue();
        assertThat(Json.MAPPER.readTree(gone.body()).has("articles")).isTrue();
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    private void refused(String parts, String... told) throws Exception {
        HttpResponse<String> answer = post("{\"since\": \"1d\", \"watches\": [{\"id\": \"w\", " + parts + "}]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(told);
    }

    private JsonNode whenOver(String path) {
        return await().until(() -> Json.MAPPER.readTree(get(path).body()), job -> !List.of("WAITING", "RUNNING")
                .contains(job.path("state").asText()));
    }

    private void article(String id, String text, Instant at) {
        EnrichedArticle article = EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder().setId(id).setText(text).build())
                .setLanguage("en")
                .setMentions(List.of())
                .setClaims(List.of())
                .build();
        log.add(topics.enriched().name(), id, article, topics.enriched().valueSerde(), at);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(HttpRequest.newBuilder(at("/api/backtests")).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
