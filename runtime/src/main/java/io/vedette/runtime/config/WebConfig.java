package io.vedette.runtime.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the web is asked.
 *
 * @param userAgent what the fetcher calls itself, and the name that it looks for in {@code robots.txt}; {@code Vedette} with
 *     its version if null
 * @param contact whom a site can turn to, an address of the web or of mail, sent with the user agent; null for nobody
 * @param timeout for one document, from connecting to the last byte, redirects included, waiting for one's turn not
 * @param limitBytes the largest document that is taken, packed or unpacked
 * @param redirects the most that are followed
 * @param connections the most requests at a time, and the most connections that are open
 * @param delay from the end of one request to the start of the next of the same host
 * @param longestCrawlDelay to this the {@code Crawl-delay} of a {@code robots.txt} is cut
 * @param patience the longest that a request waits for its turn; one that would have to wait longer is sent away at once
 * @param robotsFor how long a {@code robots.txt} is remembered
 * @param robotsPatience a site whose {@code robots.txt} can't be had is left alone for so long, then asked without (RFC 9309,
 *     2.3.1.4)
 * @param ownHosts hosts that are the user's own, whose {@code robots.txt} is not asked for; {@code *.example.org} stands for
 *     all below
 * @param allow ranges of addresses, in CIDR notation, that may be asked although they are not public
 */
public record WebConfig(
        @Nullable String userAgent,
        @Nullable String contact,
        @Default("15s") Duration timeout,
        @Default("10485760") int limitBytes,
        @Default("5") int redirects,
        @Default("64") int connections,
        @Default("1s") Duration delay,
        @Default("30s") Duration longestCrawlDelay,
        @Default("30s") Duration patience,
        @Default("1d") Duration robotsFor,
        @Default("30d") Duration robotsPatience,
        @Default("") List<String> ownHosts,
        @Default("") List<String> allow) {

    private static final String PRINTABLE = "[\\x20-\\x7e]{1,200}";

    public WebConfig {
        if (userAgent != null) {
            Require.matches("userAgent", userAgent, "[A-Za-z_-]" + PRINTABLE, "begin with a name such as Vedette/1.0");
        }
        if (contact != null) {
            Require.matches("contact", contact, PRINTABLE, "give an address of the web or of mail");
        }
        Require.atLeast("timeout", timeout, Duration.ofMillis(100));
        Require.range("limitBytes", limitBytes, 1_024, 1 << 30);
        Require.range("redirects", redirects, 0, 20);
        Require.range("connections", connections, 1, 10_000);
        Require.atLeast("delay", delay, Duration.ZERO);
        Require.atLeast("longestCrawlDelay", longestCrawlDelay, Duration.ZERO);
        Require.atLeast("patience", patience, Duration.ZERO);
        Require.atLeast("robotsFor", robotsFor, Duration.ofMinutes(1));
        Require.atLeast("robotsPatience", robotsPatience, Duration.ZERO);
        for (String host : ownHosts) {
            Require.matches(
                    "ownHosts", host, "(\\*\\.)?[^*/:\\s]+", "give hosts such as news.example.org or *.example.org");
        }
        ownHosts = List.copyOf(ownHosts);
        allow = List.copyOf(allow);
    }
}
