package io.vedette.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.Vedette;
import io.vedette.app.article.TagData;
import io.vedette.app.reprocess.Finding;
import io.vedette.app.reprocess.Reprocessing;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Alert;
import io.vedette.schemas.EnrichedArticle;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code vedette reprocess} on a pipeline that runs, with names that its services do not know of. */
@ExtendWith(SharedPipeline.class)
class ReprocessIT {

    private static final String WATCH = "quombral";

    /** Another name of Melitopol, which stands in no gazetteer. */
    private static final String ALIAS = "geo:701404\t\t\t\t\t\t\t\t\tQuombral\n";

    @TempDir
    private Path gazetteer;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private RunningPipeline pipeline;
    private TopicReader<EnrichedArticle> enriched;
    private TopicReader<Alert> alerts;

    @BeforeEach
    void open(RunningPipeline running) throws Exception {
        pipeline = running;
        enriched = new TopicReader<>(pipeline, pipeline.topics().enriched());
        alerts = new TopicReader<>(pipeline, pipeline.topics().alerts());
        Files.writeString(gazetteer.resolve("my-places.tsv"), ALIAS);
    }

    @AfterEach
    void close() throws Exception {
        pipeline.api().delete("/api/watches/" + WATCH);
        enriched.close();
        alerts.close();
    }

    @Test
    void aNewNameGivesTheAlertThatShouldHaveBeenAndItsRemovalWithdrawsIt() throws Exception {
        String watch = "{\"id\":\"" + WATCH + "\",\"title\":\"Quombral\",\"query\":\"place:Melitopol AND ferrymen\"}";
        assertThat(pipeline.api().put("/api/watches/" + WATCH, watch).isGood()).isTrue();
        String article =
                "{\"url\":\"https://harbour.example/quombral\",\"title\":\"The ferrymen of Quombral\",\"text\":"
                        + "\"The ferrymen reached Quombral on Tuesday, the city council said. Shops in Quombral are open.\","
                        + "\"source\":\"harbour.example\"}";
        assertThat(pipeline.api().post("/api/articles", article).isGood()).isTrue();
        await().atMost(Duration.ofSeconds(60)).until(() -> versions("ferrymen") == 1);

        // nobody knew the name; a dry run says what is amiss and changes nothing
        assertThat(changes("--dry-run", with())).containsExactly("LATE");
        assertThat(versions("ferrymen")).isEqualTo(1);

        assertThat(changes(with())).containsExactly("LATE");
        await().atMost(Duration.ofSeconds(60)).until(() -> ofTheWatch().size() == 1);
        Alert late = ofTheWatch().get(0);
        assertThat(late.getKind()).isEqualTo("FIRST");
        assertThat(late.getHeadline()).isEqualTo("late: The ferrymen of Quombral");
        assertThat(late.getCorrection()).startsWith("tagged again: gazetteer ");
        assertThat(late.getClauses()).extracting(clause -> clause.getWords()).contains("Quombral");

        // once more changes nothing, as does a run after one that was killed when all was written
        assertThat(changes(with())).isEmpty();
        await().atMost(Duration.ofSeconds(60)).until(() -> versions("ferrymen") == 2);

        // without the name
        assertThat(changes()).containsExactly("WITHDRAWN");
        await().atMost(Duration.ofSeconds(60)).until(() -> ofTheWatch().size() == 2);
        Alert withdrawn = ofTheWatch().get(1);
        assertThat(withdrawn.getKind()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.getUpdateOf()).isEqualTo(late.getId());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(status(late.getId())).isEqualTo("WITHDRAWN"));

