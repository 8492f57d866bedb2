package io.vedette.ingest.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.SourceKind;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.article.MalformedInputException;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.BufferFullException;
import io.vedette.ingest.kafka.Submission;
import io.vedette.runtime.access.Caller;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.config.IngestConfig;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.trace.Request;
import io.vedette.schemas.Article;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/articles}: answered 202 with the ids once Kafka has committed, 503 if there is no room or if Kafka
 * does not commit in time.  An article that is sent twice has the same id, and is dropped later: to repeat a request
 * does no harm.
 */
public final class ArticleRoutes implements Routes {

    private static final String PATH = "/api/articles";
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    static final String RETRY_AFTER_SECONDS = "2";
    private static final int MOST_ERRORS = 100;

    private final ArticleWriter writer;
    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private final int mostBytes;
    private final ApiKeys keys;
    private final StreamPosts streamPosts;

    /**
     * @param writer takes the articles of short requests
     * @param streams take those of NDJSON
     * @param factory cleans them
     * @param metrics counts them
     * @param config who may send, and how much
     * @param mostBytes of a body that is no NDJSON, before and after unpacking
     */
    public ArticleRoutes(
            ArticleWriter writer,
            PushStreams streams,
            ArticleFactory factory,
            IngestMetrics metrics,
            IngestConfig config,
            int mostBytes) {
        this.writer = writer;
        this.keys = new ApiKeys(config.push().keys());
        this.streamPosts = new StreamPosts(streams, factory, metrics, config);
        this.factory = factory;
        this.metrics = metrics;
        this.mostBytes = mostBytes;
    }

    @Override
    public List<Endpoint> endpoints() {
        Shape article = Shape.of(ArticleInput.class);
        Shape error = Shape.object(
                "ArticleError",
                "where",
                Shape.TEXT,
                "line",
                Shape.WHOLE_NUMBER,
                "column",
                Shape.WHOLE_NUMBER,
                "reason",
                Shape.TEXT);
        Shape accepted = Shape.object(
                "ArticlesAccepted",
                "ids",
                Shape.many(Shape.TEXT),
                "read",
                Shape.WHOLE_NUMBER,
                "written",
                Shape.WHOLE_NUMBER,
                "rejected",
                Shape.WHOLE_NUMBER,
                "known",
                Shape.WHOLE_NUMBER,
                "errors",
                Shape.many(error));
        return List.of(Endpoint.post(PATH, "Takes articles in: one, an array of them, or one on each line.", this::post)
                .needs(Scope.INGEST)
                .header("Content-Encoding", "gzip, if the body is packed so.")
                .header("Authorization", "Bearer and a key or token, where keys are needed.")
                .header("X-Api-Key", "The key, instead of Authorization.")
                .header(
                        "Idempotency-Key",
                        "Of NDJSON: 1 to 255 characters.  The same stream sent again under it goes on where it was"
                                + " left.")
                .header("traceparent", "The trace that the articles go on with, as W3C has it; with tracestate.")
                .takes(List.of("application/json", "application/x-ndjson"), article)
                .answers(
                        HttpStatus.ACCEPTED,
                        "Kafka has committed them; ids, up to 1,000, are in their order.",
                        accepted)
                .answers(HttpStatus.UNAUTHORIZED, "No key that is known.")
                .answers(HttpStatus.UNPROCESSABLE_CONTENT, "Another stream was sent under that Idempotency-Key.")
                .answers(HttpStatus.SERVICE_UNAVAILABLE, "No room, or no commit in time: send it again later."));
    }

    private void post(Context ctx) throws InterruptedException {
        String caller = caller(ctx);
        Request request = writer.tracing().request("POST", PATH, ctx::header);
        try (var here = request.here()) {
            if (PostedArticles.isNdjson(ctx.contentType())) {
                streamPosts.post(ctx, caller);
                request.answered(ctx.status().getCode());
            } else {
                postAll(ctx, request);
            }
        } catch (Problem e) {
            request.answered(e.status().getCode());
            throw e;
        } catch (RuntimeException | InterruptedException e) {
            request.answered(HttpStatus.INTERNAL_SERVER_ERROR.getCode());
            throw e;
        }
    }

