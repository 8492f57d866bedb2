package io.vedette.alerts.topology;

import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.runtime.config.SourceHealthConfig;
import java.time.Duration;
import java.util.List;

/**
 * What can be set about alerting.
 *
 * @param memory for how long a watch remembers a story that it told of, so that it tells it once
 * @param recordLimitBytes the largest value that is written
 * @param storyPatience how long a match waits for the story of its article, in stream time
 * @param lateness how long after its time an article may be accepted and still count where a query counts over time
 * @param historyPatience how long a new query over time waits for what the retained articles say of it; zero if nobody
 *     reads them
 * @param casualtySteps numbers of casualties that are news of a story when they are reached
 * @param mostSeen so many things that were said of a story are remembered
 * @param digestEntries so many alerts are listed in a digest; others only count
 * @param budget how many alerts a day a watch may be expected to raise, where it says nothing of it itself
 * @param budgetFactor so many times its budget is far above it
 * @param budgetDigest how often a watch that is far above its budget tells what it held
 * @param sourceHealth how it is told that a source has become unhealthy
 * @param disclosure what of the texts of articles alerts may carry
 */
public record AlertingSettings(
        Duration memory,
        int recordLimitBytes,
        Duration storyPatience,
        Duration lateness,
        Duration historyPatience,
        List<Integer> casualtySteps,
        int mostSeen,
        int digestEntries,
        int budget,
        int budgetFactor,
        Duration budgetDigest,
        SourceHealthConfig sourceHealth,
        Disclosure disclosure) {

    /** As the documentation has them. */
    public static final AlertingSettings DEFAULTS = new AlertingSettings(
            Duration.ofDays(90),
            900_000,
            Duration.ofSeconds(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            List.of(10, 50, 100, 500, 1_000, 5_000),
            500,
            100,
            200,
            5,
            Duration.ofHours(1),
            SourceHealthConfig.DEFAULTS,
            Disclosure.DEFAULT);

    public AlertingSettings {
        casualtySteps = List.copyOf(casualtySteps);
    }
}
