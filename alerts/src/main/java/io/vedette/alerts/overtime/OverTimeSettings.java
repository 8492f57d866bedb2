package io.vedette.alerts.overtime;

import io.vedette.alerts.watch.Watches;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What the operators over time depend on.
 *
 * @param partitions of the enriched articles, and of the matches
 * @param lateness how long after its time an article may be accepted and still count for what has closed by then
 * @param settle how far a match may be behind the mark of progress that followed its article: the wait for its story, and
 *     accepted articles whose times are not quite in order
 * @param sweep time is told to the watches in steps of so long
 * @param historyPatience how long a new query waits for what the retained articles say of it; zero if nobody reads them
 * @param watches of the moment: a watch that is no longer there says nothing, and a new one is observed from then on
 */
public record OverTimeSettings(
        int partitions,
        Duration lateness,
        Duration settle,
        Duration sweep,
        Duration historyPatience,
        Supplier<Watches> watches) {

    /** Ample for a wait of two seconds. */
    public static final Duration SETTLE = Duration.ofSeconds(10);

    public static final Duration SWEEP = Duration.ofSeconds(10);
}
