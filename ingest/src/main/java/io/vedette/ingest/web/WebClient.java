package io.vedette.ingest.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.ingest.evidence.Capture;
import io.vedette.ingest.evidence.EvidenceStore;
import io.vedette.ingest.web.WebException.Kind;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.WebConfig;
import io.vedette.runtime.net.AddressGuard;
import io.vedette.runtime.net.RetryAfter;
import io.vedette.schemas.Evidence;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the web with all manners and safety: {@code robots.txt}, one request per host at a time with a pause, conditional
 * requests, {@code Retry-After}; only addresses that the guard permits, also behind redirects; bounded in time and size.
 *
 * <p>Thread-safe.  To close it breaks off what is under way.
 */
public final class WebClient implements Web, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebClient.class);

    /** A host that has had enough, and does not say for how long, is left alone for so long. */
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    /** What comes back with each request, and is kept with the progress: some servers send a page of it. */
    private static final int LONGEST_VALIDATOR = 500;

    private final WebConfig config;
    private final @Nullable EvidenceStore evidence;
    private final WebMetrics metrics;
    private final Clock clock;
    private final Hosts hosts;
    private final Robots robots;
    private final Transport transport;
    private final Semaphore connections;

    /**
     * @param resolver {@code InetAddress::getAllByName}, but for tests
     * @param evidence where answers are kept whose request asks for it; null to keep none
     * @param registry where it counts
     * @param clock what dates are held against
     * @throws StartupException if {@code ingest.web.allow} holds what is no range of addresses
     */
    public WebClient(
            WebConfig config,
            AddressGuard.Resolver resolver,
            @Nullable EvidenceStore evidence,
            MeterRegistry registry,
            Clock clock) {
        UserAgent userAgent = UserAgent.of(config);
        if (config.contact() == null) {
            LOG.warn(
                    "sites can't turn to anybody if \"{}\" troubles them: set ingest.web.contact to an address of yours,"
                            + " of the web or of mail",
                    userAgent);
        }
        this.config = config;
        this.evidence = evidence;
        this.clock = clock;
        this.hosts = new Hosts(config.delay(), config.patience());
        this.robots = new Robots(config, userAgent.robot(), clock);
        this.transport =
                new Transport(guard(config, resolver), userAgent.toString(), config.connections(), config.timeout());
        this.connections = new Semaphore(config.connections(), true);
        this.metrics = new WebMetrics(registry, hosts);
    }

    @Override
    public WebAnswer fetch(WebRequest request) throws WebException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            WebAnswer answer = document(request);
            metrics.fetched(answer);
            return answer;
        } catch (WebException e) {
            metrics.failed(e.kind());
            throw e;
        }
    }

    @Override
    public Duration turn(URI address) {
        try {
            return hosts.turn(WebAddress.of(address).queue());
        } catch (WebException e) {
            return Duration.ZERO;
        }
    }

    @Override
    public void close() {
        transport.close();
    }

    private WebAnswer document(WebRequest request) throws WebException, InterruptedException {
        Map<String, String> headers = headers(request);
        Budget budget = new Budget(config.timeout());
        WebAddress at = WebAddress.of(request.address());
        boolean forGood = true;
        for (int redirects = 0; redirects <= config.redirects(); redirects++) {
            Duration crawlDelay = robots.check(at, this::robots);
            Answer answer = ask(at, headers, config.limitBytes(), false, crawlDelay, budget);
            if (!answer.redirects()) {
                return answer(request, answer, at, redirects > 0 && forGood);
            }
            forGood &= answer.movedForGood();
            at = at.resolve(answer.header("Location", Integer.MAX_VALUE));
        }
        throw tooManyRedirects(request.address());
    }

    private Answer robots(WebAddress address) throws WebException, InterruptedException {
        Map<String, String> headers = Map.of("Accept", "text/plain, */*;q=0.5", "Accept-Encoding", Unpacking.ACCEPTED);
        Budget budget = new Budget(config.timeout());
        WebAddress at = address;
        for (int redirects = 0; redirects <= config.redirects(); redirects++) {
            // what is wanted of the host comes right behind
            Answer answer = ask(at, headers, Robots.MOST_BYTES, true, null, budget);
            if (!answer.redirects()) {
                requireSuccess(answer);
                return answer;
            }
            at = at.resolve(answer.header("Location", Integer.MAX_VALUE));
        }
        throw tooManyRedirects(address.uri());
    }

    /** @param crawlDelay what the host asks for between two requests; null if the next may follow at once */
    private Answer ask(
            WebAddress at,
            Map<String, String> headers,
            int limit,
            boolean cut,
            @Nullable Duration crawlDelay,
            Budget budget)
            throws WebException, InterruptedException {
        try (Hosts.Turn turn = hosts.take(at.queue())) {
            turn.pause(crawlDelay == null ? Duration.ZERO : longer(crawlDelay, config.delay()));
            connections.acquire();
            try {
                long start = System.nanoTime();
                Answer answer = transport.get(at, headers, limit, cut, budget);
                metrics.asked(Duration.ofNanos(System.nanoTime() - start), answer.body().length);
                throttle(answer, turn);
                return answer;
            } finally {
                connections.release();
            }
        }
    }

    private void throttle(Answer answer, Hosts.Turn turn) throws WebException {
        Duration after = RetryAfter.parse(answer.header("Retry-After", 100), clock.instant());
        boolean enough = answer.status() == HttpStatus.SC_TOO_MANY_REQUESTS
                || answer.status() == HttpStatus.SC_SERVICE_UNAVAILABLE && after != null;
        if (enough) {
            turn.hold(after == null ? ENOUGH : longer(after, config.delay()));
            throw new WebException(Kind.THROTTLED, "the server answered " + answer.status(), after, null);
        }
    }

    private WebAnswer answer(WebRequest request, Answer answer, WebAddress at, boolean moved) throws WebException {
        Instant now = clock.instant();
        if (answer.status() == HttpStatus.SC_NOT_MODIFIED
                && (request.etag() != null || request.lastModified() != null)) {
            return new WebAnswer.Unchanged(Freshness.of(answer, now));
        }
        requireSuccess(answer);
        byte[] body = Unpacking.unpack(answer.body(), answer.header("Content-Encoding"), config.limitBytes(), false);
        return new WebAnswer.Document(
                body,
                answer.header("Content-Type", LONGEST_VALIDATOR),
                at.uri(),
                moved ? at.uri() : null,
                answer.header("ETag", LONGEST_VALIDATOR),
                answer.header("Last-Modified", LONGEST_VALIDATOR),
                Freshness.of(answer, now),
                now,
                request.evidence() ? keep(answer, at, now) : null);
    }

    private @Nullable Evidence keep(Answer answer, WebAddress at, Instant now) {
        return evidence == null
                ? null
                : evidence.keep(new Capture(
                                at.uri(), answer.requestHead(), answer.head(), answer.body(), answer.server(), now))
                        .orElse(null);
    }

    private static Map<String, String> headers(WebRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", request.accept());
        headers.put("Accept-Encoding", Unpacking.ACCEPTED);
        if (request.etag() != null) {
            headers.put("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            headers.put("If-Modified-Since", request.lastModified());
        }
        return headers;
    }

    private static void requireSuccess(Answer answer) throws WebException {
        int status = answer.status();
        if (status == HttpStatus.SC_OK || status == HttpStatus.SC_NON_AUTHORITATIVE_INFORMATION) {
            return;
        }
        Kind kind =
                switch (status) {
                    case HttpStatus.SC_UNAUTHORIZED,
                            HttpStatus.SC_FORBIDDEN,
                            HttpStatus.SC_UNAVAILABLE_FOR_LEGAL_REASONS -> Kind.FORBIDDEN;
                    case HttpStatus.SC_NOT_FOUND -> Kind.NOT_FOUND;
                    case HttpStatus.SC_GONE -> Kind.GONE;
                    default -> status >= HttpStatus.SC_SERVER_ERROR ? Kind.SERVER_ERROR : Kind.UNEXPECTED;
                };
        throw new WebException(kind, "the server answered " + status);
    }

    private WebException tooManyRedirects(URI address) {
        return new WebException(Kind.REDIRECTS, address + " redirects more than " + config.redirects() + " times");
    }

    private static AddressGuard guard(WebConfig config, AddressGuard.Resolver resolver) {
        try {
            return new AddressGuard(resolver, config.allow(), "ingest.web.allow");
        } catch (IllegalArgumentException e) {
            throw new StartupException(ExitCode.USAGE, "ingest.web.allow: " + e.getMessage(), e);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
