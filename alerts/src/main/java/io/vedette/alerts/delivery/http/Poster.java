package io.vedette.alerts.delivery.http;

import io.vedette.alerts.delivery.channel.Outcome;
import io.vedette.runtime.net.AddressGuard;
import io.vedette.runtime.net.RefusedAddressException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to receivers.  Each post ends within the time-out, however slowly the receiver drips; redirects are followed only
 * where they keep the method (307, 308), at most three, never from https to http; every connection goes to an address that
 * the guard permits, also after a redirect.
 *
 * <p>Thread-safe.
 */
public final class Poster implements AutoCloseable {

    private static final int MOST_REDIRECTS = 3;
    private static final String AUTHORIZATION = "Authorization";

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "vedette-delivery-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param guard tells which addresses to connect to
     * @param timeout for one post, from the first look-up to the end of the answer, redirects included
     * @param connections the most at a time
     * @param clock what a date in {@code Retry-After} is held against
     */
    public Poster(AddressGuard guard, Duration timeout, int connections, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
        deadlines.setRemoveOnCancelPolicy(true);
        PoolingHttpClientConnectionManager manager = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Guarded(guard))
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(timeout))
                        .setSocketTimeout(Timeout.of(timeout))
                        // a name that has moved is looked up again before long
                        .setTimeToLive(Timeout.ofMinutes(1))
                        .build())
                .build();
        client = HttpClientBuilder.create()
                .setConnectionManager(manager)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(timeout))
                        .setResponseTimeout(Timeout.of(timeout))
                        .build())
                .setUserAgent("Vedette")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * Posts JSON.  Answered 2xx it is delivered; 410, and an address that is refused, are for good; all else may pass.
     *
     * @param headers further headers; {@code Authorization} goes to no other host after a redirect
     */
    public Outcome post(URI url, byte[] json, Map<String, String> headers) {
        AtomicBoolean late = new AtomicBoolean();
        long end = System.nanoTime() + timeout.toNanos();
        URI at = url;
        try {
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                Answer answer = postOnce(at, request(at, url, json, headers), end, late);
                if (!answer.redirects()) {
                    return answer.outcome();
                }
                at = answer.target(at);
            }
            return Outcome.failed("redirected more than " + MOST_REDIRECTS + " times");
        } catch (RefusedAddressException e) {
            return Outcome.refused(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return Outcome.failed("no name server knows " + at.getHost());
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return Outcome.failed(
                    late.get()
                            ? "no complete answer within " + timeout.toMillis() + " ms"
                            : e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private static HttpPost request(URI at, URI first, byte[] json, Map<String, String> headers) {
        HttpPost request = new HttpPost(at);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        boolean same = String.valueOf(at.getAuthority()).equalsIgnoreCase(String.valueOf(first.getAuthority()));
        headers.forEach((name, value) -> {
            if (same || !name.equalsIgnoreCase(AUTHORIZATION)) {
                request.setHeader(name, value);
            }
        });
        return request;
    }

    private Answer postOnce(URI at, HttpPost request, long end, AtomicBoolean late) throws IOException {
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                end - System.nanoTime(),
                TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, response -> Answer.read(response, at, clock));
        } finally {
            deadline.cancel(false);
        }
    }

    /** The one place where names become addresses, those of the hosts in URLs that are addresses already included. */
    private record Guarded(AddressGuard guard) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return guard.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
