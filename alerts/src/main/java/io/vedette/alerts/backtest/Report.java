package io.vedette.alerts.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a watch would have told.
 *
 * @param watchId which
 * @param notes what somebody has to know who reads the figures
 * @param tried what it would have told as it would be
 * @param current what it would have told as it is; null where it is new
 * @param added how many stories or windows are told of as it would be, and not as it is
 * @param lost how many the other way round
 * @param addedSamples the first of the added, as alerts
 * @param lostSamples the first of the lost, as alerts
 */
record Report(
        String watchId,
        List<String> notes,
        Figures tried,
        @Nullable Figures current,
        int added,
        int lost,
        List<ObjectNode> addedSamples,
        List<ObjectNode> lostSamples) {

    /**
     * In numbers.
     *
     * @param matches articles that match
     * @param alerts one for each story or window
     * @param updates alerts that tell more of a story
     * @param held how many of the alerts and updates would have been held, by the reason: EMBARGO, BUDGET, DIGEST,
     *     QUIET_HOURS or THROTTLE
     * @param perDay alerts of each day, UTC, without the updates; days without are there too
     * @param samples the first alerts, each with the time at which it is raised
     */
    record Figures(
            int matches,
            int alerts,
            int updates,
            Map<String, Integer> held,
            Map<LocalDate, Integer> perDay,
            List<ObjectNode> samples) {}
}
