package io.vedette.alerts.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.view.Batch.Timed;
import io.vedette.records.AnnotationMapper;
import io.vedette.schemas.Article;
import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Mention;
import io.vedette.schemas.TrustedRecords;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.WatchQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class AnchorQueriesTest {

    private static final int ARTICLES = 600;
    private static final SomeEntities ENTITIES = new SomeEntities();

    private static final Map<String, List<String>> WORDS = Map.of(
            "en",
            List.of(
                    "convoys",
                    "convoy",
                    "Tanks",
                    "retreated",
                    "supply",
                    "routes",
                    "US",
                    "us",
                    "Bridge",
                    "caf\u00E9",
                    "su-27"),
            "uk",
            List.of(
                    "\u0442\u0430\u043D\u043A\u0438",
                    "\u043A\u043E\u043B\u043E\u043D\u0430",
                    "convoy",
                    "\u043C\u043E\u0441\u0442\u0443"),
            "de",
            List.of("Br\u00FCcken", "Panzer", "Stra\u00DFe", "convoy", "us"),
            "tr",
            List.of("\u0130stanbul", "k\u00F6pr\u00FCler", "convoy"),
            "und",
            List.of("convoys", "bridge", "routes"));

    private static final List<String> LANGUAGES =
            WORDS.keySet().stream().sorted().toList();

    private static final List<double[]> POINTS = List.of(
            new double[] {46.84891, 35.36533},
            new double[] {47, 35},
            new double[] {46.999999999, 34.999999999},
            new double[] {-90, 0},
            new double[] {90, 10},
            new double[] {0, 180},
            new double[] {0, -180},
            new double[] {-17.5, 179.99999},
            new double[] {51.5, -0.1});

    @TempDir
    static Path folder;

    private final Map<String, EnrichedArticle> articles = new LinkedHashMap<>();
    private ViewIndex index;

    @BeforeAll
    void fill() throws IOException {
        TrustedRecords.trust();
        index = ViewIndex.open(folder, "test", 8);
        Random random = new Random(11);
        Batch batch = new Batch();
        for (int i = 0; i < ARTICLES; i++) {
            EnrichedArticle article = article("a" + i, random);
            articles.put(article.getArticle().getId(), article);
            batch.articles.put(article.getArticle().getId(), new Timed<>(article, ViewRecords.START));
        }
        new ViewWriter(index, ENTITIES).apply(batch);
    }

    @AfterAll
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "convoy",
                "convoys OR bridge",
                "=convoys",
                "=\"supply routes\"",
                "Cs(US)",
                "Cs(\"US Bridge\")",
                "\"supply routes\"",
                "\"suppl* route?\"",
                "supply-routes",
                "conv*",
                "*voy*",
                "brid?e OR tan*",
                "/con(v|w)oy/",
                "/su-\\d+/",
                "cafe",
                "istanbul OR koprul*",
                "brucke",
                "=\u0442\u0430\u043D\u043A\u0438",
                "strasse",
                "convoy AND NOT bridge",
                "tank NEAR/2 bridge",
                "title:convoy",
                "SENTENCE(convoy bridge)",
                "ATLEAST/2 convoy",
                "SCORE(2*convoy bridge tank) >= 2",
                "actor:\"1st Guards Tank Army\"",
                "actor:\"1st Guards Tank Army\"[confidence>=0.8]",
                "actor.type:MILITARY_UNIT convoy",
                "actor.country:RU",
                "place:Ukraine",
                "=place:Ukraine",
                "place:Melitopol OR convoy",
                "country:UA",
                "RADIUS(50km, 46.85, 35.37)",
                "RADIUS(200km, 0, 180)",
                "RADIUS(5000km, 20, 0)",
                "BBOX(46.0, 34.5, 47.0, 35.0)",
                "BBOX(46.5, 34.5, 47.5, 35.5)",
                "BBOX(-20, 179, 1, -179)",
                "BBOX(89, 0, 90, 20)",
                "BBOX(-90, -10, -89, 20)",
                "claim:WITHDRAWAL",
                "claim:CASUALTIES OR claim:BOMBING",
                "claim(type:WITHDRAWAL place:Melitopol)",
                "claim(subtype:air-strike)",
                "claim(plover:RETREAT)",
                "claim(acled:\"Armed clash\")",
                "claim(cameo:08)",
                "claim(modality:DENIED)",
                "claim(agent:\"1st Guards Tank Army\")",
                "claim(convoy bridge)",
                "claim(NOT place:Melitopol)",
                "source:\"caf\u00E9 news\"",
                "source:Reuters convoy",
                "domain:example.org",
                "domain:www.example.org",
                "domain:org convoy",
                "lang:uk",
                "lang:en convoy",
                "age<2d convoy",
                "place:Ukraine (convoy OR claim:WITHDRAWAL) NOT lang:de",
            })
    void whatMatchesIsFound(String query) throws IOException {
        WatchQuery compiled = WatchQuery.compile(query, ENTITIES);
        Set<String> matching = new HashSet<>();
        articles.forEach((id, article) -> {
            if (compiled.matches(matchable(article))) {
                matching.add(id);
            }
        });

        assertThat(matching).as("articles that match").isNotEmpty();
        assertThat(found(compiled)).containsAll(matching);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=convoys",
                "koprul*",
                "actor:\"1st Guards Tank Army\"",
                "place:Melitopol",
                "claim:WITHDRAWAL",
                "claim(subtype:air-strike)",
                "claim(plover:RETREAT)",
                "source:\"caf\u00E9 news\"",
                "domain:example.org",
                "lang:uk",
                "convoy place:Melitopol",
                "BBOX(89, 0, 90, 20)"
            })
    void mostOfWhatHasNothingOfItIsNot(String query) throws IOException {
        assertThat(found(WatchQuery.compile(query, ENTITIES))).hasSizeLessThan(ARTICLES * 2 / 3);
    }

    @Test
    void whatTheIndexCannotTellLeavesNothingOut() throws IOException {
        assertThat(found(WatchQuery.compile("age<2d", ENTITIES))).hasSize(ARTICLES);
    }

    private Set<String> found(WatchQuery query) throws IOException {
        Set<String> ids = new HashSet<>();
        try (Found found = new Found(index.searchers())) {
            found.articles(
                            Filter.ALL.needing(query.requirements(0)),
                            new Found.Stretch(Order.NEWEST, null, false, 100, Duration.ofSeconds(10)))
                    .forEachRemaining(hit -> ids.add(hit.enriched().getArticle().getId()));
        }
        return ids;
    }

    private static MatchableArticle matchable(EnrichedArticle article) {
        return MatchableArticle.of(
                AnnotationMapper.document(article),
                AnnotationMapper.annotations(article),
                AnnotationMapper.provenance(article, article.getAcceptedAt()),
                ENTITIES);
    }

    private static EnrichedArticle article(String id, Random random) {
        String language = pick(LANGUAGES, random);
        String title = words(language, 3, random);
        String text = words(language, 6, random) + ". " + words(language, 5, random) + ".";
        List<Mention> mentions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            mentions.add(mention(text, random));
        }
        List<Claim> claims = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            claims.add(claim(text, mentions, random));
        }
        return EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder()
                        .setId(id)
                        .setTitle(title)
                        .setText(text)
                        .setUrl(pick(
                                List.of(
                                        "https://www.example.org/" + id,
                                        "https://news.example.org/" + id,
                                        "http://other.example/" + id,
                                        "mailto:nobody"),
                                random))
                        .setSource(pick(List.of("Reuters", "Caf\u00C9  News", "REUTERS", "The Times"), random))
                        .setPublishedAt(ViewRecords.START.minus(Duration.ofHours(random.nextInt(96))))
                        .build())
                .setAcceptedAt(ViewRecords.START)
                .setLanguage(language)
                .setMentions(mentions)
                .setClaims(claims)
                .build();
    }

    private static Mention mention(String text, Random random) {
        Mention.Builder mention = Mention.newBuilder()
                .setStart(0)
                .setEnd(Math.min(4, text.length()))
                .setText(text.substring(0, Math.min(4, text.length())))
                .setConfidence(random.nextDouble())
                .setCountry(pick(List.of("UA", "RU", "GB"), random));
        if (random.nextBoolean()) {
            return mention.setKind("ACTOR")
                    .setType("MILITARY_UNIT")
                    .setEntityId(pick(List.of(SomeEntities.GUARDS, "someone"), random))
                    .build();
        }
        double[] point = pick(POINTS, random);
        return mention.setKind("PLACE")
                .setType(pick(List.of("SETTLEMENT", "DEMONYM"), random))
                .setEntityId(pick(List.of(SomeEntities.MELITOPOL, SomeEntities.UKRAINE, "geo-1"), random))
                .setLatitude(point[0])
                .setLongitude(point[1])
                .build();
    }

    private static Claim claim(String text, List<Mention> mentions, Random random) {
        Claim.Builder claim = Claim.newBuilder()
                .setStart(0)
                .setEnd(text.indexOf('.') + 1)
                .setType(pick(List.of("WITHDRAWAL", "CASUALTIES", "BOMBING"), random))
                .setSubtype(pick(List.of("air-strike", "other"), random))
                .setPlover(pick(List.of("RETREAT", "ASSAULT"), random))
                .setAcled(pick(List.of("Armed clash", "Other"), random))
                .setCameo(pick(List.of("087", "19"), random))
                .setModality(pick(List.of("ASSERTED", "DENIED", "FUTURE"), random))
                .setConfidence(0.9);
        List<Integer> actors = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            (mentions.get(i).getKind().equals("ACTOR") ? actors : places).add(i);
        }
        if (!actors.isEmpty()) {
            claim.setAgents(List.of(actors.get(0)));
        }
        return claim.setActors(actors).setPlaces(places).build();
    }

    private static String words(String language, int count, Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(pick(WORDS.get(language), random));
        }
        return String.join(" ", words);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
