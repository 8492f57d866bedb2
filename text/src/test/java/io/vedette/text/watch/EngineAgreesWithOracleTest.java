package io.vedette.text.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vedette.text.watch.query.Expression;
import io.vedette.text.watch.query.Query;
import io.vedette.text.watch.query.QueryException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Made queries and articles: the engine says what the oracle says, of one watch and of many.  The system property
 * {@code vedette.watch.pairs} asks for more pairs than the 20,000 of an ordinary build.
 */
class EngineAgreesWithOracleTest {

    private static final int TRIES = 20;
    private static final int QUERIES = 25;
    private static final int ARTICLES = 40;

    /** True of anything; a stretch within a stretch. */
    private static final String[] REFUSED = {"nothing of what is named", "can't stand inside"};

    private static final int BATCHES =
            Math.max(1, Integer.getInteger("vedette.watch.pairs", 20_000) / (TRIES * QUERIES * ARTICLES));

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aQueryAndASetOfThemMatchWhatTheOracleMatches(@ForAll long seed) {
        Random random = new Random(seed);
        for (int batch = 0; batch < BATCHES; batch++) {
            Map<String, WatchQuery> queries = queries(random);
            WatchSet set = WatchSet.of(queries.entrySet().stream()
                    .map(query -> new WatchEntry(query.getKey(), 1, query.getValue()))
                    .toList());
            RandomArticles articles = new RandomArticles(random);
            for (int i = 0; i < ARTICLES; i++) {
                check(queries, set, articles.next());
            }
        }
    }

    private static void check(Map<String, WatchQuery> queries, WatchSet set, NaiveArticle article) {
        MatchableArticle matchable =
                MatchableArticle.of(article.document(), article.annotations(), article.provenance(), Articles.ENTITIES);
        NaiveEvaluator oracle = new NaiveEvaluator(article, Articles.ENTITIES);
        List<Tuple> expected = new ArrayList<>();
        queries.forEach((text, query) -> {
            List<Expression> parts = Query.parse(text, Articles.ENTITIES).parts();
            for (int part = 0; part < parts.size(); part++) {
                boolean truth = oracle.matches(parts.get(part));
                if (truth) {
                    expected.add(tuple(text, part));
                }
                assertThat(query.matches(matchable, part))
                        .as("%s%n%s%n%s", text, parts.get(part), article)
                        .isEqualTo(truth);
            }
        });
        assertThat(set.match(matchable))
                .as("%s", article)
                .extracting(WatchMatch::watchId, WatchMatch::part)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** By their texts; those that the language refuses are left out. */
    private static Map<String, WatchQuery> queries(Random random) {
        RandomQueries texts = new RandomQueries(random);
        Map<String, WatchQuery> queries = new LinkedHashMap<>();
        while (queries.size() < QUERIES) {
            String text = texts.next();
            WatchQuery query = compiled(text);
            if (query != null) {
                queries.put(text, query);
            }
        }
        return queries;
    }

    private static @Nullable WatchQuery compiled(String text) {
        try {
            return WatchQuery.compile(text, Articles.ENTITIES);
        } catch (QueryException e) {
            assertThat(e.getMessage()).as(text).containsAnyOf(REFUSED);
            return null;
        }
    }
}
