package io.vedette.runtime.config;

/**
 * How much goes into one brief; of more, what is newest.
 *
 * @param alerts the most alerts
 * @param articles the most articles that they rest on
 */
public record BriefConfig(
        @Default("1000") int alerts, @Default("3000") int articles) {

    public BriefConfig {
        Require.range("alerts", alerts, 1, 100_000);
        Require.range("articles", articles, 1, 100_000);
    }
}
