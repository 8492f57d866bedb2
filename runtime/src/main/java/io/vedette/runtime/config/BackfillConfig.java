package io.vedette.runtime.config;

import java.time.Duration;

/**
 * How articles of the backfill lane are tagged, beside the live ones and by an application of its own.
 *
 * @param enabled whether the all-in-one does it too
 * @param threads stream threads
 * @param commitInterval how often results become visible
 */
public record BackfillConfig(
        @Default("false") boolean enabled,
        @Default("1") int threads,
        @Default("1s") Duration commitInterval) {

    public BackfillConfig {
        Require.range("threads", threads, 1, 1_000);
        Require.atLeast("commitInterval", commitInterval, Duration.ofMillis(1));
    }
}
