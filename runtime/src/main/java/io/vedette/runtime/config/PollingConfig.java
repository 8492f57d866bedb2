package io.vedette.runtime.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How sources are polled.
 *
 * @param enabled whether this instance polls
 * @param group the consumer group whose assignment says which instance polls which sources
 * @param instanceId the name of this instance for static membership ({@code group.instance.id}); null for dynamic
 * @param threads how many polls are made at a time
 * @param start the interval of a source of which nothing is known yet
 * @param shortest the shortest interval that a source comes to by itself
 * @param longest the longest, and the longest pause after errors
 * @param freshFor how much is believed of a server that says how long its answer stays the same
 * @param startsPerSecond at which polls begin that are due all at once, as after a start
 * @param itemsPerTransaction articles of a list that go into Kafka at a time
 * @param pagesPerPoll pages that one poll fetches behind the items of a list; the next goes on with the rest
 * @param partsPerPoll parts of a sitemap index that one poll fetches; the next goes on with the rest
 * @param sitemapAge items of sitemaps that are older are taken for known
 * @param recheck how long after an article its page is looked at again, whether it is still there; zero for never
 */
public record PollingConfig(
        @Default("true") boolean enabled,
        @Default("vedette-ingest") String group,
        @Nullable String instanceId,
        @Default("32") int threads,
        @Default("15m") Duration start,
        @Default("1m") Duration shortest,
        @Default("6h") Duration longest,
        @Default("1h") Duration freshFor,
        @Default("10") int startsPerSecond,
        @Default("50") int itemsPerTransaction,
        @Default("50") int pagesPerPoll,
        @Default("5") int partsPerPoll,
        @Default("3d") Duration sitemapAge,
        @Default("0s") Duration recheck) {

    public PollingConfig {
        Require.notBlank("group", group);
        Require.range("threads", threads, 1, 1_000);
        Require.atLeast("shortest", shortest, Duration.ofMillis(100));
        Require.atLeast("longest", longest, shortest);
        Require.atLeast("start", start, shortest);
        Require.atLeast("freshFor", freshFor, Duration.ZERO);
        Require.range("startsPerSecond", startsPerSecond, 1, 10_000);
        Require.range("itemsPerTransaction", itemsPerTransaction, 1, 10_000);
        Require.range("pagesPerPoll", pagesPerPoll, 1, 10_000);
        Require.range("partsPerPoll", partsPerPoll, 1, 1_000);
        Require.atLeast("sitemapAge", sitemapAge, Duration.ofHours(1));
        Require.atLeast("recheck", recheck, Duration.ZERO);
    }
}
