package io.vedette.runtime.config;

import java.time.Duration;

/**
 * How it goes as a whole, over HTTP.
 *
 * @param refresh how old an answer may be before it is found anew
 * @param timeout how long Kafka is waited for
 */
public record SystemConfig(
        @Default("5s") Duration refresh, @Default("3s") Duration timeout) {

    public SystemConfig {
        Require.atLeast("refresh", refresh, Duration.ofMillis(100));
        Require.atLeast("timeout", timeout, Duration.ofMillis(100));
    }
}
