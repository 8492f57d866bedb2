package io.vedette.runtime.config;

import java.time.Duration;

/**
 * Dead letters over HTTP.
 *
 * @param readers how many requests may look at them at a time; more are answered 503
 * @param records so many records of each partition are looked at, the last ones
 * @param batch how many may be sent once more by one request
 * @param textLimit how many characters of a key or value are shown
 * @param patience how long a broker is waited for that gives nothing
 */
public record DeadLettersConfig(
        @Default("2") int readers,
        @Default("20000") int records,
        @Default("100") int batch,
        @Default("65536") int textLimit,
        @Default("10s") Duration patience) {

    public DeadLettersConfig {
        Require.range("readers", readers, 1, 100);
        Require.range("records", records, 1, 10_000_000);
        Require.range("batch", batch, 1, 1_000);
        Require.range("textLimit", textLimit, 100, 10_000_000);
        Require.atLeast("patience", patience, Duration.ofMillis(100));
    }
}
