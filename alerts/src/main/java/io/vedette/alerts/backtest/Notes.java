package io.vedette.alerts.backtest;

import io.vedette.alerts.watch.WatchOptions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody has to know who reads the figures of a watch. */
final class Notes {

    private Notes() {}

    /** @param retainedFrom the first article, if nothing before it is retained; else null */
    static List<String> of(Candidate candidate, Instant since, @Nullable Instant retainedFrom) {
        List<String> notes = new ArrayList<>();
        WatchOptions options = candidate.watch().options();
        if (!candidate.watch().watch().getEnabled()) {
            notes.add("the watch is not enabled, so it tells nothing");
        }
        if (options.validFrom() != null && options.validFrom().isAfter(since)) {
            notes.add("the watch is valid from " + options.validFrom() + " on");
        }
        if (options.validUntil() != null) {
            notes.add("the watch is valid until " + options.validUntil());
        }
        if (retainedFrom != null && retainedFrom.isAfter(candidate.from())) {
            notes.add(
                    candidate.isOverTime()
                            ? "its windows were not full at first: they need articles since "
                                    + seconds(candidate.from()) + ", and those that are retained begin at "
                                    + seconds(retainedFrom)
                            : "the articles that are retained begin at " + seconds(retainedFrom));
        }
        return notes;
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
