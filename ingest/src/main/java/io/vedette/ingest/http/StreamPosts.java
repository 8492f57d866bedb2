package io.vedette.ingest.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.http.ArticleStream.OtherStreamException;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.runtime.config.IngestConfig;
import io.vedette.runtime.http.Problem;
import io.vedette.schemas.IngestProgress;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Requests in NDJSON, however long.  Each takes a thread of the server for as long as it is read.  Thread-safe. */
final class StreamPosts {

    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final int MOST_KEY_CHARACTERS = 255;
    private static final int GZIP_BUFFER = 1 << 16;
    private static final String SAME_KEY =
            "; send it again under the same Idempotency-Key and it goes on where it was left";
    private static final String SEND_AGAIN = "; send it again, an article that is sent twice is stored once";

    private final PushStreams streams;
    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private final IngestConfig config;

    StreamPosts(PushStreams streams, ArticleFactory factory, IngestMetrics metrics, IngestConfig config) {
        this.streams = streams;
        this.factory = factory;
        this.metrics = metrics;
        this.config = config;
    }

    /**
     * Reads a stream and answers it.
     *
     * @param caller who sends it
     */
    void post(Context ctx, String caller) throws InterruptedException {
        String key = ctx.header("Idempotency-Key");
        if (key != null && (key.isBlank() || key.length() > MOST_KEY_CHARACTERS)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "an Idempotency-Key has 1 to 255 characters");
        }
        if (!streams.enter()) {
            unavailable(ctx, "ingest.push.streams are being read; send it again later", null);
            return;
        }
        try {
            if (key == null) {
                read(ctx, streams.shared(), null);
                return;
            }
            String id = StreamPosition.sourceId(caller, key);
            ArticleWriter writer = streams.open(id);
            try {
                read(ctx, writer, id);
            } finally {
                streams.close(id, writer);
            }
        } finally {
            streams.leave();
        }
    }

    private void read(Context ctx, ArticleWriter writer, @Nullable String id) throws InterruptedException {
        StreamTally tally = new StreamTally(config.push().errors());
        ArticleStream stream = new ArticleStream(factory, metrics, writer, tally, config.batchSize());
        String again = id == null ? SEND_AGAIN : SAME_KEY;
        try {
            if (id != null) {
                stream.goOnAt(position(writer));
            }
            IOException broken = read(ctx, stream);
            stream.await(PATIENCE.toMillis());
            answer(ctx, tally, broken, again);
        } catch (OtherStreamException e) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "another stream was sent under this Idempotency-Key: its first line was a different one; use a new key");
        } catch (TimeoutException e) {
            unavailable(ctx, "Kafka has not committed in time" + again, tally);
        } catch (ExecutionException e) {
            unavailable(ctx, why(e) + again, tally);
        }
    }

    private static @Nullable StreamPosition position(ArticleWriter writer)
            throws InterruptedException, ExecutionException, TimeoutException {
        Optional<IngestProgress> progress = writer.progressAtStart().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return progress.flatMap(found -> StreamPosition.read(found.getPosition()))
                .orElse(null);
    }

    /** What ended it before its time, or null; what came before that is on its way to Kafka. */
    private @Nullable IOException read(Context ctx, ArticleStream stream)
            throws InterruptedException, ExecutionException, OtherStreamException {
        try (InputStream raw = ctx.bodyInputStream();
                InputStream in = ArticleRoutes.isGzip(ctx) ? new GZIPInputStream(raw, GZIP_BUFFER) : raw) {
            stream.read(new ByteLines(in, config.push().lineLimitBytes()), raw);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static void answer(Context ctx, StreamTally tally, @Nullable IOException broken, String again) {
        if (broken != null) {
            Problem problem = new Problem(
                    HttpStatus.BAD_REQUEST, "the body can't be read to its end: " + broken.getMessage() + again);
            tally.members().forEach(problem::with);
            throw problem;
        }
        if (tally.nothingGood()) {
            Problem problem = new Problem(
                    HttpStatus.BAD_REQUEST,
                    tally.read() == 0
                            ? "there is no article in it; send a JSON object with a text on each line"
                            : "none of the " + tally.read() + " articles can be taken");
            tally.members().forEach(problem::with);
            throw problem;
        }
        ctx.status(HttpStatus.ACCEPTED).json(tally.members());
    }

    private static String why(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return String.valueOf((cause == null ? failure : cause).getMessage());
    }

    private static void unavailable(Context ctx, String detail, @Nullable StreamTally tally) {
        ctx.header("Retry-After", ArticleRoutes.RETRY_AFTER_SECONDS);
        Problem problem = new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail);
        if (tally != null) {
            tally.members().forEach(problem::with);
        }
        problem.answer(ctx);
    }
}
