package io.vedette.alerts.backtest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.signal.Signal;
import io.vedette.alerts.topology.AlertingTopology;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.alerts.topology.TestSettings;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.BacktestConfig;
import io.vedette.runtime.streams.StreamsRunner;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;

/** Articles, stories and heartbeats that are fixed once and for all: told live by the topology, or looked at afterwards. */
final class FixedNews implements AutoCloseable {

    static final int PARTITIONS = 6;

    private static final String MATCHES = "vedette-alerts-matches-repartition";

    final Topics topics;
    final FixedLog log;
    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://" + UUID.randomUUID()).withAutoRegister(true));
    private final List<Happening> happenings = new ArrayList<>();

    /** Something in a partition: an article, the story of one, or a heartbeat. */
    private record Happening(
            Instant at,
            int partition,
            @Nullable EnrichedArticle article,
            @Nullable Story story) {}

    FixedNews() {
        topics = new Topics(TopicSettings.DEFAULTS, serdes);
        log = new FixedLog(
                PARTITIONS,
                topics.enriched().name(),
                topics.stories().name(),
                topics.heartbeats().name());
    }

    /** All that happened must be in the log by then. */
    void inOrder() {
        happenings.sort(Comparator.comparing(Happening::at));
        happenings.forEach(this::write);
    }

    void article(EnrichedArticle article, Instant at) {
        happenings.add(new Happening(at, log.partition(article.getArticle().getId()), article, null));
    }

    void story(Story story, Instant at) {
        happenings.add(new Happening(at, log.partition(story.getArticleId()), null, story));
    }

    void beat(int partition, Instant at) {
        happenings.add(new Happening(at, partition, null, null));
    }

    private void write(Happening what) {
        if (what.article() != null) {
            String id = what.article().getArticle().getId();
            log.add(
                    topics.enriched().name(),
                    id,
                    what.article(),
                    topics.enriched().valueSerde(),
                    what.at());
        } else if (what.story() != null) {
            String id = what.story().getArticleId();
            log.add(topics.stories().name(), id, what.story(), topics.stories().valueSerde(), what.at());
        } else {
            log.add(topics.heartbeats().name(), what.partition(), new byte[0], what.at());
        }
    }

    /** An alert, and when it was raised. */
    record Raised(Instant at, String watch, String kind, String id) {}

    /** What the topology raises; of watches whose partition is 0, for a test driver knows no other. */
    List<Raised> live(List<CompiledWatch> watches, Path stateDir) {
        Properties properties = StreamsRunner.handlers("alerts", "dead", new SimpleMeterRegistry());
        properties.setProperty("application.id", "vedette-alerts");
        properties.setProperty("bootstrap.servers", "unused:1");
        properties.setProperty("state.dir", stateDir.toString());
        Watches snapshot = Watches.of(watches);
        AlertingTopology topology = new AlertingTopology(
                topics, new SomeEntities(), () -> snapshot, TestSettings.WITHOUT_HISTORY, new SimpleMeterRegistry());
        Instant start = happenings.get(0).at();
        try (TopologyTestDriver driver = new TopologyTestDriver(topology.build(), properties, start)) {
            TestInputTopic<String, EnrichedArticle> enriched = input(driver, topics.enriched());
            TestInputTopic<String, Story> stories = input(driver, topics.stories());
            TestInputTopic<String, byte[]> beats = input(driver, topics.heartbeats());
            TestInputTopic<String, Match> matches =
                    driver.createInputTopic(MATCHES, new StringSerializer(), asMatches());
            for (Happening what : happenings) {
                if (what.article() != null) {
                    enriched.pipeInput(what.article().getArticle().getId(), what.article(), what.at());
                } else if (what.story() != null) {
                    stories.pipeInput(what.story().getArticleId(), what.story(), what.at());
                } else if (what.partition() == 0) {
                    beats.pipeInput(null, new byte[0], what.at());
                } else {
                    // what the other partitions' tasks make of a heartbeat
                    matches.pipeInput("", Signal.progress(what.partition(), what.at()), what.at());
                }
            }
            return driver
                    .createOutputTopic(
                            topics.alerts().name(),
                            topics.alerts().keySerde().deserializer(),
                            topics.alerts().valueSerde().deserializer())
                    .readRecordsToList()
                    .stream()
                    .map(record -> raised(record.value(), record.getRecordTime()))
                    .toList();
        }
    }

    /** What a back-test says that they would have raised. */
    List<Raised> backtest(List<CompiledWatch> watches, Instant since, Instant now) throws InterruptedException {
        BacktestRun run = new BacktestRun(
                new BacktestRequest(watches, List.of(), since, Tenant.HOUSE),
                topics,
                log::consumer,
                new ArticleMatcher(new SomeEntities()),
                new Teller(TestSettings.WITHOUT_HISTORY),
                new BacktestConfig(3, 100_000, 100, 1, 20, 1, 1_000));
        List<Raised> raised = new ArrayList<>();
        for (Report report : run.run(now)) {
            report.tried()
                    .samples()
                    .forEach(alert -> raised.add(new Raised(
                            Instant.parse(alert.get("raisedAt").asText()),
                            alert.get("watchId").asText(),
                            alert.get("kind").asText(),
                            alert.get("id").asText())));
        }
        return raised;
    }

    private static Raised raised(Alert alert, Instant at) {
        return new Raised(at, alert.getWatchId(), alert.getKind(), alert.getId());
    }

    private Serializer<Match> asMatches() {
        Serializer<Match> serializer = topics.matches().valueSerde().serializer();
        return (topic, match) -> serializer.serialize(topics.matches().name(), match);
    }

    private static <V> TestInputTopic<String, V> input(TopologyTestDriver driver, Topic<String, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    @Override
    public void close() {
        serdes.close();
    }
}
