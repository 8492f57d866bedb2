package io.vedette.ingest.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Fetches feeds over HTTP, only if they have changed.  Thread-safe. */
final class FeedFetcher {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    /** What a server sent; nobody compares two of them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Fetched(
            byte[] body,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified) {}

    private final HttpClient client;
    private final String userAgent;
    private final Duration timeout;
    private final int limit;

    /**
     * @param timeout from connecting to the last byte
     * @param limit the most bytes of a feed, packed or not
     */
    FeedFetcher(HttpClient client, String userAgent, Duration timeout, int limit) {
        this.client = client;
        this.userAgent = userAgent;
        this.timeout = timeout;
        this.limit = limit;
    }

    /**
     * Fetches a feed.
     *
     * @return empty if it has not changed since that position
     * @throws FeedException if it could not be fetched
     */
    Optional<Fetched> fetch(URI address, FeedPosition since) throws FeedException, InterruptedException {
        HttpResponse<byte[]> response = send(request(address, since));
        if (response.statusCode() == NOT_MODIFIED) {
            return Optional.empty();
        }
        if (response.statusCode() != OK) {
            throw new FeedException("the server answered " + response.statusCode());
        }
        return Optional.of(new Fetched(
                unpacked(response),
                header(response, "Content-Type"),
                header(response, "ETag"),
                header(response, "Last-Modified")));
    }

    private HttpRequest request(URI address, FeedPosition since) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("User-Agent", userAgent)
                .header("Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5")
                .header("Accept-Encoding", "gzip");
        if (since.etag() != null) {
            request.header("If-None-Match", since.etag());
        }
        if (since.lastModified() != null) {
            request.header("If-Modified-Since", since.lastModified());
        }
        return request.build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws FeedException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, info -> new LimitedBody(limit));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new FeedException("it could not be fetched", e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new FeedException("it took longer than " + timeout.toMillis() + " ms", e);
        } finally {
            answer.cancel(true);
        }
    }

    private byte[] unpacked(HttpResponse<byte[]> response) throws FeedException {
        if (!"gzip".equalsIgnoreCase(header(response, "Content-Encoding"))) {
            return response.body();
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] body = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new FeedException("it is larger than " + limit + " bytes");
            }
            return body;
        } catch (IOException e) {
            throw new FeedException("it says that it is gzip and is not", e);
        }
    }

    private static @Nullable String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }
}
