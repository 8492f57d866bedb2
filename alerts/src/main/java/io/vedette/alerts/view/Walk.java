package io.vedette.alerts.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Goes through what was found, in order, as it was at one moment, with little in memory however much it is.  For one
 * thread; ends with the {@link Found} that it is of.
 */
public final class Walk<T> implements Iterator<T> {

    private static final int LARGEST_CHUNK = 500;

    private final IndexSearcher held;
    private final Query query;
    private final Order order;
    private final Reader<T> reader;
    private final Duration limit;
    private final Deque<ScoreDoc> found = new ArrayDeque<>();
    private @Nullable FieldDoc after;
    private int chunk;
    private boolean end;

    /** Makes of a document what it stands for. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Document document) throws IOException;
    }

    Walk(IndexSearcher held, Query query, Reader<T> reader, Found.Stretch stretch) {
        this.held = held;
        this.query = query;
        this.order = stretch.order();
        this.reader = reader;
        this.limit = stretch.limit();
        this.chunk = Math.min(LARGEST_CHUNK, stretch.wanted() + 1);
        Place from = stretch.from();
        if (from != null) {
            // of documents with the same place, those up to this number are passed over
            int passed =
                    stretch.inclusive() ? -1 : Math.max(0, held.getIndexReader().maxDoc() - 1);
            after = new FieldDoc(passed, 0, new Object[] {from.time(), new BytesRef(from.id())});
        }
    }

    @Override
    public boolean hasNext() {
        if (found.isEmpty() && !end) {
            search();
        }
        return !found.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            StoredFields stored = held.storedFields();
            return reader.read(stored.document(found.remove().doc));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void search() {
        try {
            IndexSearcher searcher = new IndexSearcher(held.getIndexReader());
            long end = System.nanoTime() + limit.toNanos();
            searcher.setTimeout(() -> System.nanoTime() - end > 0);
            TopDocs some = searcher.searchAfter(after, query, chunk, order.sort());
            if (searcher.timedOut()) {
                throw new SearchTooLongException(limit);
            }
            this.end = some.scoreDocs.length < chunk;
            for (ScoreDoc one : some.scoreDocs) {
                found.add(one);
                after = (FieldDoc) one;
            }
            chunk = LARGEST_CHUNK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
