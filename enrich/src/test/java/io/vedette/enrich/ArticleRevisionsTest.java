package io.vedette.enrich;

import static io.vedette.enrich.EnrichmentHarness.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vedette.schemas.Article;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Origin;
import io.vedette.schemas.Revision;
import io.vedette.schemas.Sighting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleRevisionsTest {

    private static final String URL = "https://news.example/bridge";
    private static final String TITLE = "A bridge fell";
    private static final String TEXT = "A bridge fell at Oberdorf on Monday. Two people were hurt.";
    private static final String LONGER = TEXT + " The mayor spoke of a miracle.";
    private static final Duration WINDOW = Duration.ofDays(7);

    @TempDir
    private Path folder;

    private EnrichmentHarness pipeline;
    private Instant now = NOON;

    @BeforeEach
    void start() throws Exception {
        pipeline = new EnrichmentHarness(folder, TestTaggers.capitalisedWords(), Map.of()).withSchemas();
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void aNewArticleBeginsItsHistory() {
        pipe(from("harbour", TITLE, TEXT));

        EnrichedArticle enriched = pipeline.onlyEnriched();
        assertThat(enriched.getArticle().getRevision()).isEqualTo(1);
        assertThat(enriched.getChanged()).isEmpty();
        TestRecord<String, ArticleHistory> record = pipeline.histories.readRecord();
        assertThat(record.key()).isEqualTo(enriched.getArticle().getId());
        ArticleHistory history = record.value();
        assertThat(history.getArticleId()).isEqualTo(record.key());
        assertThat(history.getRevision()).isEqualTo(1);
        assertThat(history.getRevisions()).isEmpty();
        assertThat(history.getSightings())
                .extracting(Sighting::getSourceId, Sighting::getSource, Sighting::getItemKey, Sighting::getAt)
                .containsExactly(tuple("harbour", "Outlet of harbour", "guid-harbour", NOON));
    }

    @Test
    void theSameArticleOfFiveFeedsIsOneThatKnowsAllFive() {
        for (String source : List.of("one", "two", "three", "four", "five")) {
            Article article = from(source, TITLE, TEXT);
            article.setUrl("http://m.news.example/bridge/amp?utm_source=" + source);
            pipe(article);
        }

        assertThat(pipeline.enriched()).hasSize(1);
        assertThat(lastHistory().getSightings())
                .extracting(Sighting::getSourceId)
                .containsExactly("one", "two", "three", "four", "five");
        assertThat(lastRevision()).isEqualTo(1);
    }

    @Test
    void aRepeatFromASourceThatIsKnownSaysNothing() {
        pipe(from("harbour", TITLE, TEXT));
        pipeline.histories.readRecord();

        pipe(from("harbour", TITLE, TEXT));

        assertThat(pipeline.histories.isEmpty()).isTrue();
        assertThat(pipeline.enriched()).hasSize(1);
    }

    @Test
    void aChangedTextIsARevision() {
        pipe(from("harbour", TITLE, TEXT));
        pipe(from("harbour", TITLE, LONGER));

        EnrichedArticle revised = last(pipeline.enriched());
        assertThat(revised.getArticle().getRevision()).isEqualTo(2);
        assertThat(revised.getArticle().getMarks()).contains("EDITED");
        assertThat(revised.getChanged()).containsExactly("TEXT");
        ArticleHistory history = lastHistory();
        assertThat(history.getRevision()).isEqualTo(2);
        assertThat(history.getRevisions())
                .extracting(Revision::getNumber, Revision::getAt, Revision::getChanged)
                .containsExactly(tuple(2, NOON.plusSeconds(1), List.of("TEXT")));
        assertThat(pipeline.meters
                        .get("vedette.articles.revised")
                        .tag("changed", "text")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aChangedTitleIsARevisionAndBothAreOne() {
        pipe(from("harbour", TITLE, TEXT));
        pipe(from("harbour", "Two hurt as a bridge falls", TEXT));
        pipe(from("harbour", "Three hurt as a bridge falls", LONGER));

        assertThat(pipeline.enriched())
                .extracting(record -> record.value().getChanged())
                .containsExactly(List.of(), List.of("TITLE"), List.of("TITLE", "TEXT"));
        assertThat(lastRevision()).isEqualTo(3);
    }

    @Test
    void aCosmeticChangeIsNone() {
        pipe(from("harbour", TITLE, TEXT));
        pipe(from(
                "harbour", "A Bridge Fell", "“A bridge\u00a0fell” at Oberdorf — on Monday.\n\nTwo people were hurt…"));
        pipe(from("harbour", TITLE, "Last updated: 1 November 2026, 12:31 CET\n" + TEXT));

        assertThat(pipeline.enriched()).hasSize(1);
        assertThat(lastRevision()).isEqualTo(1);
    }

    @Test
    void aRevisionFromASourceThatIsNewIsASightingToo() {
        pipe(from("harbour", TITLE, TEXT));
        pipe(from("wire", TITLE, LONGER));

        assertThat(last(pipeline.enriched()).getChanged()).containsExactly("TEXT");
        assertThat(lastHistory().getSightings()).hasSize(2);
    }

    @Test
    void howAnotherSourceShowsTheArticleIsNoChangeOfIt() {
        pipe(from("harbour", TITLE, TEXT));
        pipe(from("portal", "A bridge fell | News Portal", TEXT));
        pipe(from("excerpts", TITLE, "A bridge fell at Oberdorf"));
        Article teaser = from("teasers", TITLE, TEXT + " Read on and on and on at our site, where there is more.");
        teaser.setMarks(List.of("TEASER"));
        pipe(teaser);
        pipe(from("portal", "A bridge fell | News Portal", TEXT));

        assertThat(pipeline.enriched()).hasSize(1);
        assertThat(lastHistory().getSightings()).hasSize(4);
        assertThat(lastRevision()).isEqualTo(1);
    }

    @Test
    void theFullTextAfterATeaserIsARevision() {
        Article teaser = from("harbour", TITLE, "A bridge fell.");
        teaser.setMarks(List.of("TEASER"));
        pipe(teaser);
        pipe(from("wire", TITLE, TEXT));

        assertThat(last(pipeline.enriched()).getChanged()).containsExactly("TEXT");
    }

    @Test
    void aVersionThatComesLateOrFromASourceThatIsBehindIsNoRevision() {
        pipe(from("harbour", TITLE, TEXT));
        pipe(from("harbour", TITLE, LONGER));
        pipe(from("behind", TITLE, TEXT));
        pipeline.pipe(null, from("harbour", TITLE, TEXT), NOON.minusSeconds(60));
        pipe(from("harbour", TITLE, LONGER));

        assertThat(pipeline.enriched()).hasSize(2);
        assertThat(lastRevision()).isEqualTo(2);
        assertThat(pipeline.histories.isEmpty()).isTrue();
    }

    @Test
    void whatComesLateIsNotForgottenFirst() {
        pipe(from("harbour", TITLE, TEXT));
        pipeline.pipe(null, from("harbour", TITLE, LONGER), NOON.minus(Duration.ofDays(1)));
        pipeline.pipe(null, from("harbour", TITLE, LONGER), NOON.plus(WINDOW).minusSeconds(1));

        assertThat(pipeline.enriched()).hasSize(2);
        assertThat(lastRevision()).isEqualTo(2);
    }

    @Test
    void anArticleThatIsSeenAgainAndAgainIsNotForgotten() {
        for (int day = 0; day < 30; day += 3) {
            pipeline.pipe(null, from("harbour", TITLE, TEXT), NOON.plus(Duration.ofDays(day)));
        }

        assertThat(pipeline.enriched()).hasSize(1);
        assertThat(pipeline.histories.readValuesToList()).hasSize(1);
    }

    @Test
    void anArticleThatIsGoneGoesOutAsGoneAndIsNotTagged() {
        pipe(from("harbour", TITLE, TEXT));
        pipeline.stories();
        pipe(gone());
        pipe(gone());

        List<TestRecord<String, EnrichedArticle>> enriched = pipeline.enriched();
        assertThat(enriched).hasSize(2);
        EnrichedArticle gone = enriched.get(1).value();
        assertThat(gone.getArticle().getMarks()).contains("REMOVED");
        assertThat(gone.getArticle().getRevision()).isEqualTo(2);
        assertThat(gone.getChanged()).containsExactly("REMOVED");
        assertThat(gone.getMentions()).isEmpty();
        assertThat(gone.getAcceptedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(pipeline.stories()).isEmpty();
        ArticleHistory history = lastHistory();
        assertThat(history.getRemoved()).isTrue();
        assertThat(history.getSightings()).hasSize(1);
        assertThat(history.getRevisions()).extracting(Revision::getChanged).containsExactly(List.of("REMOVED"));
    }

    @Test
    void anArticleThatIsThereAgainIsTaggedAgain() {
        pipe(from("harbour", TITLE, TEXT));
        pipe(gone());
        pipe(from("harbour", TITLE, TEXT));

        EnrichedArticle restored = last(pipeline.enriched());
        assertThat(restored.getChanged()).containsExactly("RESTORED");
        assertThat(restored.getArticle().getRevision()).isEqualTo(3);
        assertThat(restored.getMentions()).isNotEmpty();
        assertThat(lastHistory().getRemoved()).isFalse();
    }

    @Test
    void theRemovalOfAnArticleThatNobodyRemembersIsToldAsWell() {
        pipe(gone());

        assertThat(pipeline.onlyEnriched().getChanged()).containsExactly("REMOVED");
        assertThat(lastHistory().getRemoved()).isTrue();
    }

    @Test
    void afterTheWindowAnArticleIsNewAgain() {
        pipe(from("harbour", TITLE, TEXT));
        pipeline.pipe(null, from("wire", TITLE, LONGER), NOON.plus(WINDOW).plusSeconds(1));

        assertThat(last(pipeline.enriched()).getArticle().getRevision()).isEqualTo(1);
        assertThat(lastHistory().getSightings())
                .extracting(Sighting::getSourceId)
                .containsExactly("wire");
    }

    @Test
    void itsHistoryDoesNotGrowWithoutEnd() {
        for (int i = 0; i < 120; i++) {
            pipe(from("source-" + i, TITLE, TEXT + " More.".repeat(i)));
        }

        ArticleHistory history = lastHistory();
        assertThat(history.getRevision()).isEqualTo(120);
        assertThat(history.getSightings()).hasSize(50);
        assertThat(history.getSightings().get(0).getSourceId()).isEqualTo("source-0");
        assertThat(history.getRevisions()).hasSize(50);
        assertThat(last50Numbers(history)).isEqualTo(List.of(71, 120));
    }

    @Test
    void whatAProducerSaysOfRevisionsIsNotBelieved() {
        Article article = from("harbour", TITLE, TEXT);
        article.setRevision(17);

        pipe(article);

        assertThat(pipeline.onlyEnriched().getArticle().getRevision()).isEqualTo(1);
    }

    @Test
    void aCanaryHasNoHistory() {
        Article canary = from("harbour", TITLE, TEXT);
        canary.setMarks(List.of("CANARY"));

        pipe(canary);

        assertThat(pipeline.enriched()).hasSize(1);
        assertThat(pipeline.histories.isEmpty()).isTrue();
    }

    private static List<Integer> last50Numbers(ArticleHistory history) {
        List<Revision> revisions = history.getRevisions();
        return List.of(
                revisions.get(0).getNumber(),
                revisions.get(revisions.size() - 1).getNumber());
    }

    private void pipe(Article article) {
        pipeline.pipe(null, article, now);
        now = now.plusSeconds(1);
    }

    private static EnrichedArticle last(List<TestRecord<String, EnrichedArticle>> records) {
        return records.get(records.size() - 1).value();
    }

    private ArticleHistory lastHistory() {
        histories.addAll(pipeline.histories.readValuesToList());
        return histories.get(histories.size() - 1);
    }

    private int lastRevision() {
        return lastHistory().getRevision();
    }

    private final List<ArticleHistory> histories = new java.util.ArrayList<>();

    private static Article gone() {
        Article gone = from("harbour", TITLE, "");
        gone.setMarks(List.of("REMOVED"));
        return gone;
    }

    private static Article from(String sourceId, String title, String text) {
        return Article.newBuilder()
                .setUrl(URL)
                .setTitle(title)
                .setText(text)
                .setSource("Outlet of " + sourceId)
                .setOrigin(Origin.newBuilder()
                        .setSourceId(sourceId)
                        .setItemKey("guid-" + sourceId)
                        .build())
                .build();
    }
}
