package io.vedette.runtime.config;

import java.time.Duration;

/**
 * When a source is called unhealthy.
 *
 * @param confirmations so many polls in a row must say that a source is forbidden, gone, redirected, parked or empty
 * @param failures so many polls in a row must fail for whatever reason before it is called failing
 * @param failingFor and none must have gone well for so long
 * @param yearsPerFalseAlarm how many years a source that stays the same, and whose level is known exactly, goes on between
 *     two false alarms of silence; its level is an estimate, which makes them more frequent.  The more years, the longer it
 *     takes to notice a silence
 * @param quietAtLeast no source is called silent before nothing new has come for so long
 * @param quietAtMost any source is, whatever its usual level, once nothing new has come for so long
 * @param farBelowPercent of its usual level; a source that brings no more is far below it
 */
public record HealthConfig(
        @Default("3") int confirmations,
        @Default("5") int failures,
        @Default("1h") Duration failingFor,
        @Default("10") int yearsPerFalseAlarm,
        @Default("3h") Duration quietAtLeast,
        @Default("60d") Duration quietAtMost,
        @Default("25") int farBelowPercent) {

    public HealthConfig {
        Require.range("confirmations", confirmations, 1, 1_000);
        Require.range("failures", failures, 1, 1_000);
        Require.atLeast("failingFor", failingFor, Duration.ZERO);
        Require.range("yearsPerFalseAlarm", yearsPerFalseAlarm, 1, 1_000_000);
        Require.atLeast("quietAtLeast", quietAtLeast, Duration.ofHours(1));
        Require.atLeast("quietAtMost", quietAtMost, quietAtLeast);
        Require.range("farBelowPercent", farBelowPercent, 0, 90);
    }
}
