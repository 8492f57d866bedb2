package io.vedette.alerts.watch;

import io.vedette.schemas.TrustedRecords;
import io.vedette.schemas.Watch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a watch may have beside its query: when it speaks, how much, to whom, and what it must match.  Immutable.
 *
 * @param labels words to sort watches by
 * @param validFrom it raises nothing before; null for no limit
 * @param validUntil it raises nothing from then on; null for no limit
 * @param quietHours when it keeps quiet; null for never
 * @param throttle how many alerts it may raise; null for any number
 * @param digest when it tells everything at once; null when each alert comes by itself
 * @param channels names of the channels that its alerts go to
 * @param updates whether it speaks again within a story when something is new
 * @param independentTexts it also does when a story has so many texts that copy none of the others; ascending
 * @param examples what it must match, or must not
 * @param budget how many alerts a day its author expects; null for what the service is configured to
 */
public record WatchOptions(
        List<String> labels,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable QuietTimes quietHours,
        @Nullable Throttling throttle,
        @Nullable DigestTimes digest,
        List<String> channels,
        boolean updates,
        List<Integer> independentTexts,
        List<Example> examples,
        @Nullable Integer budget) {

    /** Speaks at once, always, of everything. */
    public static final WatchOptions NONE =
            new WatchOptions(List.of(), null, null, null, null, null, List.of(), true, List.of(), List.of(), null);

    static {
        // Avro makes the parts of a watch only of classes that it trusts
        TrustedRecords.trust();
    }

    /** @throws IllegalArgumentException if the end is not after the beginning */
    public WatchOptions {
        labels = List.copyOf(labels);
        channels = List.copyOf(channels);
        independentTexts = independentTexts.stream().distinct().sorted().toList();
        examples = List.copyOf(examples);
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException("validUntil: " + validUntil + " is not after validFrom, " + validFrom
                    + "; so the watch would never raise anything");
        }
    }

    /**
     * What a record of the watches says.
     *
     * @throws IllegalArgumentException if one of them is wrong: its name, what is wrong with it and what to write
     */
    public static WatchOptions of(Watch watch) {
        return WatchForm.of(watch).options();
    }

    /** Whether the watch raises anything at that time. */
    public boolean isValidAt(Instant time) {
        return (validFrom == null || !time.isBefore(validFrom)) && (validUntil == null || time.isBefore(validUntil));
    }
}
