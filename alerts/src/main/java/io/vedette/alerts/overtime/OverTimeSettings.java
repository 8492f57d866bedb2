package io.vedette.alerts.overtime;

import java.time.Duration;
import java.util.function.BiPredicate;

/**
 * What the operators over time depend on.
 *
 * @param partitions of the enriched articles
 * @param lateness how long after its time an article may be accepted and still count for what has closed by then
 * @param settle how far a match may be behind the mark of progress that followed its article: the wait for its story, and
 *     accepted articles whose times are not quite in order
 * @param sweep time is told to the watches in steps of so long
 * @param asked whether there is a watch with that id and that query key: what nobody asks for any more is forgotten
 */
public record OverTimeSettings(
        int partitions, Duration lateness, Duration settle, Duration sweep, BiPredicate<String, String> asked) {

    /** Ample for a wait of two seconds. */
    public static final Duration SETTLE = Duration.ofSeconds(10);

    public static final Duration SWEEP = Duration.ofSeconds(10);
}