        assertThat(changes()).isEmpty();
        assertThat(ofTheWatch()).hasSize(2);
    }

    @Test
    void aRunThatEndsInTheMiddleIsBegunAgainAndGivesEachOnce() throws Exception {
        String watch = "{\"id\":\"" + WATCH + "\",\"title\":\"Quombral\",\"query\":\"place:Melitopol AND lighthouse\"}";
        assertThat(pipeline.api().put("/api/watches/" + WATCH, watch).isGood()).isTrue();
        int articles = 24;
        for (int i = 0; i < articles; i++) {
            String article = String.format(
                    "{\"url\":\"https://harbour.example/lighthouse-%d\",\"text\":\"%s\",\"source\":\"harbour.example\"}",
                    i, lighthouse(i));
            assertThat(pipeline.api().post("/api/articles", article).isGood()).isTrue();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> versions("keeper of Quombral") == articles);

        assertThatThrownBy(this::runThatEndsBehindItsFirstTransaction).hasMessage("the terminal is gone");
        await().atMost(Duration.ofSeconds(60)).until(() -> versions("keeper of Quombral") > articles);
        assertThat(versions("keeper of Quombral")).isLessThan(2 * articles);

        assertThat(changes(with())).isNotEmpty();
        await().atMost(Duration.ofSeconds(60)).until(() -> versions("keeper of Quombral") == 2 * articles);
        assertThat(changes(with())).isEmpty();
        assertThat(versions("keeper of Quombral")).isEqualTo(2 * articles);
        await().atMost(Duration.ofSeconds(60)).until(() -> !ofTheWatch().isEmpty());
        assertThat(ofTheWatch()).extracting(Alert::getId).doesNotHaveDuplicates();
    }

    private void runThatEndsBehindItsFirstTransaction() throws InterruptedException {
        Configuration configuration = Configuration.of(Map.of(
                "kafka.bootstrap.servers", pipeline.bootstrapServers(),
                "registry.url", pipeline.registryUrl(),
                "tagging.gazetteer", gazetteer.toString()));
        Reprocessing run = new Reprocessing(Instant.now().minus(Duration.ofHours(1)), Instant.MAX, false);
        run.run(configuration, TagData.load(configuration.tagging()), new Reprocessing.Listener() {
            @Override
            public void problem(String what) {}

            @Override
            public void progress(long seen, long corrected) {}

            @Override
            public void found(Finding finding) {
                // other tests have articles and watches here, too
                if (finding.watch().equals(WATCH)) {
                    throw new IllegalStateException("the terminal is gone");
                }
            }
        });
    }

    private static String lighthouse(int number) {
        return "The lighthouse keeper of Quombral number " + number + " came to Quombral on Tuesday with "
                + (number + 3) + " lamps, the council said. Quombral has a lighthouse again.";
    }

    private String with() {
        return "-Dtagging.gazetteer=" + gazetteer;
    }

    /** What was found for the watch. */
    private List<String> changes(String... args) throws Exception {
        assertThat(run(args)).as(err.toString(UTF_8)).isZero();
        List<String> changes = new ArrayList<>();
        for (String line : out.toString(UTF_8).lines().toList()) {
            JsonNode finding = Json.MAPPER.readTree(line);
            if (finding.path("watch").asText().equals(WATCH)) {
                changes.add(finding.path("change").asText());
            }
        }
        return changes;
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(List.of("reprocess", "--since", "1h", "--format", "json"));
        all.addAll(Arrays.asList(args));
        all.add("-Dkafka.bootstrap.servers=" + pipeline.bootstrapServers());
        all.add("-Dregistry.url=" + pipeline.registryUrl());
        return Vedette.run(Terminal.of(InputStream.nullInputStream(), out, err), all.toArray(String[]::new));
    }

    /** How many records there are of the articles with that word. */
    private long versions(String word) {
        enriched.poll();
        return enriched.values().stream()
                .filter(article -> article.getArticle().getText().contains(word))
                .count();
    }

    private List<Alert> ofTheWatch() {
        alerts.poll();
        return alerts.values().stream()
                .filter(alert -> alert.getWatchId().equals(WATCH))
                .toList();
    }

    private String status(String alert) throws InterruptedException {
        return pipeline.api()
                .get("/api/alerts/" + alert)
                .body()
                .path("state")
                .path("status")
                .asText();
    }
}
