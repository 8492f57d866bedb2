package io.vedette.ingest.http;

import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.SourceKind;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleJson;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.article.MalformedInputException;
import io.vedette.ingest.article.RefusedArticleException;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.Submission;
import io.vedette.schemas.Article;
import io.vedette.text.article.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the lines of one request while they come.  It holds a few articles at a time and waits for room in the buffer
 * of the writer, so that a stream of any length takes the memory of a short one, and a sender that is faster than Kafka
 * has to wait.  For one thread.
 */
final class ArticleStream {

    /** Of text in one submission: large articles go in by themselves. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private final ArticleWriter writer;
    private final StreamTally tally;
    private final int mostArticles;
    private final List<Article> taken = new ArrayList<>();
    private @Nullable String firstLine;
    private long known;
    private boolean keyed;
    private long line;
    private int characters;
    private int read;
    private int rejected;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private volatile @Nullable Throwable failure;

    /** Another stream was sent under the same key. */
    static final class OtherStreamException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * @param writer takes the articles
     * @param tally is told of every line
     * @param mostArticles of one submission
     */
    ArticleStream(
            ArticleFactory factory, IngestMetrics metrics, ArticleWriter writer, StreamTally tally, int mostArticles) {
        this.factory = factory;
        this.metrics = metrics;
        this.writer = writer;
        this.tally = tally;
        this.mostArticles = mostArticles;
    }

    /** Keeps how far it is read together with the articles, and goes on where that was left; null if it is new. */
    ArticleStream goOnAt(@Nullable StreamPosition position) {
        keyed = true;
        if (position != null) {
            known = position.line();
            firstLine = position.first();
        }
        return this;
    }

    /**
     * Reads to the end and hands over what it reads, also what came before the stream broke.
     *
     * @param raw the same stream before unpacking, which tells whether more is here
     * @throws IOException if reading fails
     * @throws ExecutionException if Kafka will never take what was read
     * @throws OtherStreamException if the position is that of another one
     */
    void read(ByteLines lines, InputStream raw)
            throws IOException, InterruptedException, ExecutionException, OtherStreamException {
        try {
            while (lines.next()) {
                line = lines.number();
                if (line == 1 && keyed) {
                    requireSame(StreamPosition.hash(lines.buffer(), lines.offset(), lines.length()));
                }
                if (!lines.blank()) {
                    take(lines);
                }
                if (isFull() || !lines.hasNext() && raw.available() == 0) {
                    submit();
                }
            }
        } finally {
            submit();
        }
    }

    /**
     * Waits for the commit of all that was read.
     *
     * @throws ExecutionException if Kafka will never take some of it
     * @throws TimeoutException if it takes longer
     */
    void await(long millis) throws InterruptedException, ExecutionException, TimeoutException {
        last.get(millis, TimeUnit.MILLISECONDS);
        requireNoFailure();
    }

    private void requireSame(String hash) throws OtherStreamException {
        if (firstLine != null && !firstLine.equals(hash)) {
            throw new OtherStreamException();
        }
        firstLine = hash;
    }

    private void take(ByteLines lines) {
        if (line <= known) {
            tally.known();
            return;
        }
        read++;
        metrics.in(SourceKind.HTTP);
        BadInput place = new BadInput(null, line, 0, "");
        if (lines.tooLong()) {
            reject(place.because("the line is longer than ingest.push.lineLimitBytes"), Refusal.Reason.MALFORMED);
            return;
        }
        try {
            Article article = factory.of(ArticleJson.line(lines.buffer(), lines.offset(), lines.length(), line));
            taken.add(article);
            characters += article.getText().length();
            tally.taken(article.getId());
        } catch (MalformedInputException e) {
            reject(e.in(null), Refusal.Reason.MALFORMED);
        } catch (RefusedArticleException e) {
            reject(place.because(String.valueOf(e.getMessage())), e.reason());
        }
    }

    private void reject(BadInput bad, Refusal.Reason reason) {
        rejected++;
        metrics.rejected(SourceKind.HTTP, reason);
        tally.rejected(bad);
    }

    private boolean isFull() {
        return taken.size() >= mostArticles || characters >= MOST_CHARACTERS || rejected >= mostArticles;
    }

    private void submit() throws InterruptedException, ExecutionException {
        requireNoFailure();
        if (read == 0) {
            return;
        }
        int articles = taken.size();
        String position = firstLine == null ? null : new StreamPosition(line, firstLine).write();
        last = writer.put(new Submission(taken, position, read, rejected, false))
                .whenComplete((done, thrown) -> committed(articles, thrown));
        taken.clear();
        characters = 0;
        read = 0;
        rejected = 0;
    }

    private void committed(int articles, @Nullable Throwable thrown) {
        if (thrown == null) {
            metrics.written(SourceKind.HTTP, articles);
            tally.written(articles);
        } else {
            failure = thrown;
        }
    }

    private void requireNoFailure() throws ExecutionException {
        Throwable thrown = failure;
        if (thrown != null) {
            throw new ExecutionException(thrown);
        }
    }
}
