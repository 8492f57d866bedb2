package io.vedette.alerts.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.streams.StreamsRunner;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Claim;
import io.vedette.schemas.ContributingArticle;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.MatchedClause;
import io.vedette.schemas.Mention;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertingTopologyTest {

    private static final Instant NOON = Instant.parse("2022-09-13T12:00:00Z");
    private static final String BODY =
            "Nothing here. The 1st Guards Tank Army lost its supply routes, British intelligence said. It left Melitopol.";

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://" + UUID.randomUUID()).withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);

    private Watches watches = Watches.empty();

    @TempDir
    private Path stateDir;

    private TopologyTestDriver driver;
    private TestInputTopic<String, EnrichedArticle> enriched;
    private TestInputTopic<String, byte[]> heartbeats;
    private TestInputTopic<String, Story> stories;
    private TestOutputTopic<String, Alert> alerts;
    private TestOutputTopic<String, String> alertsJson;
    private TestOutputTopic<String, EnrichedArticle> alertedArticles;

    @BeforeEach
    void start() {
        Properties properties = StreamsRunner.handlers("alerts", "dead", meters);
        properties.setProperty("application.id", "vedette-alerts");
        properties.setProperty("bootstrap.servers", "unused:1");
        properties.setProperty("state.dir", stateDir.toString());
        driver = new TopologyTestDriver(topology().build(), properties, NOON);
        enriched = input(topics.enriched());
        heartbeats = input(topics.heartbeats());
        stories = input(topics.stories());
        alerts = output(topics.alerts());
        alertsJson = output(topics.alertsJson());
        alertedArticles = output(topics.alertedArticles());
    }

    @AfterEach
    void stop() {
        driver.close();
        serdes.close();
    }

    @Test
    void theTopologyIsTheCommittedOne() throws IOException {
        try (InputStream expected = getClass().getResourceAsStream("/expected-topology.txt")) {
            assertThat(topology().build().describe().toString())
                    .isEqualToNormalizingNewlines(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aMatchRaisesOneAlertWhoseClausesPointAtTheWords() {
        watch(watch("routes", "\"supply routes\" AND actor:\"1st Guards Tank Army\" AND place:Ukraine"));

        told("a1", article("a1"), NOON);

        Alert alert = alerts.readValue();
        assertThat(alerts.isEmpty()).isTrue();
        assertThat(alert.getWatchId()).isEqualTo("routes");
        assertThat(alert.getWatchVersion()).isEqualTo(1);
        assertThat(alert.getArticleId()).isEqualTo("a1");
        assertThat(alert.getUrl()).isEqualTo("https://example.org/a1");
        assertThat(alert.getAcceptedAt()).isEqualTo(NOON);
        assertThat(alert.getClauses())
                .extracting(MatchedClause::getWords)
                .containsExactly("supply routes", "1st Guards Tank Army", "Melitopol");
        assertThat(alert.getClauses())
                .allSatisfy(clause -> assertThat(BODY.substring(clause.getStart(), clause.getEnd()))
                        .isEqualTo(clause.getWords()));
        assertThat(alert.getClauses()).allSatisfy(clause -> assertThat(BODY.substring(clause.getSnippetStart()))
                .startsWith(clause.getSnippet()));
        assertThat(alert.getClauses().get(0).getSnippet())
                .isEqualTo("The 1st Guards Tank Army lost its supply routes, British intelligence said.");
        assertThat(alert.getClauses().get(2).getEntityId()).isEqualTo(SomeEntities.MELITOPOL);
    }

    @Test
    void aMatchedClaimSaysWhoSaysSo() {
        watch(watch("losses", "claim:CAPABILITY_LOSS"));

        told("a1", article("a1"), NOON);

        MatchedClause clause = alerts.readValue().getClauses().get(0);
        assertThat(clause.getClaimType()).isEqualTo("CAPABILITY_LOSS");
        assertThat(clause.getModality()).isEqualTo("ASSERTED");
        assertThat(clause.getSaid()).isEqualTo("British intelligence");
    }

    @Test
    void keysAlertsByWatchAndKeepsACopyOfTheArticleByArticle() {
        watch(watch("one", "melitopol"), watch("two", "supply"));

        told("a1", article("a1"), NOON);

        assertThat(alerts.readKeyValuesToList()).extracting(pair -> pair.key).containsExactly("one", "two");
        assertThat(alertedArticles.readKeyValuesToList())
                .extracting(pair -> pair.key)
                .containsExactly("a1");
    }

    @Test
    void aCanaryComesOutAtTheEndAndNobodyElseSeesIt() {
        watch(watch("everything", "canary OR vedette OR source:vedette"));
        EnrichedArticle canary = article("c1");
        canary.getArticle().setText("This is a canary of Vedette's own.");
        canary.getArticle().setSource("vedette");
        canary.getArticle().setMarks(List.of("CANARY"));
        canary.setMentions(List.of());
        canary.setClaims(List.of());

        enriched.pipeInput("c1", canary, NOON);

        assertThat(output(topics.canaries()).readKeyValuesToList())
                .extracting(pair -> pair.key)
                .containsExactly("c1");
        assertThat(alerts.isEmpty()).isTrue();
        assertThat(alertedArticles.isEmpty()).isTrue();
    }

    @Test
    void anArticleThatNoWatchMatchesLeavesNothing() {
        watch(watch("other", "actor:\"1st Guards Tank Army\" AND convoy"));

        told("a1", article("a1"), NOON);

        assertThat(alerts.isEmpty()).isTrue();
        assertThat(alertedArticles.isEmpty()).isTrue();
    }

    @Test
    void aRepeatedArticleRaisesNoSecondAlert() {
        watch(watch("routes", "supply"));

        told("a1", article("a1"), NOON);
        told("a1", article("a1"), NOON.plus(Duration.ofDays(80)));

        assertThat(alerts.readValuesToList()).hasSize(1);
    }

    @Test
    void anArticleThatComesBehindTimeRaisesItsAlertOnce() {
        watch(watch("routes", "supply"));
        heartbeats.pipeInput(null, new byte[0], NOON.plus(Duration.ofDays(30)));

        told("a1", article("a1"), NOON);
        told("a1", article("a1"), NOON);

        assertThat(alerts.readValuesToList()).hasSize(1);
    }

    @Test
    void neitherANewTitleNorAChangedQueryTellsAStoryTwice() {
        Watch first = watch("routes", "supply");
        watch(first);
        told("a1", article("a1"), NOON);

        watch(Watch.newBuilder(first).setTitle("Another title").setVersion(2).build());
        told("a1", article("a1"), NOON);
        watch(Watch.newBuilder(first).setQuery("supply routes").setVersion(3).build());
        told("a1", article("a1"), NOON);

        told("a2", article("a2"), NOON);

        assertThat(alerts.readValuesToList())
                .extracting(Alert::getArticleId, Alert::getWatchVersion)
                .containsExactly(tuple("a1", 1), tuple("a2", 3));
    }

    @Test
    void aDeletedOrDisabledWatchRaisesNothing() {
        Watch watch = watch("routes", "supply");
        watch(Watch.newBuilder(watch).setEnabled(false).build());
        told("a1", article("a1"), NOON);
        watch();
        told("a2", article("a2"), NOON);

        assertThat(alerts.isEmpty()).isTrue();
    }

    @Test
    void anEmbargoedAlertWaitsUntilAHeartbeatSaysThatTheTimeHasCome() {
        watch(watch("routes", "supply"));
        Instant end = NOON.plusSeconds(60);
        told("a1", embargoed("a1", end), NOON);
        heartbeats.pipeInput(null, new byte[0], end.minusMillis(1));
        assertThat(alerts.isEmpty()).isTrue();
        assertThat(alertsJson.isEmpty()).isTrue();

        heartbeats.pipeInput(null, new byte[0], end);
        heartbeats.pipeInput(null, new byte[0], end.plusSeconds(1));

        TestRecord<String, Alert> alert = alerts.readRecord();
        assertThat(alerts.isEmpty()).isTrue();
        assertThat(alert.getKey()).isEqualTo("routes");
        assertThat(alert.getRecordTime()).isEqualTo(end);
        assertThat(alert.getValue().getEmbargoUntil()).isEqualTo(end);
    }

    @Test
    void anArticleAcceptedAfterItsEmbargoIsNotHeld() {
        watch(watch("routes", "supply"));

        told("a1", embargoed("a1", NOON.minusSeconds(1)), NOON);

        assertThat(alerts.readValue().getEmbargoUntil()).isNull();
    }

    @Test
    void aHeldAlertIsDroppedIfItsWatchIsGoneAtTheEndOfTheEmbargo() {
        watch(watch("routes", "supply"));
        told("a1", embargoed("a1", NOON.plusSeconds(60)), NOON);

        watch();
        heartbeats.pipeInput(null, new byte[0], NOON.plusSeconds(61));

        assertThat(alerts.isEmpty()).isTrue();
    }

    @Test
    void theJsonAlertSaysWhatTheAvroAlertSays() throws IOException {
        watch(watch("losses", "claim:CAPABILITY_LOSS OR melitopol"));

        told("a1", article("a1"), NOON);

        Alert avro = alerts.readValue();
        JsonNode json = Json.MAPPER.readTree(alertsJson.readValue());
        assertThat(json.get("id").textValue()).isEqualTo(avro.getId());
        assertThat(json.get("acceptedAt").textValue()).isEqualTo("2022-09-13T12:00:00Z");
        assertThat(json.get("embargoUntil").isNull()).isTrue();
        assertThat(json.get("watchVersion").intValue()).isEqualTo(1);
        assertThat(json.get("clauses")).hasSameSizeAs(avro.getClauses());
        assertThat(json.get("clauses").get(0).get("said").textValue()).isEqualTo("British intelligence");
        assertThat(json).hasSize(Alert.getClassSchema().getFields().size());
    }

    @Test
    void anAlertCarriesCloudEventsHeadersAndTheTraceOfItsArticle() {
        watch(watch("routes", "supply"));
        RecordHeaders given = new RecordHeaders();
        given.add(
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(StandardCharsets.UTF_8));
        given.add("ce_id", "a1".getBytes(StandardCharsets.UTF_8));

        enriched.pipeInput(new TestRecord<>("a1", article("a1"), given, NOON));
        stories.pipeInput("a1", story("a1"), NOON);

        TestRecord<String, Alert> avro = alerts.readRecord();
        assertThat(header(avro, "ce_id")).isEqualTo(avro.getValue().getId());
        assertThat(header(avro, "traceparent")).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(header(avro, "content-type")).isEqualTo("application/avro");
        assertThat(header(alertsJson.readRecord(), "content-type")).isEqualTo("application/json");
    }

    @Test
    void aQueryOverTimeIsToldOnceWhenItsNumberIsReached() {
        watch(watch("often", "COUNT(\"supply routes\", 1h) >= 2"));

        told("a1", article("a1"), NOON);
        assertThat(alerts.isEmpty()).isTrue();
        told("a2", article("a2"), NOON.plusSeconds(60));
        told("a3", article("a3"), NOON.plusSeconds(120));

        Alert alert = alerts.readValue();
        assertThat(alert.getKind()).isEqualTo("COUNT");
        assertThat(alert.getArticles()).extracting(ContributingArticle::getId).containsExactly("a1", "a2");
        assertThat(alerts.isEmpty()).isTrue();
    }

    private AlertingTopology topology() {
        return new AlertingTopology(topics, new SomeEntities(), () -> watches, TestSettings.WITHOUT_HISTORY, meters);
    }

    private void watch(Watch... given) {
        Collection<CompiledWatch> compiled = new ArrayList<>();
        for (Watch watch : given) {
            compiled.add(CompiledWatch.of(watch, new QueryCompiler(new SomeEntities())));
        }
        watches = Watches.of(compiled);
    }

    private static Watch watch(String id, String query) {
        return Watch.newBuilder().setId(id).setTitle(id).setQuery(query).build();
    }

    /** An article with a story of its own. */
    private void told(String id, EnrichedArticle article, Instant at) {
        stories.pipeInput(id, story(id), at);
        enriched.pipeInput(id, article, at);
    }

    private static Story story(String id) {
        return Story.newBuilder()
                .setStoryId(id)
                .setArticleId(id)
                .setArticles(1)
                .setOutlets(1)
                .setIndependentTexts(1)
                .build();
    }

    private static EnrichedArticle embargoed(String id, Instant until) {
        EnrichedArticle enriched = article(id);
        enriched.getArticle().setEmbargoUntil(until);
        return enriched;
    }

    private static EnrichedArticle article(String id) {
        return EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder()
                        .setId(id)
                        .setText(BODY)
                        .setTitle("A weakened army")
                        .setUrl("https://example.org/" + id)
                        .build())
                .setLanguage("en")
                .setMentions(List.of(
                        mention("1st Guards Tank Army", "ACTOR", "MILITARY_UNIT", SomeEntities.GUARDS),
                        mention("British intelligence", "ACTOR", "AGENCY", "agency-gb"),
                        mention("Melitopol", "PLACE", "SETTLEMENT", SomeEntities.MELITOPOL)))
                .setClaims(List.of(loss()))
                .build();
    }

    private static Claim loss() {
        return Claim.newBuilder()
                .setStart(BODY.indexOf("The 1st"))
                .setEnd(BODY.indexOf(" It left"))
                .setType("CAPABILITY_LOSS")
                .setTriggerStart(BODY.indexOf("lost"))
                .setTriggerEnd(BODY.indexOf("lost") + 4)
                .setSourceStart(BODY.indexOf("British"))
                .setSourceEnd(BODY.indexOf(" said."))
                .setSourceMention(1)
                .build();
    }

    private static Mention mention(String text, String kind, String type, String entityId) {
        int start = BODY.indexOf(text);
        return Mention.newBuilder()
                .setStart(start)
                .setEnd(start + text.length())
                .setText(text)
                .setKind(kind)
                .setType(type)
                .setEntityId(entityId)
                .setAlias(text)
                .setConfidence(0.9)
                .build();
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.getHeaders().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private <K, V> TestInputTopic<K, V> input(Topic<K, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
