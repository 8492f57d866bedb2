package io.vedette.ingest.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.vedette.ingest.web.WebException.Kind;
import io.vedette.runtime.config.WebConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a site wants to be asked, by its {@code robots.txt} (RFC 9309): one that is not there allows everything, one that
 * can't be had for the moment nothing.  The last one that could be had is kept to for as long as there is no newer.
 * Thread-safe.
 */
final class Robots {

    /** RFC 9309, 2.5: what is beyond need not be read. */
    static final int MOST_BYTES = 500 * 1024;

    /** One that could not be had is asked for again after this. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final BaseRobotRules ALL = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);

    /** How a {@code robots.txt} is fetched; follows redirects, waits for its turn. */
    @FunctionalInterface
    interface Fetcher {
        Answer fetch(WebAddress robots) throws WebException, InterruptedException;
    }

    /**
     * What is known of a site.
     *
     * @param rules null if they could never be had
     * @param until the time to ask again
     * @param awaySince since when they can't be had; null if they could
     * @param failure why
     */
    record Known(
            @Nullable BaseRobotRules rules,
            Instant until,
            @Nullable Instant awaySince,
            @Nullable WebException failure) {

        /** In about 100 bytes. */
        int weight() {
            return 5
                    + (rules instanceof SimpleRobotRules simple
                            ? simple.getRobotRules().size()
                                    + simple.getSitemaps().size()
                            : 0);
        }
    }

    private final WebConfig config;
    private final String name;
    private final Clock clock;
    private final RobotsCache cache = new RobotsCache();

    /** @param name by which a {@code robots.txt} knows us, in small letters */
    Robots(WebConfig config, String name, Clock clock) {
        this.config = config;
        this.name = name;
        this.clock = clock;
    }

    /**
     * Checks that this may be asked for.
     *
     * @return how long the site wants to be left alone between two requests; zero if it does not say
     * @throws WebException {@link Kind#ROBOTS} if it may not, or any other kind if the site can't be had at all
     */
    Duration check(WebAddress address, Fetcher fetcher) throws WebException, InterruptedException {
        if (isOwn(address.host())) {
            return Duration.ZERO;
        }
        BaseRobotRules rules = rules(address, fetcher);
        if (!rules.isAllowed(address.uri().toString())) {
            throw new WebException(Kind.ROBOTS, address.site() + "/robots.txt asks " + name + " to leave this alone");
        }
        Duration delay = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
        return delay.compareTo(config.longestCrawlDelay()) < 0 ? delay : config.longestCrawlDelay();
    }

    /** Whether it is known, so that nothing has to be fetched. */
    boolean knows(WebAddress address) {
        Known known = cache.get(address.site());
        return known != null && known.until().isAfter(clock.instant());
    }

    private BaseRobotRules rules(WebAddress address, Fetcher fetcher) throws WebException, InterruptedException {
        Known known = cache.get(address.site());
        if (known == null || !known.until().isAfter(clock.instant())) {
            known = ask(address, known, fetcher);
            cache.put(address.site(), known);
        }
        if (known.rules() != null) {
            return known.rules();
        }
        if (known.awaySince() == null
                || !known.awaySince().plus(config.robotsPatience()).isAfter(clock.instant())) {
            return ALL;
        }
        throw away(known.failure());
    }

    private Known ask(WebAddress address, @Nullable Known before, Fetcher fetcher)
            throws WebException, InterruptedException {
        WebAddress robots = WebAddress.of(URI.create(address.site() + "/robots.txt"));
        try {
            Answer answer = fetcher.fetch(robots);
            return new Known(parse(robots, answer), clock.instant().plus(config.robotsFor()), null, null);
        } catch (WebException e) {
            return switch (e.kind()) {
                // not there: everything is allowed (2.3.1.2, 2.3.1.3)
                case FORBIDDEN, NOT_FOUND, GONE, REDIRECTS, UNEXPECTED ->
                    new Known(ALL, clock.instant().plus(config.robotsFor()), null, null);
                case BUSY -> throw e;
                default -> away(before, e);
            };
        }
    }

    private Known away(@Nullable Known before, WebException failure) {
        Instant now = clock.instant();
        return new Known(
                before == null ? null : before.rules(),
                now.plus(AGAIN),
                before == null || before.awaySince() == null ? now : before.awaySince(),
                failure);
    }

    private BaseRobotRules parse(WebAddress robots, Answer answer) throws WebException {
        byte[] text = Unpacking.unpack(answer.body(), answer.header("Content-Encoding"), MOST_BYTES, true);
        // the longest delay is ours to cut: the parser would take a longer one as a prohibition
        return new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                .parseContent(robots.uri().toString(), text, "text/plain", List.of(name));
    }

    private static WebException away(@Nullable WebException failure) {
        if (failure == null) {
            return new WebException(Kind.ROBOTS, "its robots.txt can't be had");
        }
        Kind kind =
                switch (failure.kind()) {
                    case SERVER_ERROR, BROKEN, TOO_LARGE -> Kind.ROBOTS;
                    default -> failure.kind();
                };
        return new WebException(kind, "robots.txt: " + failure.getMessage(), failure.retryAfter(), failure);
    }

    private boolean isOwn(String host) {
        return config.ownHosts().stream()
                .map(own -> own.toLowerCase(Locale.ROOT))
                .anyMatch(own -> own.startsWith("*.") ? host.endsWith(own.substring(1)) : host.equals(own));
    }
}
