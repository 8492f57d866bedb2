package io.vedette.runtime.config;

/**
 * What back-tests may cost.
 *
 * @param threads how many partitions of a back-test are read at a time
 * @param mostMatches of articles and watches in one back-test; one with more fails
 * @param mostWatches in one back-test
 * @param mostJobs so many back-tests run at a time; others wait
 * @param mostKept so many are remembered, the waiting and running ones included
 * @param tenantJobs so many of {@code mostKept} a tenant may have waiting and running at a time
 * @param samples so many alerts are shown of each watch
 */
public record BacktestConfig(
        @Default("2") int threads,
        @Default("100000") int mostMatches,
        @Default("100") int mostWatches,
        @Default("1") int mostJobs,
        @Default("20") int mostKept,
        @Default("2") int tenantJobs,
        @Default("10") int samples) {

    public BacktestConfig {
        Require.range("threads", threads, 1, 1_000);
        Require.range("mostMatches", mostMatches, 1, 10_000_000);
        Require.range("mostWatches", mostWatches, 1, 10_000);
        Require.range("mostJobs", mostJobs, 1, 100);
        Require.range("mostKept", mostKept, 1, 1_000);
        Require.range("tenantJobs", tenantJobs, 0, 1_000);
        Require.range("samples", samples, 0, 1_000);
    }
}
