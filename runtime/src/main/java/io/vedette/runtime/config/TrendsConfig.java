package io.vedette.runtime.config;

/**
 * How much one request for trends may ask for.
 *
 * @param series the most lines
 * @param points the most steps of time of each
 */
public record TrendsConfig(
        @Default("10") int series, @Default("1000") int points) {

    public TrendsConfig {
        Require.range("series", series, 1, 100);
        Require.range("points", points, 1, 100_000);
    }
}
