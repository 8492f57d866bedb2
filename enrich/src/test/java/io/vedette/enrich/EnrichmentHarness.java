package io.vedette.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.EnrichConfig;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.streams.StreamsRunner;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.Article;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Lane;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Both topologies in test drivers, one behind the other, with the exception handlers of a runner and a registry of its own. */
final class EnrichmentHarness implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final AvroSerdes serdes;
    final Topics topics;
    final TopologyTestDriver driver;
    final TestInputTopic<byte[], byte[]> raw;
    final TestOutputTopic<String, EnrichedArticle> enriched;
    final TestOutputTopic<String, ArticleHistory> histories;
    final TestOutputTopic<byte[], byte[]> fingerprints;
    private final TopologyTestDriver storyDriver;
    private final TestInputTopic<byte[], byte[]> fingerprintsLog;
    private final TestOutputTopic<String, Story> stories;
    final TestOutputTopic<byte[], byte[]> deadLetters;
    private Tagger tagger;

    EnrichmentHarness(Path stateDir, Tagger tagger, Map<String, String> settings) {
        this(
                Lane.LIVE,
                stateDir,
                tagger,
                settings,
                new AvroSerdes(RegistrySettings.at("mock://" + stateDir.hashCode())));
    }

    EnrichmentHarness(Path stateDir, Tagger tagger, Map<String, String> settings, AvroSerdes serdes) {
        this(Lane.LIVE, stateDir, tagger, settings, serdes);
    }

    EnrichmentHarness(Lane lane, Path stateDir, Tagger tagger, Map<String, String> settings, AvroSerdes serdes) {
        this(lane, stateDir, tagger, settings, serdes, Tracing.off());
    }

    EnrichmentHarness(
            Lane lane, Path stateDir, Tagger tagger, Map<String, String> settings, AvroSerdes serdes, Tracing tracing) {
        this.serdes = serdes;
        this.tagger = tagger;
        Configuration config = config(stateDir, settings);
        topics = new Topics(config.topics().settings(), serdes);
        EnrichMetrics metrics = new EnrichMetrics(lane, meters);
        driver = driver(
                new EnrichmentTopology(topics, lane, config.enrich(), 1, () -> this.tagger, metrics, tracing).build(),
                config.enrich());
        storyDriver = driver(
                new StoryTopology(topics, config.enrich(), metrics, tracing).build(),
                config.enrich().ofStories());
        raw = driver.createInputTopic(
                topics.articles(lane).name(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                NOON,
                Duration.ZERO);
        enriched = driver.createOutputTopic(
                topics.enriched(lane).name(),
                topics.enriched().keySerde().deserializer(),
                topics.enriched().valueSerde().deserializer());
        histories = driver.createOutputTopic(
                topics.articleHistory().name(),
                topics.articleHistory().keySerde().deserializer(),
                topics.articleHistory().valueSerde().deserializer());
        fingerprints = driver.createOutputTopic(
                topics.fingerprints().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        fingerprintsLog = storyDriver.createInputTopic(
                topics.fingerprints().name(), new ByteArraySerializer(), new ByteArraySerializer());
        stories = storyDriver.createOutputTopic(
                topics.stories().name(),
                topics.stories().keySerde().deserializer(),
                topics.stories().valueSerde().deserializer());
        deadLetters = driver.createOutputTopic(
                topics.enrichDeadLetters().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private TopologyTestDriver driver(Topology topology, EnrichConfig config) {
        Properties properties = new KafkaClients(Configuration.defaults().kafka()).streams(config);
        properties.putAll(
                StreamsRunner.handlers("enrich", topics.enrichDeadLetters().name(), meters));
        return new TopologyTestDriver(topology, properties, NOON);
    }

    /** What was told of the articles so far. */
    List<TestRecord<String, Story>> stories() {
        fingerprints.readRecordsToList().forEach(fingerprintsLog::pipeInput);
        return stories.readRecordsToList();
    }

    static Configuration config(Path stateDir, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("enrich.stateDir", stateDir.toString());
        return Configuration.of(all);
    }

    /** From the next article on. */
    void tagWith(Tagger other) {
        tagger = other;
    }

    EnrichmentHarness withSchemas() throws Exception {
        return withSchemas(serdes.client());
    }

    EnrichmentHarness withSchemas(SchemaRegistryClient registry) throws Exception {
        SchemaRegistration registration = new SchemaRegistration(registry, "FULL_TRANSITIVE");
        registration.register(topics.all());
        registration.register(topics.internal());
        return this;
    }

    void pipe(String key, Article article, Instant time) {
        raw.pipeInput(new TestRecord<>(key == null ? null : key.getBytes(), bytes(article), null, time));
    }

    byte[] bytes(Article article) {
        return topics.articles()
                .valueSerde()
                .serializer()
                .serialize(topics.articles().name(), article);
    }

    List<TestRecord<String, EnrichedArticle>> enriched() {
        return enriched.readRecordsToList();
    }

    EnrichedArticle onlyEnriched() {
        List<TestRecord<String, EnrichedArticle>> records = enriched();
        assertThat(records).hasSize(1);
        return records.get(0).value();
    }

    @Override
    public void close() {
        driver.close();
        storyDriver.close();
        serdes.close();
    }
}
