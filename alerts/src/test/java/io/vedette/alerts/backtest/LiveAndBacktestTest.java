package io.vedette.alerts.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Article;
import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Mention;
import io.vedette.schemas.Story;
import io.vedette.schemas.Watch;
import io.vedette.schemas.WatchUpdates;
import io.vedette.text.watch.QueryCompiler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same log and the same versions of watches: what the topology raised is what a back-test says it would have raised.  Six
 * partitions, of which one is silent for hours and another ends early; articles that were published long before; stories
 * that come after their article, or never.
 */
class LiveAndBacktestTest {

    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration LENGTH = Duration.ofHours(42);
    private static final Instant MIDDLE = START.plus(Duration.ofHours(34));
    private static final Instant END = START.plus(LENGTH);
    private static final List<String> WORDS = List.of("convoy", "routes", "harbour", "strike", "ferry", "depot");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aBacktestOfAllRaisesWhatWasRaisedLive(long seed) throws Exception {
        try (FixedNews news = news(seed)) {
            List<FixedNews.Raised> live = news.live(watches(), Files.createDirectory(folder.resolve("a")));

            assertThat(news.backtest(watches(), START, END)).containsExactlyInAnyOrderElementsOf(live);
            assertThat(watchesOf(live))
                    .isEqualTo(watches().stream()
                            .map(watch -> watch.watch().getId())
                            .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 3)
    void oneThatBeginsLaterReadsWhatItsWindowsNeedBefore(long seed) throws Exception {
        try (FixedNews news = news(seed)) {
            List<CompiledWatch> watches = overTime();
            List<FixedNews.Raised> live = news.live(watches, Files.createDirectory(folder.resolve("a"))).stream()
                    .filter(raised -> !raised.at().isBefore(MIDDLE))
                    .toList();

            assertThat(news.backtest(watches, MIDDLE, END)).containsExactlyInAnyOrderElementsOf(live);
            assertThat(live).hasSizeGreaterThan(20);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 4)
    void heartbeatsThatAreNotRetainedAnyMoreAreNotMissed(long seed) throws Exception {
        try (FixedNews news = news(seed)) {
            List<CompiledWatch> watches = overTime();
            Set<String> live = ids(news.live(watches, Files.createDirectory(folder.resolve("a"))).stream()
                    .filter(raised -> !raised.at().isBefore(MIDDLE))
                    .toList());
            news.log.expire(news.topics.heartbeats().name(), END.minus(Duration.ofHours(20)));

            assertThat(ids(news.backtest(watches, MIDDLE, END))).isEqualTo(live);
        }
    }

    private static Set<String> watchesOf(List<FixedNews.Raised> raised) {
        return raised.stream().map(FixedNews.Raised::watch).collect(Collectors.toSet());
    }

    private static Set<String> ids(List<FixedNews.Raised> raised) {
        return raised.stream()
                .map(each -> each.watch() + " " + each.kind() + " " + each.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<CompiledWatch> watches() {
        List<CompiledWatch> watches = new ArrayList<>(overTime());
        watches.add(watch("words", "convoy OR harbour", null, null));
        watches.add(watch("not", "strike NOT ferry", null, null));
        watches.add(watch("claims", "claim:WITHDRAWAL OR modality:DENIED", null, null));
        watches.add(
                watch("silent", "claim:WITHDRAWAL OR modality:DENIED", new WatchUpdates(false, List.of(2, 3)), null));
        watches.add(watch("limited", "convoy", null, MIDDLE));
        return watches;
    }

    private static List<CompiledWatch> overTime() {
        return List.of(
                watch("count", "COUNT(convoy, 1h) >= 4", null, null),
                watch("long-count", "COUNT(harbour, 7h) >= 12", null, null),
                watch("limited-count", "COUNT(strike, 2h) >= 3", null, MIDDLE.plus(Duration.ofHours(5))),
                watch("spike", "SPIKE(convoy OR ferry, 1h, 3)", null, null),
                watch("first", "FIRST(\"harbour routes\", 3h)", null, null),
                watch("followed", "FOLLOWED(convoy routes, \"strike depot\", 2h)", null, null),
                watch("silence", "SILENCE(\"convoy ferry\", 2h)", null, null),
                watch("corroborated", "CORROBORATED(convoy, 3)", null, null),
                watch("conflict", "CONFLICT(claim:WITHDRAWAL OR modality:DENIED)", null, null));
    }

    private static CompiledWatch watch(String name, String query, WatchUpdates updates, Instant until) {
        return CompiledWatch.of(
                Watch.newBuilder()
                        .setId(atPartition0(name))
                        .setTitle(name)
                        .setQuery(query)
                        .setUpdates(updates)
                        .setValidUntil(until)
                        .setBudget(1_000)
                        .build(),
                new QueryCompiler(new SomeEntities()));
    }

    private static String atPartition0(String name) {
        FixedLog log = new FixedLog(FixedNews.PARTITIONS);
        return IntStream.range(0, 1_000)
                .mapToObj(i -> name + "-" + i)
                .filter(id -> log.partition(id) == 0)
                .findFirst()
                .orElseThrow();
    }

    private static FixedNews news(long seed) {
        Random random = new Random(seed);
        FixedNews news = new FixedNews();
        Instant at = START.plusMillis(700);
        for (int i = 0; at.isBefore(END); i++) {
            boolean burst =
                    at.isAfter(START.plus(Duration.ofHours(36))) && at.isBefore(START.plus(Duration.ofHours(37)));
            at = at.plusMillis(1 + random.nextInt(burst ? 120_000 : 900_000));
            article(news, "a" + i, at, random);
        }
        for (int partition = 0; partition < FixedNews.PARTITIONS; partition++) {
            Instant end = partition == 5 ? END.minus(Duration.ofHours(3)) : END;
            for (Instant beat = START.plusMillis(partition); beat.isBefore(end); ) {
                news.beat(partition, beat);
                beat = beat.plusMillis(240_000 + random.nextInt(240_000));
                boolean away = partition == 3 && Duration.between(START, beat).toHours() == 20;
                beat = away ? beat.plus(Duration.ofHours(4)) : beat;
            }
        }
        news.inOrder();
        return news;
    }

    private static void article(FixedNews news, String id, Instant at, Random random) {
        boolean copied = random.nextInt(5) == 0;
        Story story = Story.newBuilder()
                .setArticleId(id)
                .setStoryId("s" + at.getEpochSecond() / 20_000 + "-" + random.nextInt(4))
                .setCopyOf(copied ? "copied" + random.nextInt(2) : null)
                .setArticles(1 + random.nextInt(5))
                .setOutlets(1)
                .setIndependentTexts(1 + random.nextInt(4))
                .build();
        int way = random.nextInt(10);
        if (way < 5) {
            news.story(story, at.minusMillis(1));
        } else if (way < 9) {
            news.story(story, at.plusMillis(500));
        } else {
            // it goes on alone once its patience is over, which a heartbeat tells
            news.beat(0, at.plusMillis(2_501));
        }
        Instant published = random.nextInt(4) == 0 ? at.minusSeconds(random.nextInt(3 * 3_600)) : at.minusSeconds(30);
        news.article(enriched(id, published, random), at);
    }

    private static EnrichedArticle enriched(String id, Instant published, Random random) {
        String text = "They saw a "
                + random.ints(3, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "))
                + " near Melitopol.";
        int place = text.indexOf("Melitopol");
        Mention mention = Mention.newBuilder()
                .setStart(place)
                .setEnd(place + "Melitopol".length())
                .setText("Melitopol")
                .setKind("PLACE")
                .setType("SETTLEMENT")
                .setEntityId(SomeEntities.MELITOPOL)
                .setAlias("Melitopol")
                .setConfidence(0.8)
                .build();
        Claim claim = Claim.newBuilder()
                .setStart(0)
                .setEnd(text.length())
                .setType(random.nextBoolean() ? "WITHDRAWAL" : "SHELLING_MISSILE")
                .setModality(random.nextInt(4) == 0 ? "DENIED" : "ASSERTED")
                .setConfidence(0.9)
                .setPlaces(List.of(0))
                .build();
        return EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder()
                        .setId(id)
                        .setTitle("About " + id)
                        .setText(text)
                        .setPublishedAt(published)
                        .build())
                .setLanguage("en")
                .setMentions(List.of(mention))
                .setClaims(random.nextInt(3) == 0 ? List.of(claim) : List.of())
                .build();
    }
}
