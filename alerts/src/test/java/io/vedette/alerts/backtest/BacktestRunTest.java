package io.vedette.alerts.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.topology.AlertingSettings;
import io.vedette.alerts.topology.AlertingTopology;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.alerts.topology.OncePerStory;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.config.BacktestConfig;
import io.vedette.runtime.streams.StreamsRunner;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestRunTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(3));
    private static final List<String> WORDS = List.of("convoy", "routes", "harbour", "strike", "ferry");

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://" + UUID.randomUUID()).withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);
    private final FixedLog log =
            new FixedLog(3, topics.enriched().name(), topics.stories().name());
    private final List<Entry> entries = new ArrayList<>();

    @TempDir
    private Path folder;

    private record Entry(EnrichedArticle article, Story story, Instant at) {}

    @AfterEach
    void close() {
        serdes.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellsTheSameStoriesAsTheTopologyDidLive(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            add("a" + i, "s" + random.nextInt(60), words(random), NOON.plusSeconds(60L * i));
        }
        List<CompiledWatch> watches = List.of(
                watch("one", "convoy OR harbour"),
                watch("two", "strike NOT ferry"),
                watch("three", "\"convoy routes\""));

        assertThat(told(run(watches, List.of()))).isNotEmpty().isEqualTo(live(watches));
    }

    @Test
    void saysWhatAChangeAddsAndLoses() throws Exception {
        add("a1", "s1", "a convoy", NOON);
        add("a2", "s2", "a ferry", NOON);
        add("a3", "s3", "a convoy and a ferry", NOON);

        Report report =
                run(List.of(watch("w", "ferry")), List.of(watch("w", "convoy"))).get(0);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.addedSamples())
                .extracting(alert -> alert.get("articleId").asText())
                .containsExactly("a2");
        assertThat(report.lost()).isEqualTo(1);
        assertThat(report.lostSamples())
                .extracting(alert -> alert.get("articleId").asText())
                .containsExactly("a1");
        assertThat(report.current().alerts()).isEqualTo(2);
        assertThat(report.tried().samples().get(0).get("watchId").asText()).isEqualTo("w");
    }

    @Test
    void countsEachDayAndLeavesOutWhatCameBeforeAndCanaries() throws Exception {
        add("a0", "s0", "a convoy", NOON.minusSeconds(1));
        add("a1", "s1", "a convoy", NOON);
        add("a2", "s1", "the same convoy", NOON.plusSeconds(1));
        add("a3", "s3", "a convoy", NOON.plus(Duration.ofDays(2)));
        EnrichedArticle canary = article("c1", "a convoy");
        canary.getArticle().setMarks(List.of("CANARY"));
        log.add(topics.enriched().name(), "c1", canary, topics.enriched().valueSerde(), NOON);

        Report.Figures figures =
                run(List.of(watch("w", "convoy")), List.of()).get(0).tried();

        assertThat(figures.matches()).isEqualTo(3);
        assertThat(figures.alerts()).isEqualTo(2);
        assertThat(figures.perDay())
                .containsEntry(LocalDate.of(2026, 11, 1), 1)
                .containsEntry(LocalDate.of(2026, 11, 2), 0)
                .containsEntry(LocalDate.of(2026, 11, 3), 1);
    }

    @Test
    void aWatchThatMatchesTooMuchEndsIt() {
        for (int i = 0; i < 20; i++) {
            add("a" + i, "s" + i, "a convoy", NOON);
        }
        BacktestRun run = run(new BacktestConfig(2, 10, 10, 1, 10, 10), List.of(watch("w", "convoy")), List.of());

        assertThatThrownBy(() -> run.run(LATER))
                .hasMessageContaining("10 matches")
                .hasMessageContaining("backtest.mostMatches");
    }

    @Test
    void canBeCancelled() {
        add("a1", "s1", "a convoy", NOON);
        BacktestRun run = run(limits(), List.of(watch("w", "convoy")), List.of());

        run.cancel();

        assertThatThrownBy(() -> run.run(LATER)).isInstanceOf(CancellationException.class);
    }

    private static Set<String> told(List<Report> reports) {
        Set<String> told = new TreeSet<>();
        for (Report report : reports) {
            report.tried()
                    .samples()
                    .forEach(alert -> told.add(alert.get("watchId").asText() + " "
                            + alert.get("storyId").asText() + " "
                            + alert.get("id").asText()));
        }
        return told;
    }

    /** The same log through the topology. */
    private Set<String> live(List<CompiledWatch> watches) {
        Properties properties = StreamsRunner.handlers("alerts", "dead", new SimpleMeterRegistry());
        properties.setProperty("application.id", "vedette-alerts");
        properties.setProperty("bootstrap.servers", "unused:1");
        properties.setProperty("state.dir", folder.toString());
        Watches known = Watches.of(watches);
        var topology = new AlertingTopology(
                topics, new SomeEntities(), () -> known, AlertingSettings.DEFAULTS, new SimpleMeterRegistry());
        Set<String> told = new TreeSet<>();
        try (TopologyTestDriver driver = new TopologyTestDriver(topology.build(), properties, NOON)) {
            TestInputTopic<String, EnrichedArticle> enriched = input(driver, topics.enriched());
            TestInputTopic<String, Story> stories = input(driver, topics.stories());
            for (Entry entry : entries) {
                String id = entry.story().getArticleId();
                stories.pipeInput(id, entry.story(), entry.at());
                enriched.pipeInput(id, entry.article(), entry.at());
            }
            for (Alert alert : driver.createOutputTopic(
                            topics.alerts().name(),
                            topics.alerts().keySerde().deserializer(),
                            topics.alerts().valueSerde().deserializer())
                    .readValuesToList()) {
                told.add(alert.getWatchId() + " " + alert.getStoryId() + " " + alert.getId());
            }
        }
        return told;
    }

    private static <V> TestInputTopic<String, V> input(TopologyTestDriver driver, Topic<String, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    private List<Report> run(List<CompiledWatch> watches, List<CompiledWatch> current) throws InterruptedException {
        return run(limits(), watches, current).run(LATER);
    }

    private BacktestRun run(BacktestConfig limits, List<CompiledWatch> watches, List<CompiledWatch> current) {
        return new BacktestRun(
                new BacktestRequest(watches, current, NOON),
                topics,
                log::consumer,
                new ArticleMatcher(new SomeEntities()),
                new StoryTeller(new OncePerStory(AlertingSettings.DEFAULTS)),
                limits);
    }

    private static BacktestConfig limits() {
        return new BacktestConfig(2, 100_000, 100, 1, 20, 1_000);
    }

    private void add(String id, String story, String text, Instant at) {
        EnrichedArticle article = article(id, text);
        Story told = Story.newBuilder().setStoryId(story).setArticleId(id).build();
        entries.add(new Entry(article, told, at));
        log.add(topics.enriched().name(), id, article, topics.enriched().valueSerde(), at);
        log.add(topics.stories().name(), id, told, topics.stories().valueSerde(), at);
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder("They saw a");
        for (int i = 0; i < 3; i++) {
            words.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.append('.').toString();
    }

    private static EnrichedArticle article(String id, String text) {
        return EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder().setId(id).setText(text).build())
                .setLanguage("en")
                .setMentions(List.of())
                .setClaims(List.of())
                .build();
    }

    private static CompiledWatch watch(String id, String query) {
        return CompiledWatch.of(
                Watch.newBuilder().setId(id).setTitle(id).setQuery(query).build(),
                new QueryCompiler(new SomeEntities()));
    }
}
