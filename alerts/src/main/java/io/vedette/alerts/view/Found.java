package io.vedette.alerts.view;

import io.vedette.schemas.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
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
        Ids found = new Ids(ViewFields.ARTICLE, limit);
        collect(Kind.ALERT, alerts, found);
        if (found.ids.size() > limit) {
            return null;
        }
        Set<String> keys = found.ids.stream().map(Kind.ARTICLE::key).collect(Collectors.toSet());
        return articles.with(ViewFields.KEY, keys);
    }

    /**
     * What finds the articles of stories, and of those that turned out to be the same.
     *
     * @return null if such stories have more than {@code limit} articles
     */
    public @Nullable Set<String> keysOfStories(Set<String> stories, int limit) {
        try {
            ValueCounts linked = new ValueCounts(ViewFields.STORIES);
            collect(Kind.STORY, Filter.ALL.with(ViewFields.STORY, stories), linked);
            Set<String> all = new HashSet<>(linked.of(ViewFields.STORIES).keySet());
            all.addAll(stories);
            Filter ofAll = Filter.ALL.with(ViewFields.STORY, all);
            Ids found = new Ids(ViewFields.ID, limit);
            collect(Kind.STORY, ofAll, found);
            Ids alerted = new Ids(ViewFields.ARTICLE, limit);
            collect(Kind.ALERT, ofAll, alerted);
            found.ids.addAll(alerted.ids);
            return found.ids.size() > limit
                    ? null
                    : found.ids.stream().map(Kind.ARTICLE::key).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which story the article of that id belongs to. */
    public Optional<Story> story(String article) {
        return one(Kind.STORY, article, Stored::story);
    }

    /**
     * How often articles name each place.
     *
     * @throws SearchTooLongException if it takes longer than that
     */
    public PlaceCounts places(Filter articles, Duration limit) {
        ValueCounts counts = new ValueCounts(ViewFields.NAMED, ViewFields.CLAIMED);
        collect(Kind.ARTICLE, articles, counts, limit);
        try {
            Map<String, SortedMap<String, Integer>> claims = new HashMap<>();
            counts.of(ViewFields.CLAIMED).forEach((pair, count) -> {
                int mark = pair.indexOf(ViewFields.MARK);
                claims.computeIfAbsent(pair.substring(0, mark), place -> new TreeMap<>())
                        .put(pair.substring(mark + 1), count);
            });
            List<PlaceCount> places = counts.of(ViewFields.NAMED).entrySet().stream()
                    .map(named -> new PlaceCount(
                            named.getKey(),
                            named.getValue(),
                            claims.getOrDefault(named.getKey(), Collections.emptySortedMap())))
                    .toList();
            return new PlaceCounts(counts.documents(), places);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How many articles there are in each step of time.
     *
     * @param from begin of the first step
     * @throws SearchTooLongException if it takes longer than that
     */
    public int[] articlesOverTime(Filter filter, Instant from, Duration step, int steps, Duration limit) {
        return overTime(Kind.ARTICLE, filter, new TimeCounts(from, step, steps), limit);
    }

    /** The same of alerts, by the time when they were raised. */
    public int[] alertsOverTime(Filter filter, Instant from, Duration step, int steps, Duration limit) {
        return overTime(Kind.ALERT, filter, new TimeCounts(from, step, steps), limit);
    }

    /** When the first article was accepted that is still here. */
    public Optional<Instant> oldestArticle(Duration limit) {
        Walk<ArticleHit> walk = articles(Filter.ALL, new Stretch(Order.OLDEST, null, false, 1, limit));
        return walk.hasNext() ? Optional.of(walk.next().acceptedAt()) : Optional.empty();
    }

    /**
     * The values of a field that begin so, those that most documents have first.
     *
     * @param limit for how long to look; what is found by then is given
     */
    public List<String> valuesOf(String field, String beginning, Duration limit) {
        try {
            long end = System.nanoTime() + limit.toNanos();
            Map<String, Integer> found = new HashMap<>();
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
            if (terms == null) {
                return List.of();
            }
            BytesRef prefix = new BytesRef(beginning);
            TermsEnum each = terms.iterator();
            boolean more = each.seekCeil(prefix) != TermsEnum.SeekStatus.END;
            while (more && StringHelper.startsWith(each.term(), prefix) && System.nanoTime() - end < 0) {
                found.put(each.term().utf8ToString(), each.docFreq());
                more = each.next() != null;
            }
            return found.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private int[] overTime(Kind kind, Filter filter, TimeCounts counts, Duration limit) {
        collect(kind, filter, counts, limit);
        return counts.counts();
    }

    private void collect(Kind kind, Filter filter, SimpleCollector collector, Duration limit) {
        try {
            IndexSearcher limited = new IndexSearcher(searcher.getIndexReader());
            long end = System.nanoTime() + limit.toNanos();
            limited.setTimeout(() -> System.nanoTime() - end > 0);
            limited.search(Searches.of(kind, filter, searcher.getIndexReader()), collector);
            if (limited.timedOut()) {
                throw new SearchTooLongException(limit);
            }
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

    /** The ids that a column has. */
    private static final class Ids extends SimpleCollector {

        private final Set<String> ids = new HashSet<>();
        private final int limit;
        private final String field;
        private @Nullable SortedDocValues values;

        Ids(String field, int limit) {
            this.field = field;
            this.limit = limit;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            values = DocValues.getSorted(context.reader(), field);
        }

        @Override
        public void collect(int document) throws IOException {
            if (ids.size() <= limit && values != null && values.advanceExact(document)) {
                ids.add(values.lookupOrd(values.ordValue()).utf8ToString());
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
