package io.vedette.runtime.config;

import java.time.Duration;

/**
 * How much one request to the API may ask for.
 *
 * @param pageLimit the longest page
 * @param exportLimit the most rows of one export
 * @param clauseLimit the most words, prefixes and values that the filters of one request may come to
 * @param candidateLimit the most articles that one page holds against a query in the watch language
 * @param feedEntries the most entries of a watch's Atom or RSS feed
 * @param timeLimit how long one request may search
 * @param requireIfMatch whether a change of a watch must say in If-Match which version it changes
 * @param tenantWatches how many watches a tenant may have
 * @param trends how much of trends
 */
public record ApiConfig(
        @Default("1000") int pageLimit,
        @Default("1000000") int exportLimit,
        @Default("256") int clauseLimit,
        @Default("10000") int candidateLimit,
        @Default("20") int feedEntries,
        @Default("5s") Duration timeLimit,
        @Default("false") boolean requireIfMatch,
        @Default("1000") int tenantWatches,
        TrendsConfig trends) {

    public ApiConfig {
        Require.range("pageLimit", pageLimit, 1, 10_000);
        Require.range("exportLimit", exportLimit, 1, 1_000_000_000);
        Require.range("clauseLimit", clauseLimit, 1, 100_000);
        Require.range("candidateLimit", candidateLimit, 1, 10_000_000);
        Require.range("feedEntries", feedEntries, 1, 1_000);
        Require.range("tenantWatches", tenantWatches, 0, 10_000_000);
        Require.atLeast("timeLimit", timeLimit, Duration.ofMillis(10));
    }
}
