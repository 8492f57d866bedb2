package io.vedette.runtime.config;

import java.time.Duration;

/**
 * What may be defined as a source, and how long a definition takes.
 *
 * @param leastInterval the shortest interval that a source may be given
 * @param applyTimeout how long a change of a source waits until this instance has read it
 * @param requireIfMatch whether a change must say in If-Match which version it changes
 * @param trial how a source is tried before it is added
 */
public record SourcesConfig(
        @Default("30s") Duration leastInterval,
        @Default("10s") Duration applyTimeout,
        @Default("false") boolean requireIfMatch,
        SourceTrialConfig trial) {

    public SourcesConfig {
        Require.atLeast("leastInterval", leastInterval, Duration.ofSeconds(1));
        Require.atLeast("applyTimeout", applyTimeout, Duration.ofMillis(100));
    }
}
