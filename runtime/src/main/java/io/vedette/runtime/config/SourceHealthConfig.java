package io.vedette.runtime.config;

import java.time.Duration;
import java.util.List;

/**
 * How it is told that a source has become unhealthy, or healthy again.
 *
 * @param enabled whether it is told at all
 * @param severity of the alert that tells of an unhealthy one; that it is healthy again is INFO
 * @param channels where these alerts go; the default channels if empty
 * @param every at most once in this time it is told that the same source is unhealthy
 * @param gather for how long changes are gathered before they are told
 * @param together if more than so many sources change within that time, one alert tells of all of them
 * @param more how long after such an alert the next changes of that sort wait, to be told together, too
 */
public record SourceHealthConfig(
        @Default("true") boolean enabled,
        @Default("WARNING") String severity,
        @Default("") List<String> channels,
        @Default("6h") Duration every,
        @Default("2m") Duration gather,
        @Default("20") int together,
        @Default("1h") Duration more) {

    /** As the documentation has them. */
    public static final SourceHealthConfig DEFAULTS = new SourceHealthConfig(
            true, "WARNING", List.of(), Duration.ofHours(6), Duration.ofMinutes(2), 20, Duration.ofHours(1));

    public SourceHealthConfig {
        Require.matches("severity", severity, "INFO|WARNING|CRITICAL", "give INFO, WARNING or CRITICAL");
        Require.atLeast("every", every, Duration.ZERO);
        Require.atLeast("gather", gather, Duration.ZERO);
        Require.range("together", together, 1, 1_000_000);
        Require.atLeast("more", more, Duration.ZERO);
        channels = List.copyOf(channels);
    }
}
