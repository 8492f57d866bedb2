package io.vedette.bench.watches;

/**
 * What a trial gave.
 *
 * @param rate articles a second
 * @param p50 microseconds for an article
 * @param p99 microseconds for an article
 * @param matches for an article, on average
 * @param ready seconds until all watches were taken
 * @param heap bytes for all watches
 * @param addOne the median of adding one more, microseconds
 * @param pause the longest of adding one more, milliseconds
 */
record Outcome(
        String subject,
        Mix mix,
        int watches,
        double rate,
        double p50,
        double p99,
        double matches,
        double ready,
        long heap,
        double addOne,
        double pause) {}
