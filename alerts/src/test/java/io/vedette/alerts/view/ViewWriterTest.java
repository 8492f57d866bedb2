package io.vedette.alerts.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.view.Batch.Timed;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.EnrichedArticle;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.store.LockObtainFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewWriterTest {

    private static final TopicPartition PARTITION = new TopicPartition("articles", 3);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private ViewIndex index;
    private ViewWriter writer;

    @BeforeEach
    void open() throws IOException {
        index = ViewIndex.open(folder, "test", 8);
        writer = new ViewWriter(index, new SomeEntities());
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void whatBelongsTogetherIsFoundTogetherInWhateverOrderItCame() throws IOException {
        List<Consumer<Batch>> records = new ArrayList<>(List.of(
                batch -> add(batch.articles, ViewRecords.article(1)),
                batch -> add(batch.alertedArticles, ViewRecords.article(1)),
                batch -> addAlert(batch, ViewRecords.alert("x1", "w", "a1")),
                batch -> addState(batch, ViewRecords.state("x1", "ACKNOWLEDGED")),
                batch -> batch.stories.put("a1", new Timed<>(ViewRecords.story("a1"), ViewRecords.START))));
        Random random = new Random(7);
        for (int order = 0; order < 24; order++) {
            Collections.shuffle(records, random);
            for (Consumer<Batch> record : records) {
                apply(record);
            }

            Filter filter = filter(
                    "withdrew",
                    Map.of(ViewFields.PLACE, Set.of(ViewRecords.MELITOPOL), ViewFields.STATUS, Set.of("ACKNOWLEDGED")));
            assertThat(alerts(filter)).as("order %s", order).containsExactly("x1");
            assertThat(articles(filter(null, Map.of(ViewFields.ALERTED, Set.of("true")))))
                    .containsExactly("a1");
            assertThat(articlesOfStories("story-of-a1")).containsExactly(Kind.ARTICLE.key("a1"));
            index.clear();
        }
    }

    @Test
    void anArticleKnowsItsHistoryInWhateverOrderItCame() throws IOException {
        List<Consumer<Batch>> records = new ArrayList<>(List.of(
                batch -> add(batch.articles, ViewRecords.article(1)),
                batch -> add(batch.alertedArticles, ViewRecords.article(1)),
                batch -> addAlert(batch, ViewRecords.alert("x1", "w", "a1")),
                batch -> addHistory(batch, history("a1", 2, true))));
        Random random = new Random(7);
        for (int order = 0; order < 24; order++) {
            Collections.shuffle(records, random);
            for (Consumer<Batch> record : records) {
                apply(record);
            }

            assertThat(article("a1").history()).as("order %s", order).isEqualTo(history("a1", 2, true));
            assertThat(articles(filter(null, Map.of(ViewFields.REMOVED, Set.of("true")))))
                    .containsExactly("a1");
            assertThat(alerts(filter(null, Map.of(ViewFields.REMOVED, Set.of("true")))))
                    .containsExactly("x1");
            index.clear();
        }
    }

    @Test
    void whatIsThereAgainIsNoLongerGone() throws IOException {
        apply(batch -> {
            add(batch.articles, ViewRecords.article(1));
            addHistory(batch, history("a1", 2, true));
        });
        apply(batch -> addHistory(batch, history("a1", 3, false)));

        assertThat(articles(filter(null, Map.of(ViewFields.REMOVED, Set.of("false")))))
                .containsExactly("a1");
        assertThat(articles(filter(null, Map.of(ViewFields.REMOVED, Set.of("true")))))
                .isEmpty();
        assertThat(article("a1").history().getRevision()).isEqualTo(3);
    }

    @Test
    void anOlderRevisionDoesNotReplaceANewerOneWhicheverTopicItComesFrom() throws IOException {
        EnrichedArticle first = ViewRecords.article("a1", 0, "First", "The first version.");
        EnrichedArticle second = ViewRecords.article("a1", 5, "Second", "The second version.");
        second.getArticle().setRevision(2);

        apply(batch -> add(batch.articles, second));
        apply(batch -> add(batch.alertedArticles, first));

        assertThat(article("a1").enriched().getArticle().getTitle()).isEqualTo("Second");
        assertThat(article("a1").alerted()).isTrue();
        assertThat(articles(text("first"))).isEmpty();

        apply(batch -> {
            add(batch.articles, ViewRecords.article("a1", 9, "Third", "The third version."));
            add(batch.alertedArticles, second);
        });

        assertThat(article("a1").enriched().getArticle().getTitle()).isEqualTo("Third");
    }

    @Test
    void anArticleThatOneSourceHadOnceNeedsNoHistory() throws IOException {
        apply(batch -> {
            add(batch.articles, ViewRecords.article(1));
            addHistory(batch, history("a1", 1, false));
        });

        assertThat(article("a1").history().getSightings()).hasSize(1);
        assertThat(article("a1").history().getSightings().get(0).getSource()).isEqualTo("Example News");
    }

    @Test
    void alertsThatNoArticleRaisedAreFoundBesideTheOthers() throws IOException {
        Alert notice = ViewRecords.alert("x2", "w", "");
        notice.setKind("NOTICE");
        apply(batch -> addAlert(batch, ViewRecords.alert("x1", "w", "a1")));
        apply(batch -> addAlert(batch, notice));
        apply(batch -> addAlert(batch, ViewRecords.alert("x3", "w", "a3")));

        assertThat(alerts(filter(null, Map.of(ViewFields.WATCH, Set.of("w")))))
                .containsExactlyInAnyOrder("x1", "x2", "x3");
        assertThat(alerts(filter(null, Map.of(ViewFields.ALERT_KIND, Set.of("NOTICE")))))
                .containsExactly("x2");
    }

    @Test
    void whatTheIndexDoesNotTakeIsLeftOutAndTheRestGoesOn() throws IOException {
        Batch batch = new Batch();
        Alert endless = ViewRecords.alert("x1", "w", "a1");
        endless.setLabels(List.of("l".repeat(40_000)));
        addAlert(batch, endless);
        addAlert(batch, ViewRecords.alert("x2", "w", "a2"));

        assertThat(writer.apply(batch)).isEqualTo(1);
        assertThat(alerts(Filter.ALL)).containsExactly("x2");
    }

    @Test
    void wordsAreFoundInAnyFormOfTheArticlesLanguageAndAsPrefixesPhrasesAndWithout() throws IOException {
        apply(batch -> {
            add(batch.articles, ViewRecords.article("en", 1, "Convoys crossed", "Tanks were moving at Kupiansk."));
            EnrichedArticle german = ViewRecords.article("de", 2, "Kolonne", "Die Panzer standen in den Wäldern.");
            german.setLanguage("de-AT");
            add(batch.articles, german);
        });

        assertThat(articles(text("convoy"))).containsExactly("en");
        assertThat(articles(text("convoy tank moves"))).containsExactly("en");
        assertThat(articles(text("Wald"))).containsExactly("de");
        assertThat(articles(text("waldern"))).containsExactly("de");
        assertThat(articles(text("kupi*"))).containsExactly("en");
        assertThat(articles(text("\"tanks were\""))).containsExactly("en");
        assertThat(articles(text("\"were tanks\""))).isEmpty();
        assertThat(articles(text("panzer | tank"))).containsExactly("de", "en");
        assertThat(articles(text("tank -convoy"))).isEmpty();
        assertThat(articles(text("((\"~*|"))).as("any text is a search").isNotNull();
    }

    @Test
    void alertsThatAreAboutNoArticleAreFoundEach() throws IOException {
        apply(batch -> {
            add(batch.articles, ViewRecords.article(1));
            for (String id : List.of("x1", "x2")) {
                Alert silence = ViewRecords.alert(id, "w", "");
                silence.setKind("SILENCE");
                silence.setTitle(null);
                silence.setClauses(List.of());
                addAlert(batch, silence);
            }
        });

        assertThat(alerts(Filter.ALL)).containsExactlyInAnyOrder("x1", "x2");
        assertThat(articles(filter(null, Map.of(ViewFields.ALERTED, Set.of("true")))))
                .isEmpty();
    }

    @Test
    void pagesAreByTimeThenIdAndNothingIsTwiceOrMissing() throws IOException {
        apply(batch -> {
            for (int i = 0; i < 40; i++) {
                // several of each time
                add(batch.articles, ViewRecords.article("a" + i, i / 4, "Title", "Text"));
            }
        });
        List<String> all = articles(Filter.ALL);
        assertThat(all).hasSize(40);
        assertThat(all.subList(0, 4)).containsExactly("a36", "a37", "a38", "a39");

        List<String> paged = new ArrayList<>();
        Place from = null;
        try (Found found = new Found(index.searchers())) {
            for (boolean more = true; more; ) {
                Walk<ArticleHit> walk =
                        found.articles(Filter.ALL, new Found.Stretch(Order.NEWEST, from, false, 3, PATIENCE));
                more = walk.hasNext();
                for (int i = 0; i < 3 && walk.hasNext(); i++) {
                    ArticleHit hit = walk.next();
                    paged.add(hit.enriched().getArticle().getId());
                    from = new Place(
                            hit.acceptedAt(), hit.enriched().getArticle().getId());
                }
            }
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void placesAreFoundByAreaBoxAndCountryAndLinksByDomain() throws IOException {
        apply(batch -> add(batch.articles, ViewRecords.article(1)));

        assertThat(articles(box(35, 46, 36, 47))).containsExactly("a1");
        assertThat(articles(box(36, 46, 37, 47))).isEmpty();
        assertThat(articles(filter(null, Map.of(ViewFields.COUNTRY, Set.of("UA")))))
                .containsExactly("a1");
        assertThat(articles(filter(null, Map.of(ViewFields.DOMAIN, Set.of("example.org")))))
                .containsExactly("a1");
        assertThat(articles(filter(null, Map.of(ViewFields.DOMAIN, Set.of("ample.org")))))
                .isEmpty();
    }

    @Test
    void anArticleThatRaisedAnAlertStaysAsLongAsAlerts() throws IOException {
        apply(batch -> {
            add(batch.articles, ViewRecords.article(1));
            add(batch.articles, ViewRecords.article(2));
            add(batch.alertedArticles, ViewRecords.article(2));
        });

        writer.expire(ViewRecords.START.plusSeconds(3_600), ViewRecords.START);
        index.searchers().maybeRefreshBlocking();

        assertThat(articles(Filter.ALL)).containsExactly("a2");
    }

    @Test
    void whatWasCommittedIsThereAgainWithItsOffsetsAndNothingElse() throws IOException {
        apply(batch -> add(batch.articles, ViewRecords.article(1)));
        index.commit(Map.of(PARTITION, 17L));
        apply(batch -> add(batch.articles, ViewRecords.article(2)));
        reopen("test");

        assertThat(index.offsets()).containsExactly(Map.entry(PARTITION, 17L));
        assertThat(articles(Filter.ALL)).containsExactly("a1");
    }

    @Test
    void anIndexOfAnotherShapeIsBegunAnew() throws IOException {
        apply(batch -> add(batch.articles, ViewRecords.article(1)));
        index.commit(Map.of(PARTITION, 17L));
        reopen("other topics");

        assertThat(index.offsets()).isEmpty();
        assertThat(articles(Filter.ALL)).isEmpty();
    }

    @Test
    void aDamagedIndexIsBegunAnew() throws IOException {
        apply(batch -> add(batch.articles, ViewRecords.article(1)));
        index.commit(Map.of(PARTITION, 17L));
        index.close();
        try (Stream<Path> files = Files.list(folder)) {
            Path segments = files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
            try (RandomAccessFile damaged = new RandomAccessFile(segments.toFile(), "rw")) {
                damaged.setLength(damaged.length() / 2);
            }
        }

        index = ViewIndex.open(folder, "test", 8);

        assertThat(index.offsets()).isEmpty();
    }

    @Test
    void whatSomebodyElseHasOpenIsLeftAlone() throws IOException {
        assertThatThrownBy(() -> ViewIndex.open(folder, "another shape", 8))
                .isInstanceOf(LockObtainFailedException.class);
    }

    private void reopen(String content) throws IOException {
        index.close();
        index = ViewIndex.open(folder, content, 8);
    }

    private void apply(Consumer<Batch> records) throws IOException {
        Batch batch = new Batch();
        records.accept(batch);
        writer.apply(batch);
    }

    private static void add(Map<String, Timed<EnrichedArticle>> to, EnrichedArticle article) {
        to.put(article.getArticle().getId(), new Timed<>(article, Instant.EPOCH));
    }

    private static void addAlert(Batch batch, Alert alert) {
        batch.alerts.put(alert.getId(), new Timed<>(alert, ViewRecords.START));
    }

    private static void addHistory(Batch batch, ArticleHistory history) {
        batch.histories.put(history.getArticleId(), new Timed<>(history, ViewRecords.START));
    }

    private static ArticleHistory history(String article, int revision, boolean removed) {
        return ArticleHistory.newBuilder()
                .setArticleId(article)
                .setRevision(revision)
                .setRemoved(removed)
                .build();
    }

    private ArticleHit article(String id) throws IOException {
        try (Found found = new Found(index.searchers())) {
            return found.article(id).orElseThrow();
        }
    }

    private Set<String> articlesOfStories(String... stories) throws IOException {
        try (Found found = new Found(index.searchers())) {
            return found.keysOfStories(Set.of(stories), 10);
        }
    }

    private static void addState(Batch batch, AlertState state) {
        batch.states.put(state.getAlertId(), new Timed<>(state, ViewRecords.START));
    }

    private static Filter filter(String text, Map<String, Set<String>> values) {
        return new Filter(values, null, null, text, null);
    }

    private static Filter text(String text) {
        return filter(text, Map.of());
    }

    private static Filter box(double west, double south, double east, double north) {
        return new Filter(Map.of(), null, null, null, new Filter.Box(west, south, east, north));
    }

    private List<String> articles(Filter filter) throws IOException {
        try (Found found = new Found(index.searchers())) {
            List<String> ids = new ArrayList<>();
            found.articles(filter, all())
                    .forEachRemaining(hit -> ids.add(hit.enriched().getArticle().getId()));
            return ids;
        }
    }

    private List<String> alerts(Filter filter) throws IOException {
        try (Found found = new Found(index.searchers())) {
            List<String> ids = new ArrayList<>();
            found.alerts(filter, all())
                    .forEachRemaining(hit -> ids.add(hit.alert().getId()));
            return ids;
        }
    }

    private static Found.Stretch all() {
        return new Found.Stretch(Order.NEWEST, null, false, 100, PATIENCE);
    }
}
