package io.vedette.ingest.web;

import io.vedette.ingest.web.Names.SlowNamesException;
import io.vedette.ingest.web.WebException.Kind;
import io.vedette.runtime.net.AddressGuard;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Asks once and follows nothing.  Every connection goes to an address that the guard permits; each answer ends within the
 * time that is left, however slowly the server drips, and within its size.  Thread-safe.
 */
final class Transport implements AutoCloseable {

    private static final int LONGEST_HEADER = 16 * 1024;
    private static final int MOST_HEADERS = 200;
    /** A name server may give hundreds of addresses where nobody answers: each would take its time. */
    private static final int MOST_ADDRESSES = 3;

    /** Lookups that were given up hang on for a while, and others are not to wait for them. */
    private static final int LOOKUPS_PER_CONNECTION = 2;

    private static final Timeout IDLE = Timeout.ofSeconds(10);

    private final Names names;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "vedette-web-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param guard tells which addresses to connect to
     * @param userAgent the header
     * @param connections the most that are open; whoever asks sees to it that no more are under way
     * @param timeout the longest for anything
     */
    Transport(AddressGuard guard, String userAgent, int connections, Duration timeout) {
        deadlines.setRemoveOnCancelPolicy(true);
        names = new Names(guard, MOST_ADDRESSES, LOOKUPS_PER_CONNECTION * connections, timeout);
        Timeout whole = Timeout.of(timeout);
        PoolingHttpClientConnectionManager manager = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_HEADER)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(timeout.dividedBy(MOST_ADDRESSES)))
                        .setSocketTimeout(whole)
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .build();
        client = HttpClientBuilder.create()
                .setConnectionManager(manager)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(whole)
                        .setResponseTimeout(whole)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(userAgent)
                // also forgets the hosts that no connection is left of
                .evictExpiredConnections()
                .evictIdleConnections(IDLE)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * @param headers beside those of the protocol
     * @param limit the most bytes of the body
     * @param cut whether what is beyond the limit is left out, rather than refused
     */
    Answer get(WebAddress address, Map<String, String> headers, int limit, boolean cut, Budget budget)
            throws WebException {
        HttpGet request = new HttpGet(address.uri());
        headers.forEach(request::setHeader);
        AtomicBoolean late = new AtomicBoolean();
        long start = System.nanoTime();
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                budget.left(),
                TimeUnit.NANOSECONDS);
        try {
            return exchange(address, request, limit, cut);
        } catch (IOException | RuntimeException e) {
            throw late.get() && !(e instanceof SlowNamesException)
                    ? new WebException(
                            Kind.TIMEOUT,
                            "no complete answer within " + budget.whole().toMillis() + " ms",
                            null,
                            e)
                    : Failures.of(e);
        } finally {
            deadline.cancel(false);
            budget.spend(System.nanoTime() - start);
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
        names.close();
    }

    private Answer exchange(WebAddress address, HttpGet request, int limit, boolean cut)
            throws IOException, WebException {
        HttpClientContext context = HttpClientContext.create();
        HttpHost target = new HttpHost(address.uri().getScheme(), address.host(), address.port());
        ClassicHttpResponse response = client.executeOpen(target, request, context);
        boolean complete = false;
        try {
            byte[] body = response.getCode() / 100 == 2 ? body(response.getEntity(), limit, cut) : new byte[0];
            complete = response.getEntity() == null || response.getCode() / 100 == 2 && body.length < limit;
            return new Answer(
                    response.getCode(),
                    List.of(response.getHeaders()),
                    head(context.getRequest()),
                    head(new StatusLine(response).toString(), response.getHeaders()),
                    body,
                    server(context));
        } finally {
            close(response, request, complete);
        }
    }

    private static byte[] body(@Nullable HttpEntity entity, int limit, boolean cut) throws IOException, WebException {
        if (entity == null) {
            return new byte[0];
        }
        if (!cut && entity.getContentLength() > limit) {
            throw new WebException(
                    Kind.TOO_LARGE, "it has " + entity.getContentLength() + " bytes, and " + limit + " is the limit");
        }
        InputStream content = entity.getContent();
        if (content == null) {
            return new byte[0];
        }
        byte[] body = content.readNBytes(limit);
        if (!cut && body.length == limit && content.read() >= 0) {
            throw new WebException(Kind.TOO_LARGE, "it is larger than " + limit + " bytes");
        }
        return body;
    }

    /** To close an answer reads it to its end, of which there may be none: one that is not wanted is cut off before. */
    private static void close(ClassicHttpResponse response, HttpGet request, boolean complete) {
        if (!complete) {
            request.cancel();
        }
        try {
            response.close();
        } catch (IOException e) {
            // it was cut off
        }
    }

    private static String head(HttpRequest request) {
        return head(
                request.getMethod() + " " + request.getRequestUri() + " "
                        + (request.getVersion() == null ? "HTTP/1.1" : request.getVersion()),
                request.getHeaders());
    }

    private static String head(String first, Header[] headers) {
        return Arrays.stream(headers)
                .map(header -> header.getName() + ": " + (header.getValue() == null ? "" : header.getValue()) + "\r\n")
                .collect(Collectors.joining("", first + "\r\n", "\r\n"));
    }

    private static @Nullable InetAddress server(HttpClientContext context) {
        EndpointDetails details = context.getEndpointDetails();
        return details != null && details.getRemoteAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : null;
    }
}
