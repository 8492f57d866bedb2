package io.vedette.text.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Field;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.watch.query.Expression.Form;
import io.vedette.text.watch.query.Query;
import io.vedette.text.watch.query.QueryException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;

/**
 * Made queries and articles: a set of watches matches what Lucene Monitor matches, as far as Lucene can say the same.  The
 * system property {@code vedette.watch.pairs} asks for more pairs than the 20,000 of an ordinary build.
 */
class EngineAgreesWithLuceneTest {

    private static final int TRIES = 10;
    private static final int QUERIES = 50;
    private static final int ARTICLES = 40;
    private static final int BATCHES =
            Math.max(1, Integer.getInteger("vedette.watch.pairs", 20_000) / (TRIES * QUERIES * ARTICLES));

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aSetMatchesWhatLuceneMonitorMatches(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        for (int batch = 0; batch < BATCHES; batch++) {
            Map<String, Query> queries = queries(random);
            WatchSet set = new WatchSet();
            List<MonitorQuery> monitored = new ArrayList<>();
            queries.forEach((text, query) -> {
                set.add(new WatchEntry(text, 1, WatchQuery.of(query)));
                monitored.add(
                        new MonitorQuery(text, LuceneQueries.of(query.parts().get(0))));
            });
            try (Monitor monitor = new Monitor(new WhitespaceAnalyzer(), new TermFilteredPresearcher())) {
                monitor.register(monitored);
                for (int i = 0; i < ARTICLES; i++) {
                    check(set, monitor, english(random));
                }
            }
        }
    }

    private static void check(WatchSet set, Monitor monitor, NaiveArticle article) throws IOException {
        MatchableArticle matchable =
                MatchableArticle.of(article.document(), article.annotations(), article.provenance(), Articles.ENTITIES);
        List<String> expected = monitor.match(document(article), QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                .map(QueryMatch::getQueryId)
                .toList();
        assertThat(set.match(matchable))
                .as("%s", article)
                .extracting(WatchMatch::watchId)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Document document(NaiveArticle article) {
        Document document = new Document();
        for (Field field : Field.values()) {
            for (Form form : Form.values()) {
                String words = article.words().stream()
                        .filter(word -> word.field() == field)
                        .map(word -> of(word, form))
                        .collect(Collectors.joining(" "));
                document.add(new TextField(LuceneQueries.name(field, form), words, Store.NO));
            }
        }
        return document;
    }

    private static String of(NaiveArticle.Word word, Form form) {
        return switch (form) {
            case STEM -> word.stem();
            case EXACT -> word.norm();
            case CASE -> word.written();
        };
    }

    /** An article in the language of Lucene's queries. */
    private static NaiveArticle english(Random random) {
        RandomArticles articles = new RandomArticles(random);
        NaiveArticle article = articles.next();
        while (Stemmers.of(article.annotations().language()) != Stemmers.of(LuceneQueries.LANGUAGE)) {
            article = articles.next();
        }
        return article;
    }

    /** By their texts; those that either cannot say are left out. */
    private static Map<String, Query> queries(Random random) {
        RandomQueries texts = new RandomQueries(random);
        Map<String, Query> queries = new LinkedHashMap<>();
        while (queries.size() < QUERIES) {
            String text = texts.next();
            try {
                Query query = WatchQuery.compile(text, Articles.ENTITIES).query();
                if (query.parts().size() == 1 && LuceneQueries.of(query.parts().get(0)) != null) {
                    queries.put(text, query);
                }
            } catch (QueryException refused) {
                // true of anything, or a stretch within a stretch
            }
        }
        return queries;
    }
}
