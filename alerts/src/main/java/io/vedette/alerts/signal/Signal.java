package io.vedette.alerts.signal;

import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.Match;
import io.vedette.schemas.SourceChange;
import io.vedette.schemas.WatchHistory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What goes by watch id through the steps that remember, from the first to the last.  Each step takes what is its own and
 * passes on the rest, so that all of them see one order.
 */
public sealed interface Signal {

    /** An article matches a watch, or one of the parts of its query. */
    record Matched(Match match) implements Signal {}

    /**
     * A partition of the enriched articles has got so far: what comes from there later is late.  Every partition of the
     * matches gets every one of these, and each of them in the order of that partition.
     *
     * @param partition of the enriched articles
     * @param time the broker's
     */
    record Progress(int partition, Instant time) implements Signal {}

    /** A retained article matches a new query over time, or all of them have been told. */
    record Past(WatchHistory history) implements Signal {}

    /** A source does otherwise than before. */
    record SourceChanged(SourceChange change) implements Signal {}

    /** Somebody says something to an alert or a watch. */
    record Said(Feedback feedback) implements Signal {}

    /**
     * An alert that is to be raised, unless something holds it.
     *
     * @param trace the {@code traceparent} of the article; null for none
     */
    record Raised(Alert alert, @Nullable String trace) implements Signal {}

    /** How things stand now with the alerts of a watch and story. */
    record Stands(AlertState state) implements Signal {}

    /** What a record of the matches says. */
    static Signal of(Match match) {
        Instant progress = match.getProgress();
        return progress == null ? new Matched(match) : new Progress(match.getPartition(), progress);
    }

    /** The record that says that a partition has got so far. */
    static Match progress(int partition, Instant time) {
        return Match.newBuilder().setPartition(partition).setProgress(time).build();
    }
}
