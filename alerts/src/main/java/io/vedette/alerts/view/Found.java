package io.vedette.alerts.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The view as it is at one moment.  For one thread; to be closed. */
public final class Found implements AutoCloseable {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final SearcherManager searchers;
    private final IndexSearcher searcher;

    Found(SearcherManager searchers) throws IOException {
        this.searchers = searchers;
        this.searcher = searchers.acquire();
    }

    /**
     * What is asked of a walk.
     *
     * @param from where to begin; null for the beginning
     * @param inclusive whether what stands at {@code from} comes too
     * @param wanted how many will be asked for, perhaps
     * @param limit how long one search may take
     */
    public record Stretch(Order order, @Nullable Place from, boolean inclusive, int wanted, Duration limit) {}

    /** The alert of that id. */
    public Optional<AlertHit> alert(String id) {
        return one(Kind.ALERT, id, Stored::alert);
    }

    /** The article of that id. */
    public Optional<ArticleHit> article(String id) {
        return one(Kind.ARTICLE, id, Stored::article);
    }

    /** Goes through the alerts that the filter lets pass. */
    public Walk<AlertHit> alerts(Filter filter, Stretch stretch) {
        return walk(Kind.ALERT, filter, stretch, Stored::alert);
    }

    /** Goes through the articles that the filter lets pass. */
    public Walk<ArticleHit> articles(Filter filter, Stretch stretch) {
        return walk(Kind.ARTICLE, filter, stretch, Stored::article);
    }

    /** How many alerts the filter lets pass. */
    public long countAlerts(Filter filter) {
        return count(Kind.ALERT, filter);
    }

    /** How many articles the filter lets pass. */
    public long countArticles(Filter filter) {
        return count(Kind.ARTICLE, filter);
    }

    /**
     * What finds the articles that one filter lets pass, and of whose alerts another lets one pass.
     *
     * @return null if such alerts have more than {@code limit} articles
     */
    public @Nullable Filter ofArticles(Filter articles, Filter alerts, int limit) {
        ArticleIds found = new ArticleIds(limit);
        collect(Kind.ALERT, alerts, found);
        if (found.ids.size() > limit) {
            return null;
        }
        Set<String> keys = found.ids.stream().map(Kind.ARTICLE::key).collect(Collectors.toSet());
        return articles.with(ViewFields.KEY, keys);
    }

    /** How many alerts there are of each day in UTC; days without any are not in. */
    public SortedMap<Instant, Long> alertsPerDay(Filter filter) {
        Days days = new Days();
        collect(Kind.ALERT, filter, days);
        return days.counts;
    }

    @Override
    public void close() {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Walk<T> walk(Kind kind, Filter filter, Stretch stretch, Walk.Reader<T> reader) {
        try {
            Query query = Searches.of(kind, filter, searcher.getIndexReader());
            return new Walk<>(searcher, query, reader, stretch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Optional<T> one(Kind kind, String id, Walk.Reader<T> reader) {
        try {
            ScoreDoc[] found = searcher.search(new TermQuery(new Term(ViewFields.KEY, kind.key(id))), 1).scoreDocs;
            if (found.length == 0) {
                return Optional.empty();
            }
            Document document = searcher.storedFields().document(found[0].doc);
            return Optional.of(reader.read(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(Kind kind, Filter filter) {
        try {
            return searcher.count(Searches.of(kind, filter, searcher.getIndexReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect(Kind kind, Filter filter, SimpleCollector collector) {
        try {
            searcher.search(Searches.of(kind, filter, searcher.getIndexReader()), collector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Days extends SimpleCollector {

        private final SortedMap<Instant, Long> counts = new TreeMap<>();
        private @Nullable NumericDocValues times;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            times = DocValues.getNumeric(context.reader(), ViewFields.TIME);
        }

        @Override
        public void collect(int document) throws IOException {
            if (times != null && times.advanceExact(document)) {
                long day = Math.floorDiv(times.longValue(), DAY_MILLIS) * DAY_MILLIS;
                counts.merge(Instant.ofEpochMilli(day), 1L, Long::sum);
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    private static final class ArticleIds extends SimpleCollector {

        private final Set<String> ids = new HashSet<>();
        private final int limit;
        private @Nullable SortedDocValues articles;

        ArticleIds(int limit) {
            this.limit = limit;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            articles = DocValues.getSorted(context.reader(), ViewFields.ARTICLE);
        }

        @Override
        public void collect(int document) throws IOException {
            if (ids.size() <= limit && articles != null && articles.advanceExact(document)) {
                ids.add(articles.lookupOrd(articles.ordValue()).utf8ToString());
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
