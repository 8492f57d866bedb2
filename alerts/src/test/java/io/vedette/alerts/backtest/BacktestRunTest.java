package io.vedette.alerts.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.topology.AlertingSettings;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.BacktestConfig;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Story;
import io.vedette.schemas.Throttle;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BacktestRunTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(3));

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://" + UUID.randomUUID()).withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);
    private final FixedLog log = new FixedLog(
            3,
            topics.enriched().name(),
            topics.stories().name(),
            topics.heartbeats().name());

    @AfterEach
    void close() {
        serdes.close();
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
    void comparesWindowsWhateverNumberIsAskedFor() throws Exception {
        add("a1", "s1", "a convoy", NOON);
        add("a2", "s2", "a convoy", NOON.plusSeconds(600));
        add("a3", "s3", "a convoy", NOON.plusSeconds(1_200));
        add("a4", "s4", "a convoy", NOON.plusSeconds(7_200));
        add("a5", "s5", "a convoy", NOON.plusSeconds(7_300));

        Report report = run(
                        List.of(watch("w", "COUNT(convoy, 1h) >= 2")), List.of(watch("w", "COUNT(convoy, 1h) >= 3")))
                .get(0);

        assertThat(report.tried().alerts()).isEqualTo(2);
        assertThat(report.current().alerts()).isEqualTo(1);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.lost()).isZero();
        assertThat(report.addedSamples().get(0).get("raisedAt").asText())
                .isEqualTo(NOON.plusSeconds(7_300).toString());
    }

    @Test
    void readsWhatAWindowNeedsBeforeTheBeginningAndTellsNothingOfThat() throws Exception {
        add("a1", "s1", "a convoy", NOON.minusSeconds(7_300));
        add("a2", "s2", "a convoy", NOON.minusSeconds(7_200));
        add("a3", "s3", "a convoy", NOON.minusSeconds(600));
        add("a4", "s4", "a convoy", NOON.plusSeconds(600));

        Report report = run(List.of(watch("w", "COUNT(convoy, 1h) >= 2"), watch("plain", "convoy")), List.of())
                .get(0);

        assertThat(report.tried().alerts()).isEqualTo(1);
        assertThat(report.tried().matches()).isEqualTo(1);
    }

    @Test
    void saysThatWindowsWereNotFull() throws Exception {
        add("a1", "s1", "a convoy", NOON);

        assertThat(run(List.of(watch("w", "SPIKE(convoy, 1h, 3)")), List.of())
                        .get(0)
                        .notes())
                .anySatisfy(note -> assertThat(note).contains("not full", "2026-11-01T12:00:00Z"));
    }

    @Test
    void aWatchIsHeldToItsValidityAndTellsNothingUnlessEnabled() throws Exception {
        add("a1", "s1", "a convoy", NOON);
        add("a2", "s2", "a convoy", NOON.plusSeconds(600));
        Watch.Builder watch = Watch.newBuilder().setId("w").setTitle("w").setQuery("convoy");
        Watch ended = watch.setValidUntil(NOON.plusSeconds(300)).build();
        Watch off = watch.setValidUntil(null).setEnabled(false).build();

        Report report = run(
                        List.of(CompiledWatch.of(ended, new QueryCompiler(new SomeEntities()))),
                        List.of(CompiledWatch.of(off, new QueryCompiler(new SomeEntities()))))
                .get(0);

        assertThat(report.tried().alerts()).isEqualTo(1);
        assertThat(report.notes()).anySatisfy(note -> assertThat(note).contains("valid until"));
        assertThat(report.current().alerts()).isZero();
    }

    @Test
    void countsWhatAThrottleWouldHaveHeld() throws Exception {
        for (int i = 0; i < 5; i++) {
            add("a" + i, "s" + i, "a convoy", NOON.plusSeconds(i));
        }
        Watch watch = Watch.newBuilder()
                .setId("w")
                .setTitle("w")
                .setQuery("convoy")
                .setThrottle(new Throttle(2, 3_600_000L))
                .build();

        assertThat(run(List.of(CompiledWatch.of(watch, new QueryCompiler(new SomeEntities()))), List.of())
                        .get(0)
                        .tried()
                        .held())
                .containsExactly(Map.entry("THROTTLE", 3));
    }

    @Test
    void aWatchThatMatchesTooMuchEndsIt() {
        for (int i = 0; i < 20; i++) {
            add("a" + i, "s" + i, "a convoy", NOON);
        }
        BacktestRun run = run(new BacktestConfig(2, 10, 10, 1, 10, 1, 10), List.of(watch("w", "convoy")), List.of());

        assertThatThrownBy(() -> run.run(LATER))
                .hasMessageContaining("10 matches")
                .hasMessageContaining("\"w\"")
                .hasMessageContaining("backtest.mostMatches");
    }

    @Test
    void canBeCancelled() {
        add("a1", "s1", "a convoy", NOON);
        BacktestRun run = run(limits(), List.of(watch("w", "convoy")), List.of());

        run.cancel();

        assertThatThrownBy(() -> run.run(LATER)).isInstanceOf(CancellationException.class);
    }

    private List<Report> run(List<CompiledWatch> watches, List<CompiledWatch> current) throws InterruptedException {
        return run(limits(), watches, current).run(LATER);
    }

    private BacktestRun run(BacktestConfig limits, List<CompiledWatch> watches, List<CompiledWatch> current) {
        return new BacktestRun(
                new BacktestRequest(watches, current, NOON, Tenant.HOUSE),
                topics,
                log::consumer,
                new ArticleMatcher(new SomeEntities()),
                new Teller(AlertingSettings.DEFAULTS),
                limits);
    }

    private static BacktestConfig limits() {
        return new BacktestConfig(2, 100_000, 100, 1, 20, 1, 1_000);
    }

    private void add(String id, String story, String text, Instant at) {
        EnrichedArticle article = article(id, text);
        Story told = Story.newBuilder().setStoryId(story).setArticleId(id).build();
        log.add(topics.enriched().name(), id, article, topics.enriched().valueSerde(), at);
        log.add(topics.stories().name(), id, told, topics.stories().valueSerde(), at);
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
