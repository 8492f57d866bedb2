package io.vedette.bench.watches;

import java.util.List;
import java.util.Set;

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
 * @param firstIds which watches the first articles match
 * @param same whether these are what they should be
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
        double pause,
        List<Set<String>> firstIds,
        boolean same) {

    Outcome comparedWith(List<Set<String>> expected) {
        return new Outcome(
                subject,
                mix,
                watches,
                rate,
                p50,
                p99,
                matches,
                ready,
                heap,
                addOne,
                pause,
                firstIds,
                firstIds.equals(expected));
    }
}
