package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schemas.Alert;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names that come to a pipeline while it runs. */
@ExtendWith(SharedPipeline.class)
class GazetteerReloadIT {

    private static final String WATCH = "gorse";
    private static final String ACTOR = "group:gorse";
    private static final String NAMED = ACTOR + "\tARMED_GROUP\t\tBrothers of the Gorse\n";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private RunningPipeline pipeline;
    private TopicReader<EnrichedArticle> enriched;
    private TopicReader<Alert> alerts;
    private Path actors;
    private String before;

    @BeforeEach
    void open(RunningPipeline running) throws Exception {
        pipeline = running;
        actors = pipeline.gazetteer().resolve("my-actors.tsv");
        before = gazetteer();
        enriched = new TopicReader<>(pipeline, pipeline.topics().enriched());
        alerts = new TopicReader<>(pipeline, pipeline.topics().alerts());
    }

    @AfterEach
    void close() throws Exception {
        pipeline.api().delete("/api/watches/" + WATCH);
        enriched.close();
        alerts.close();
        Files.deleteIfExists(actors);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gazetteer()).isEqualTo(before));
    }

    @Test
    void aNameThatIsAddedIsTaggedAndTheWatchThatWaitedForItAlertsWithoutARestart() throws Exception {
        assertThat(pipeline.api().put("/api/watches/" + WATCH, watch()).problem())
                .contains("no actor of the name Brothers of the Gorse is known");
        writeWatch();
        send("first", "took the bridge");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tagged("first").getMentions())
                .noneMatch(m -> ACTOR.equals(m.getEntityId())));

        Files.writeString(actors, "group:gorse\tNO_SUCH_TYPE\t\tBrothers of the Gorse\n");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(gazetteer()).startsWith(before).contains("refused", "my-actors.tsv, line 1"));

        Files.writeString(actors, NAMED);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(gazetteer()).doesNotContain("refused").isNotEqualTo(before));
        String version = gazetteer().replace("version ", "");
        // alerts compiles its watches a moment later; until then the API knows the name already
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        pipeline.api().get("/api/watches/" + WATCH).isGood())
                .isTrue());
        send("second", "took the mill");

        await().atMost(PATIENCE).untilAsserted(() -> {
            EnrichedArticle second = tagged("second");
            assertThat(second.getGazetteerVersion()).isEqualTo(version);
            assertThat(second.getMentions()).anyMatch(mention -> ACTOR.equals(mention.getEntityId()));
        });
        await().atMost(PATIENCE).untilAsserted(() -> {
            alerts.poll();
            assertThat(alerts.values())
                    .filteredOn(alert -> alert.getWatchId().equals(WATCH))
                    .singleElement()
                    .satisfies(alert -> {
                        assertThat(alert.getUrl()).endsWith("/second");
                        assertThat(alert.getGazetteerVersion()).isEqualTo(version);
                        assertThat(alert.getClauses().get(0).getEntityId()).isEqualTo(ACTOR);
                    });
        });
    }

    /** What health says of it. */
    private String gazetteer() throws InterruptedException {
        var health = pipeline.health();
        assertThat(health.isGood()).as(health.body().toString()).isTrue();
        return health.body().path("components").path("gazetteer").path("reason").asText();
    }

    private static String watch() {
        return "{\"id\":\"" + WATCH + "\",\"title\":\"Gorse\",\"query\":\"actor:\\\"Brothers of the Gorse\\\"\"}";
    }

    /** Past the API, which does not take a name that nobody has. */
    private void writeWatch() throws Exception {
        var topic = pipeline.topics().watches();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", pipeline.bootstrapServers()),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(
                            topic.name(),
                            WATCH,
                            Watch.newBuilder()
                                    .setId(WATCH)
                                    .setTitle("Gorse")
                                    .setQuery("actor:\"Brothers of the Gorse\"")
                                    .setSeverity("INFO")
                                    .build()))
                    .get();
        }
    }

    private void send(String name, String deed) throws InterruptedException {
        String article = "{\"url\":\"https://heath.example/" + name + "\",\"source\":\"heath.example\",\"text\":\""
                + "The Brothers of the Gorse " + deed + " on Monday, the mayor of the " + name + " village said.\"}";
        assertThat(pipeline.api().post("/api/articles", article).isGood()).isTrue();
    }

    private EnrichedArticle tagged(String name) {
        enriched.poll();
        return enriched.values().stream()
                .filter(article -> ("https://heath.example/" + name)
                        .equals(article.getArticle().getUrl()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not enriched yet"));
    }
}
