package io.vedette.ingest.file;

import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.SourceKind;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.article.RefusedArticleException;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.Submission;
import io.vedette.ingest.mapping.Mapping;
import io.vedette.schemas.Article;
import io.vedette.text.article.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Reads one source to its end, from where it was left; for one thread. */
final class FileRun implements FileItems {

    private final SourceKind kind;
    private final IngestMetrics metrics;
    private final ArticleWriter writer;
    private final ArticleFactory factory;
    private final Pace pace;
    private final IngestListener listener;
    private @Nullable FilePosition resume;
    private String file = "";
    private String head = "";
    private long skip;
    private long read;
    private long rejected;
    private long known;
    private final LongAdder written = new LongAdder();

    FileRun(
            SourceKind kind,
            ArticleWriter writer,
            ArticleFactory factory,
            IngestMetrics metrics,
            Pace pace,
            IngestListener listener) {
        this.pace = pace;
        this.kind = kind;
        this.metrics = metrics;
        this.writer = writer;
        this.factory = factory;
        this.listener = listener;
    }

    /**
     * Reads the files and waits for the last commit.
     *
     * @throws IOException if the folder can't be listed; a file that can't be read is reported and passed over
     * @throws ExecutionException if Kafka will never take what was read
     */
    IngestReport files(FileSource source, Layout layout) throws IOException, InterruptedException, ExecutionException {
        resumeFromProgress();
        for (ArticleFile next : source.files(layout)) {
            try {
                open(next);
                next.read(this);
            } catch (IOException e) {
                bad(new BadInput(next.name(), 0, 0, "can't be read: " + e.getMessage()), Long.MAX_VALUE);
            }
        }
        return finish();
    }

    /** Reads JSON Lines; without a name that stays the same it can't go on where it was left. */
    IngestReport lines(Reader lines, @Nullable String name)
            throws IOException, InterruptedException, ExecutionException {
        if (name != null) {
            resumeFromProgress();
            open(name, "", true);
        }
        JsonLines.read(lines, name, this);
        return finish();
    }

    /** Reads lines without a name by a mapping. */
    IngestReport mapped(Reader lines, Mapping mapping) throws IOException, InterruptedException, ExecutionException {
        new MappedLines(mapping, null).read(lines, this);
        return finish();
    }

    @Override
    public void article(ArticleInput input, BadInput place, long item) throws InterruptedException {
        if (isKnown(item)) {
            return;
        }
        try {
            Article article = factory.of(input);
            pace.await();
            read++;
            metrics.in(kind);
            listener.read(article);
            submit(List.of(article), item, 0);
        } catch (RefusedArticleException e) {
            reject(place.because(String.valueOf(e.getMessage())), item, e.reason());
        }
    }

    @Override
    public void bad(BadInput bad, long item) throws InterruptedException {
        if (!isKnown(item)) {
            reject(bad, item, Refusal.Reason.MALFORMED);
        }
    }

    @Override
    public long known() {
        return skip;
    }

    private void reject(BadInput bad, long item, Refusal.Reason reason) throws InterruptedException {
        read++;
        rejected++;
        metrics.in(kind);
        metrics.rejected(kind, reason);
        listener.rejected(bad);
        submit(List.of(), item, 1);
    }

    private boolean isKnown(long item) {
        if (item > skip) {
            return false;
        }
        known++;
        listener.known();
        return true;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the last submission tells of a failure that ends all
    private void submit(List<Article> articles, long item, long refused) throws InterruptedException {
        String position = new FilePosition(file, item, head).write();
        writer.put(new Submission(articles, position, 1, refused, false)).whenComplete((done, failure) -> {
            if (failure == null) {
                metrics.written(kind, articles.size());
                written.add(articles.size());
            }
        });
    }

    private void resumeFromProgress() throws InterruptedException, ExecutionException {
        resume = writer.progressAtStart()
                .get()
                .flatMap(progress -> FilePosition.read(progress.getPosition()))
                .orElse(null);
    }

    private void open(ArticleFile next) throws IOException {
        open(next.name(), next.head(), resume != null && next.beginsWith(resume.head()));
    }

    /** Every file before the one of the position is known, and of that one what comes before it, if it is the same. */
    private void open(String name, String headNow, boolean same) {
        file = name;
        head = headNow;
        skip = 0;
        if (resume != null) {
            int order = name.compareTo(resume.file());
            skip = order < 0 ? Long.MAX_VALUE : order == 0 && same ? resume.item() : 0;
        }
    }

    private IngestReport finish() throws InterruptedException, ExecutionException {
        writer.put(new Submission(List.of(), null, 0, 0, true)).get();
        return new IngestReport(read, written.sum(), rejected, known);
    }
}
