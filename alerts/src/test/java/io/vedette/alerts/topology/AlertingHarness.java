package io.vedette.alerts.topology;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.streams.StreamsRunner;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.Mention;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import io.vedette.schemas.WatchHistory;
import io.vedette.text.watch.QueryCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology in one task, with articles that are as short as a test wants them. */
final class AlertingHarness implements AutoCloseable {

    static final Instant NOON = Instant.parse("2022-09-13T12:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    /** As outside the all-in-one: a store that asks for a subject of its own fails. */
    private final AvroSerdes serdes = new AvroSerdes(RegistrySettings.at("mock://" + UUID.randomUUID()));

    private final Topics topics;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, EnrichedArticle> enriched;
    private final TestInputTopic<String, Story> stories;
    private final TestInputTopic<String, byte[]> heartbeats;
    private final TestInputTopic<String, Feedback> feedback;
    private final TestInputTopic<String, WatchHistory> history;
    private final TestInputTopic<String, Source> sources;
    private final TestInputTopic<String, SourceState> sourceStates;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, AlertState> states;

    private Watches watches = Watches.empty();

    AlertingHarness(Path stateDir, AlertingSettings settings) {
        this(stateDir, settings, TopicSettings.DEFAULTS);
    }

    AlertingHarness(Path stateDir, AlertingSettings settings, TopicSettings topicSettings) {
        this(stateDir, settings, topicSettings, Tracing.off());
    }

    AlertingHarness(Path stateDir, AlertingSettings settings, TopicSettings topicSettings, Tracing tracing) {
        topics = new Topics(topicSettings, serdes);
        register();
        Properties properties = StreamsRunner.handlers("alerts", "dead", meters);
        properties.setProperty("application.id", "vedette-alerts");
        properties.setProperty("bootstrap.servers", "unused:1");
        properties.setProperty("state.dir", stateDir.toString());
        AlertingTopology topology =
                new AlertingTopology(topics, SomeEntities::new, () -> watches, settings, meters, tracing);
        driver = new TopologyTestDriver(topology.build(), properties, NOON);
        enriched = input(topics.enriched());
        stories = input(topics.stories());
        heartbeats = input(topics.heartbeats());
        feedback = input(topics.feedback());
        history = input(topics.watchHistory());
        sources = input(topics.sources());
        sourceStates = input(topics.sourceState());
        alerts = output(topics.alerts());
        states = output(topics.alertState());
    }

    void watch(Watch... given) {
        watches = Watches.of(Stream.of(given)
                .map(watch -> CompiledWatch.of(watch, new QueryCompiler(new SomeEntities())))
                .toList());
    }

    static Watch.Builder watch(String id, String query) {
        return Watch.newBuilder().setId(id).setTitle(id).setQuery(query);
    }

    void article(String id, String text, Instant at, Claim... claims) {
        enriched.pipeInput(id, enriched(id, text, claims), at);
    }

    void article(EnrichedArticle article, Instant at) {
        enriched.pipeInput(article.getArticle().getId(), article, at);
    }

    /** An article after its story is known. */
    void told(String story, String id, String text, Instant at, Claim... claims) {
        told(story(story, id, 1), text, at, claims);
    }

    void told(Story story, String text, Instant at, Claim... claims) {
        story(story, at);
        article(story.getArticleId(), text, at, claims);
    }

    void story(Story story, Instant at) {
        stories.pipeInput(story.getArticleId(), story, at);
    }

    static Story story(String story, String article, int independentTexts) {
        return Story.newBuilder()
                .setStoryId(story)
                .setArticleId(article)
                .setArticles(independentTexts)
                .setOutlets(independentTexts)
                .setIndependentTexts(independentTexts)
                .build();
    }

    void article(EnrichedArticle article, Headers headers, Instant at) {
        enriched.pipeInput(new TestRecord<>(article.getArticle().getId(), article, headers, at));
    }

    void story(Story story, Headers headers, Instant at) {
        stories.pipeInput(new TestRecord<>(story.getArticleId(), story, headers, at));
    }

    List<TestRecord<String, Alert>> alertRecords() {
        return alerts.readRecordsToList();
    }

    void beat(Instant at) {
        heartbeats.pipeInput(null, new byte[0], at);
    }

    void say(Feedback said) {
        String key = said.getAlertId() == null ? said.getWatchId() : said.getAlertId();
        feedback.pipeInput(key, said, said.getAt());
    }

    void history(WatchHistory told) {
        history.pipeInput(told.getWatchId(), told, NOON);
    }

    void source(Source source, Instant at) {
        sources.pipeInput(source.getId(), source, at);
    }

    void sourceState(SourceState state, Instant at) {
        sourceStates.pipeInput(state.getSourceId(), state, at);
    }

    void sourceDeleted(String id, Instant at) {
        sourceStates.pipeInput(id, null, at);
    }

    List<Alert> alerts() {
        return alerts.readValuesToList();
    }

    /** The newest of each alert that has changed. */
    AlertState state(String alertId) {
        return states.readKeyValuesToMap().get(alertId);
    }

    double counted(String metric, String... tags) {
        return meters.get(metric).tags(tags).counter().count();
    }

    MeterRegistry meters() {
        return meters;
    }

    /** A claim that is the whole text, about its only mention if there is one. */
    static Claim claim(String type, String modality) {
        return Claim.newBuilder()
                .setStart(0)
                .setEnd(1)
                .setType(type)
                .setModality(modality)
                .setConfidence(0.9)
                .build();
    }

    static EnrichedArticle enriched(String id, String text, Claim... claims) {
        int melitopol = text.indexOf("Melitopol");
        List<Mention> mentions = melitopol < 0
                ? List.of()
                : List.of(Mention.newBuilder()
                        .setStart(melitopol)
                        .setEnd(melitopol + "Melitopol".length())
                        .setText("Melitopol")
                        .setKind("PLACE")
                        .setType("SETTLEMENT")
                        .setEntityId(SomeEntities.MELITOPOL)
                        .setAlias("Melitopol")
                        .setConfidence(0.8)
                        .build());
        return EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder()
                        .setId(id)
                        .setText(text)
                        .setTitle("About " + id)
                        .build())
                .setLanguage("en")
                .setMentions(mentions)
                .setClaims(Stream.of(claims)
                        .map(claim -> Claim.newBuilder(claim)
                                .setEnd(text.length())
                                .setPlaces(mentions.isEmpty() ? List.of() : List.of(0))
                                .build())
                        .toList())
                .build();
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

    private void register() {
        SchemaRegistration registration = new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE");
        try {
            registration.register(topics.all());
            registration.register(topics.internal());
        } catch (IOException | RestClientException e) {
            throw new IllegalStateException("the registry in this process refused", e);
        }
    }

    @Override
    public void close() {
        driver.close();
        serdes.close();
    }
}
