package io.vedette.ingest.polling;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.SourceKind;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.RefusedArticleException;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.Submission;
import io.vedette.ingest.polling.Drafts.Draft;
import io.vedette.ingest.polling.Fetched.Listed;
import io.vedette.runtime.trace.TraceNames;
import io.vedette.runtime.trace.Work;
import io.vedette.schemas.Article;
import io.vedette.schemas.SourceState;
import io.vedette.text.article.ArticleDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is new in a list, some items at a time: each lot goes into Kafka in one transaction with the position behind
 * it.  For one poll, and one thread.
 */
final class Taking {

    private final String sourceId;
    private final SourceKind kind;
    private final SourcePosition since;
    private final ArticleWriter writer;
    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private final int perTransaction;
    private final @Nullable Instant lookAgain;

    /** Pages that are to be looked at again. */
    private final List<PublishedPage> pages;

    /** All items of the list that are known by now, in its order. */
    private final Map<Long, Integer> taken = new LinkedHashMap<>();

    private final List<Article> lot = new ArrayList<>();
    private final List<Context> traces = new ArrayList<>();
    /** The poll that this is part of: what it found is linked with it. */
    private final Context poll = Context.current();

    private int read;
    private int rejected;
    private int fresh;
    private int edited;
    private int fullText;
    private int undated;

    Taking(
            String sourceId,
            SourceKind kind,
            SourcePosition since,
            ArticleWriter writer,
            ArticleFactory factory,
            IngestMetrics metrics,
            int perTransaction,
            @Nullable Instant lookAgain) {
        this.sourceId = sourceId;
        this.kind = kind;
        this.since = since;
        this.writer = writer;
        this.factory = factory;
        this.metrics = metrics;
        this.perTransaction = perTransaction;
        this.lookAgain = lookAgain;
        this.pages = new ArrayList<>(since.pages());
    }

    /**
     * Takes the unseen and the changed items, in the order of the list; the last lot is left for {@link #commit}.
     *
     * @param oldest items that are older and were never seen are taken for known; null for none
     * @return whether that were all
     */
    boolean take(List<Listed> items, Drafts drafts, @Nullable Instant oldest)
            throws InterruptedException, ExecutionException {
        for (Listed item : items) {
            Integer known = since.items().content(item.key());
            boolean changed = known != null && known != Fingerprints.ANY && known != item.content();
            if (changed || known == null && !isOlder(item, oldest)) {
                // an article's trace begins with its page, or with the item that it is
                try (Work fetch = writer.tracing()
                        .step(
                                "fetch " + kind.name().toLowerCase(Locale.ROOT),
                                SpanKind.INTERNAL,
                                Context.root(),
                                List.of(poll))
                        .note(TraceNames.SOURCE, sourceId)) {
                    Optional<Draft> draft = drafts.of(item, changed);
                    if (draft.isEmpty()) {
                        return false;
                    }
                    add(draft.get(), changed, fetch.context());
                }
            }
            taken.put(item.key(), item.content());
            if (lot.size() >= perTransaction) {
                commit(since.unfinished(taken, since.parts()).looking(pages), null);
            }
        }
        return true;
    }

    /** Articles that are gone, to go with the lot. */
    void addRemoved(List<Article> removed) {
        removed.forEach(article -> metrics.in(kind));
        lot.addAll(removed);
        traces.addAll(Collections.nCopies(removed.size(), poll));
        read += removed.size();
    }

    /** Writes the lot with the position behind it, and waits until Kafka has it. */
    void commit(SourcePosition position, @Nullable SourceState state) throws InterruptedException, ExecutionException {
        String changed = read == 0 && position.equals(since) ? null : position.write();
        int articles = lot.size();
        writer.put(new Submission(lot, changed, read, rejected, false)
                        .of(sourceId, state)
                        .traced(traces))
                .get();
        metrics.written(kind, articles);
        lot.clear();
        traces.clear();
        read = 0;
        rejected = 0;
    }

    Map<Long, Integer> taken() {
        return taken;
    }

    /** With those that were taken. */
    List<PublishedPage> pages() {
        return pages;
    }

    int fresh() {
        return fresh;
    }

    int edited() {
        return edited;
    }

    int fullText() {
        return fullText;
    }

    int undated() {
        return undated;
    }

    private void add(Draft draft, boolean changed, Context trace) {
        metrics.in(kind);
        read++;
        try {
            Article article = factory.of(draft.input(), draft.marks(), draft.origin());
            lot.add(article);
            traces.add(trace);
            watch(article);
        } catch (RefusedArticleException e) {
            metrics.rejected(kind, e.reason());
            rejected++;
            return;
        }
        if (changed) {
            edited++;
            return;
        }
        fresh++;
        fullText += draft.fullText() ? 1 : 0;
        undated += draft.undated() ? 1 : 0;
    }

    private void watch(Article article) {
        if (lookAgain != null && article.getUrl() != null) {
            String title = article.getTitle() == null ? article.getUrl() : article.getTitle();
            pages.removeIf(page -> page.url().equals(article.getUrl()));
            pages.add(new PublishedPage(article.getUrl(), title, lookAgain.getEpochSecond()));
        }
    }

    private static boolean isOlder(Listed item, @Nullable Instant oldest) {
        String date = item.item().article().date();
        return oldest != null
                && date != null
                && ArticleDate.read(date).filter(at -> at.isBefore(oldest)).isPresent();
    }
}