    private void postAll(Context ctx, Request request) throws InterruptedException {
        PostedArticles posted = new PostedArticles(factory, metrics);
        try {
            posted.read(body(ctx));
        } catch (MalformedInputException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, e.getMessage())
                    .with("line", e.line())
                    .with("column", e.column());
        }
        if (posted.articles().isEmpty()) {
            throw nothingGood(posted.bad());
        }
        CompletableFuture<Void> committed;
        try {
            committed = submit(posted);
        } catch (BufferFullException e) {
            unavailable(ctx, String.valueOf(e.getMessage()));
            request.answered(ctx.status().getCode());
            return;
        }
        ctx.future(() -> committed
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((done, failure) -> {
                    answer(ctx, posted, failure);
                    request.answered(ctx.status().getCode());
                    return null;
                }));
    }

    /** Whoever the server knows; where it lets everybody in, who has a key of ingest.push.keys, if there are some. */
    private String caller(Context ctx) {
        Caller known = Callers.of(ctx);
        return known.isKnown()
                ? known.id()
                : keys.caller(ctx.header("Authorization"), ctx.header("X-Api-Key"))
                        .orElseThrow(() -> unauthorized(ctx));
    }

    private static Problem unauthorized(Context ctx) {
        ctx.header("WWW-Authenticate", "Bearer realm=\"vedette\"");
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "articles are taken with a key only: send one that ingest.push.keys has, as Authorization: Bearer KEY"
                        + " or X-Api-Key: KEY");
    }

    private CompletableFuture<Void> submit(PostedArticles posted) throws BufferFullException {
        int rejected = posted.bad().size();
        long read = posted.articles().size() + (long) rejected;
        return writer.offer(new Submission(posted.articles(), null, read, rejected, false));
    }

    private void answer(Context ctx, PostedArticles posted, @Nullable Throwable failure) {
        if (failure != null) {
            String why = failure instanceof TimeoutException ? "Kafka has not committed in time" : failure.getMessage();
            unavailable(ctx, why + "; send it again, nothing is stored twice");
            return;
        }
        metrics.written(SourceKind.HTTP, posted.articles().size());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ids", posted.articles().stream().map(Article::getId).toList());
        if (!posted.bad().isEmpty()) {
            body.put("rejected", posted.bad().size());
            body.put("errors", BadInputs.members(posted.bad(), MOST_ERRORS));
        }
        ctx.status(HttpStatus.ACCEPTED).json(body);
    }

    private static Problem nothingGood(List<BadInput> bad) {
        if (bad.isEmpty()) {
            return new Problem(HttpStatus.BAD_REQUEST, "there is no article in it; send a JSON object with a text");
        }
        String detail = bad.size() == 1 ? bad.get(0).reason() : "none of the " + bad.size() + " articles can be taken";
        return new Problem(HttpStatus.BAD_REQUEST, detail)
                .with("rejected", bad.size())
                .with("errors", BadInputs.members(bad, MOST_ERRORS));
    }

    private byte[] body(Context ctx) {
        try (InputStream raw = ctx.bodyInputStream();
                InputStream in = isGzip(ctx) ? new GZIPInputStream(raw) : raw) {
            byte[] body = in.readNBytes(mostBytes);
            if (in.read() >= 0) {
                throw new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "the request is larger than http.maxRequestBytes; send fewer articles at a time");
            }
            return body;
        } catch (IOException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, "the body can't be read: " + e.getMessage());
        }
    }

    static boolean isGzip(Context ctx) {
        return "gzip".equalsIgnoreCase(ctx.header("Content-Encoding"));
    }

    private static void unavailable(Context ctx, String detail) {
        ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail).answer(ctx);
    }
}
