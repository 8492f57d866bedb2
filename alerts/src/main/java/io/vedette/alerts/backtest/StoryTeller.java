package io.vedette.alerts.backtest;

import io.vedette.alerts.topology.OncePerStory;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Match;
import java.time.Instant;
import java.util.List;

/** Tells once per story, as the topology does.  Immutable. */
final class StoryTeller implements Teller {

    private final OncePerStory once;

    StoryTeller(OncePerStory once) {
        this.once = once;
    }

    @Override
    public List<Alert> tell(CompiledWatch watch, List<Match> matches, Instant from, Instant to) {
        return once.tellAll(matches, watch.watch().getUpdates());
    }
}
