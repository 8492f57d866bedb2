package io.vedette.enrich;

import static io.vedette.enrich.EnrichmentHarness.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.runtime.config.EnrichConfig;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.KnownArticle;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Mention;
import io.vedette.schemas.Origin;
import io.vedette.text.Annotations;
import io.vedette.text.article.ArticleId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichmentTopologyTest {

    private static final Duration WINDOW = Duration.ofDays(7);

    @TempDir
    private Path folder;

    private EnrichmentHarness pipeline;

    @BeforeEach
    void start() throws Exception {
        pipeline = new EnrichmentHarness(folder, TestTaggers.capitalisedWords(), Map.of()).withSchemas();
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void itsStepsAndNamesAreThoseCommitted() throws Exception {
        EnrichConfig config = EnrichmentHarness.config(folder, Map.of()).enrich();
        EnrichMetrics metrics = new EnrichMetrics(Lane.LIVE, pipeline.meters);
        var articles = new EnrichmentTopology(
                        pipeline.topics, Lane.LIVE, config, 6, TestTaggers.capitalisedWords(), metrics)
                .build();
        var stories = new StoryTopology(pipeline.topics, config, metrics).build();

        assertThat(articles.describe().toString().strip()).isEqualTo(committed("expected-topology.txt"));
        assertThat(stories.describe().toString().strip()).isEqualTo(committed("expected-story-topology.txt"));
    }

    @Test
    void whatIsFilledInLaterIsTaggedButTellsNoStory(@TempDir Path other) throws Exception {
        try (EnrichmentHarness backfill = new EnrichmentHarness(
                        Lane.BACKFILL, other, TestTaggers.capitalisedWords(), Map.of(), pipeline.serdes)
                .withSchemas()) {
            backfill.pipe(null, text("Something of Long ago."), NOON);

            assertThat(backfill.onlyEnriched().getMentions()).isNotEmpty();
            assertThat(backfill.driver.producedTopicNames())
                    .contains(backfill.topics.enriched(Lane.BACKFILL).name())
                    .doesNotContain(
                            backfill.topics.enriched().name(),
                            backfill.topics.articleHistory().name(),
                            backfill.topics.fingerprints().name());
        }
    }

    @Test
    void fillsInWhatARecordWithOnlyATextLacks() {
        pipeline.pipe(null, text("Nothing but Words."), NOON);

        TestRecord<String, EnrichedArticle> record = pipeline.enriched.readRecord();

        String id = ArticleId.of(null, "Nothing but Words.");
        assertThat(record.key()).isEqualTo(id);
        assertThat(record.timestamp()).isEqualTo(NOON.toEpochMilli());
        assertThat(record.value().getArticle().getId()).isEqualTo(id);
        assertThat(record.value().getArticle().getPublishedAt()).isEqualTo(NOON);
        assertThat(record.value().getArticle().getMarks()).containsExactly("DATE_ASSUMED");
        assertThat(record.value().getAcceptedAt()).isEqualTo(NOON);
        assertThat(record.value().getLanguage()).isEqualTo("en");
        assertThat(record.value().getGazetteerVersion()).isEqualTo("gazetteer-1");
        assertThat(record.value().getLexiconVersion()).isEqualTo("lexicon-1");
        assertThat(record.value().getMentions()).extracting(Mention::getText).containsExactly("Nothing", "Words");
    }

    @Test
    void anArticleIsTaggedWithTheNamesOfItsMomentAndSaysWhich() {
        pipeline.pipe(null, text("Words of the Morning."), NOON);
        pipeline.tagWith(new Tagger(
                document -> new Annotations("en", List.of(), List.of()), "gazetteer-2", "lexicon-1", List.of()));
        pipeline.pipe(null, text("Words of the Evening."), NOON);

        assertThat(pipeline.enriched())
                .extracting(TestRecord::value)
                .satisfiesExactly(
                        morning -> {
                            assertThat(morning.getGazetteerVersion()).isEqualTo("gazetteer-1");
                            assertThat(morning.getMentions()).isNotEmpty();
                        },
                        evening -> {
                            assertThat(evening.getGazetteerVersion()).isEqualTo("gazetteer-2");
                            assertThat(evening.getMentions()).isEmpty();
                        });
    }

    @Test
    void anArticleOfAnotherCenturyIsAnArticle() {
        Article article = text("A text.");
        article.setPublishedAt(Instant.parse("1588-08-08T12:00:00Z"));

        pipeline.pipe(null, article, NOON);

        assertThat(pipeline.enriched()).hasSize(1);
    }

    @Test
    void putsAForeignKeyRight() {
        pipeline.pipe("somebody else's", text("A text."), NOON);

        assertThat(pipeline.enriched.readRecord().key()).isEqualTo(ArticleId.of(null, "A text."));
    }

    @Test
    void dropsTheSameArticleWithinTheWindow() {
        pipeline.pipe(null, text("A text."), NOON);
        pipeline.pipe("other", text(" A text. "), NOON.plus(WINDOW).minusMillis(1));

        assertThat(pipeline.enriched()).hasSize(1);
        assertThat(count("vedette.articles.repeated")).isEqualTo(1);
        assertThat(count("vedette.articles.enriched")).isEqualTo(1);
    }

    @Test
    void letsTheSameArticleThroughAgainAfterTheWindow() {
        pipeline.pipe(null, text("A text."), NOON);
        pipeline.pipe(null, text("A text."), NOON.plus(WINDOW).plusMillis(1));

        assertThat(pipeline.enriched()).hasSize(2);
    }

    @Test
    void dropsARepeatThatComesLate() {
        pipeline.pipe(null, text("A text."), NOON);
        pipeline.pipe(null, text("A text."), NOON.minus(Duration.ofHours(1)));

        assertThat(pipeline.enriched()).hasSize(1);
    }

    @Test
    void letsANewVersionOfAnArticleThrough() {
        pipeline.pipe(null, at("https://example.org/a", "First version."), NOON);
        pipeline.pipe(null, at("https://example.org/a", "Second version."), NOON.plusSeconds(1));
        pipeline.pipe(null, at("https://example.org/a", "First version."), NOON.plusSeconds(2));
        pipeline.pipe(null, at("https://example.org/a#top", "Second version."), NOON.plusSeconds(3));

        assertThat(pipeline.enriched())
                .extracting(record -> record.value().getArticle().getText())
                .containsExactly("First version.", "Second version.");
    }

    @Test
    void anArticleWhoseEmbargoIsLiftedIsANewVersion() {
        Article held = text("A text.");
        held.setEmbargoUntil(NOON.plus(Duration.ofDays(1)));
        pipeline.pipe(null, held, NOON);
        pipeline.pipe(null, text("A text."), NOON.plusSeconds(1));

        assertThat(pipeline.enriched()).hasSize(2);
    }

    @Test
    void theStateOfAnArticleIsOneSmallRow() {
        pipeline.pipe(null, text("A text.".repeat(1000)), NOON);
        pipeline.pipe(null, text("A text.".repeat(1000)), NOON.plusSeconds(1));

        var rows = pipeline.driver
                .<String, KnownArticle>getWindowStore(KnownArticles.STORE)
                .all();
        try (rows) {
            var row = rows.next();
            assertThat(row.key.key()).hasSize(32);
            byte[] written = pipeline.topics
                    .knownArticles()
                    .valueSerde()
                    .serializer()
                    .serialize(pipeline.topics.knownArticles().name(), row.value);
            assertThat(written).hasSizeLessThan(150);
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void cutsATextOfTenMegabytes() {
        String text = "Drei Kurze Worte. ".repeat(600_000);
        pipeline.raw.pipeInput(null, pipeline.bytes(text(text)), NOON);

        EnrichedArticle enriched = pipeline.onlyEnriched();

        assertThat(enriched.getArticle().getMarks()).contains("TRUNCATED");
        assertThat(enriched.getArticle().getText().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(256 * 1024);
        assertThat(RecordSize.of(enriched)).isLessThanOrEqualTo(900_000);
        assertThat(enriched.getTruncated()).contains("mentions");
    }

    @Test
    void setsTheHeadersOfAnEventAndKeepsThoseOfItsProducer() {
        RecordHeaders given = new RecordHeaders();
        given.add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8));
        given.add("ce_id", "another".getBytes(UTF_8));
        given.add("bulk", new byte[20_000]);
        pipeline.raw.pipeInput(new TestRecord<>(null, pipeline.bytes(text("A text.")), given, NOON));

        var record = pipeline.enriched.readRecord();

        assertThat(header(record, "traceparent")).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_id")).isEqualTo(record.key());
        assertThat(header(record, "ce_type")).isEqualTo("io.vedette.enriched");
        assertThat(header(record, "ce_source")).isEqualTo("/enrich");
        assertThat(header(record, "ce_time")).isEqualTo("2026-11-01T12:00:00Z");
        assertThat(record.headers().lastHeader("bulk")).isNull();
    }

    @Test
    void mentionsAreCountedByTypeAndLane() {
        pipeline.pipe(null, text("Red Army and Blue Army."), NOON);

        assertThat(pipeline.meters
                        .get("vedette.mentions")
                        .tags("lane", "live", "type", "GROUP")
                        .counter()
                        .count())
                .isEqualTo(4);
    }

    @Test
    void lanesOfOneProcessAreCountedApart() {
        EnrichMetrics backfill = new EnrichMetrics(Lane.BACKFILL, pipeline.meters);
        pipeline.pipe(null, text("News."), NOON);
        backfill.accepting(() -> "an old article");

        assertThat(pipeline.meters
                        .get("vedette.enrich.in")
                        .tag("lane", "live")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(pipeline.meters
                        .get("vedette.stage")
                        .tags("service", "enrich-backfill", "stage", "accept")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void timesFromTheOutletToTheAppendOnlyWhereTheOutletGaveATime() {
        Article dated = text("A text.");
        dated.setPublishedAt(NOON.minusSeconds(90));
        pipeline.pipe(null, dated, NOON);
        pipeline.pipe(null, text("Another text."), NOON);

        var timer = pipeline.meters.get("vedette.time.outlet.to.append").timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.SECONDS)).isEqualTo(90);
    }

    @Test
    void aForwardNamesTheArticleThatItRepeatsAndIsNoIndependentText() {
        String event = "A freight train carrying chlorine derailed near Oberdorf on Tuesday night and four villages"
                + " along the river Aller were cleared, the fire brigade of Oberdorf said. Nobody was hurt.";
        Article own = from("one.example", event);
        Article forward = from(
                "two.example",
                "Four villages on the Aller were evacuated after a chlorine train left the rails at Oberdorf.");
        forward.setOrigin(Origin.newBuilder()
                .setForwardOf("https://T.example/port/7?utm_source=x")
                .build());
        pipeline.pipe(null, own, NOON);
        pipeline.pipe(null, forward, NOON);

        var stories = pipeline.stories();

        assertThat(stories.get(1).value().getStoryId())
                .isEqualTo(stories.get(0).value().getStoryId());
        assertThat(stories.get(1).value().getCopyOf()).isEqualTo(ArticleId.of("https://t.example/port/7", ""));
        assertThat(stories.get(1).value().getIndependentTexts()).isEqualTo(1);
    }

    @Test
    void reportsOfOneEventGetOneStoryAndACopyIsNoIndependentText() {
        String wire = "A freight train carrying chlorine derailed near Oberdorf on Tuesday night and four villages"
                + " along the river Aller were cleared, the fire brigade of Oberdorf said. Nobody was hurt.";
        pipeline.pipe(null, from("one.example", wire), NOON);
        pipeline.pipe(null, from("two.example", wire + " Our reporter adds that the line stays closed."), NOON);
        pipeline.pipe(
                null,
                from(
                        "three.example",
                        "Four villages on the Aller were evacuated after a chlorine train left the rails at Oberdorf."),
                NOON);
        pipeline.pipe(null, from("four.example", "The parliament of Norland passed its budget by two votes."), NOON);

        var stories = pipeline.stories();

        assertThat(stories).extracting(record -> record.value().getArticles()).containsExactly(1, 2, 3, 1);
        assertThat(stories)
                .extracting(record -> record.value().getIndependentTexts())
                .containsExactly(1, 1, 2, 1);
        assertThat(stories).extracting(record -> record.value().getOutlets()).containsExactly(1, 2, 3, 1);
        assertThat(stories.get(1).value().getCopyOf()).isEqualTo(stories.get(0).key());
        assertThat(stories.subList(0, 3))
                .extracting(record -> record.value().getStoryId())
                .containsOnly(stories.get(0).value().getStoryId());
        assertThat(stories.get(3).value().getStoryId())
                .isNotEqualTo(stories.get(0).value().getStoryId());
        assertThat(stories.get(0).timestamp()).isEqualTo(NOON.toEpochMilli());
        assertThat(new String(stories.get(0).headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("io.vedette.story");
        assertThat(pipeline.meters.get("vedette.stories.open").gauge().value()).isEqualTo(2);
    }

    @Test
    void aNewVersionOfAnArticleKeepsItsStoryAndCountsOnce() {
        pipeline.pipe(null, at("https://example.org/a", "A ferry ran aground off Kap Nord with 90 on board."), NOON);
        pipeline.pipe(null, at("https://example.org/a", "A ferry ran aground. All were saved."), NOON.plusSeconds(1));

        var stories = pipeline.stories();

        assertThat(stories).hasSize(2);
        assertThat(stories.get(1).value()).isEqualTo(stories.get(0).value());
    }

    @Test
    void aCanaryIsTaggedButTellsNoStory() {
        Article canary = text("This is a canary.");
        canary.setMarks(List.of("CANARY"));

        pipeline.pipe(null, canary, NOON);

        assertThat(pipeline.onlyEnriched().getArticle().getMarks()).contains("CANARY");
        assertThat(pipeline.stories()).isEmpty();
    }

    @Test
    void aFingerprintTakesLessThanAKilobyte() {
        String text = IntStream.range(0, 5_000).mapToObj(i -> "Word" + i).collect(Collectors.joining(" "));
        pipeline.pipe(null, text(text), NOON);

        var written = pipeline.driver.createOutputTopic(
                pipeline.topics.fingerprints().name(), new StringDeserializer(), new ByteArrayDeserializer());

        assertThat(written.readValue()).hasSizeLessThan(1_000);
    }

    private static String committed(String file) throws Exception {
        return Files.readString(Path.of("src/test/resources").resolve(file)).strip();
    }

    private static Article from(String source, String text) {
        return Article.newBuilder().setText(text).setSource(source).build();
    }

    private double count(String name) {
        return pipeline.meters.get(name).counter().count();
    }

    private static String header(TestRecord<?, ?> record, String key) {
        return new String(record.headers().lastHeader(key).value(), UTF_8);
    }

    private static Article text(String text) {
        return Article.newBuilder().setText(text).build();
    }

    private static Article at(String url, String text) {
        return Article.newBuilder().setText(text).setUrl(url).build();
    }
}
