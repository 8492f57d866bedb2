package io.vedette.runtime.config;

/**
 * How much goes into one brief; of more alerts and articles, what is newest.
 *
 * @param alerts the most alerts
 * @param articles the most articles that they rest on
 * @param claims the most claims that are told as confirmed, and as many that are not; of more, those that weigh most
 */
public record BriefConfig(
        @Default("1000") int alerts,
        @Default("3000") int articles,
        @Default("300") int claims) {

    public BriefConfig {
        Require.range("alerts", alerts, 1, 100_000);
        Require.range("articles", articles, 1, 100_000);
        Require.range("claims", claims, 1, 100_000);
    }
}
