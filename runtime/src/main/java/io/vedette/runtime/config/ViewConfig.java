package io.vedette.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the API searches and pages: an index on this machine's disk that each instance builds from the topics.
 *
 * @param enabled whether this instance keeps one; without it, lists and searches are answered 503
 * @param dir where it lies, for this instance alone; a folder beside the state of its streams if null
 * @param articles for how long articles are in it; those that raised an alert stay as long as alerts
 * @param alerts for how long alerts are in it
 * @param everyArticle whether articles that raised no alert are in it too
 * @param refresh how long at most something that was read stays out of sight
 * @param commitInterval how often it is made safe on disk, together with how far the topics were read
 * @param bufferMegabytes how much is kept in memory before it goes to disk
 */
public record ViewConfig(
        @Default("true") boolean enabled,
        @Nullable Path dir,
        @Default("30d") Duration articles,
        @Default("90d") Duration alerts,
        @Default("true") boolean everyArticle,
        @Default("500ms") Duration refresh,
        @Default("10s") Duration commitInterval,
        @Default("32") int bufferMegabytes) {

    public ViewConfig {
        Require.atLeast("articles", articles, Duration.ofMinutes(1));
        Require.atLeast("alerts", alerts, Duration.ofMinutes(1));
        Require.atLeast("refresh", refresh, Duration.ofMillis(10));
        Require.atLeast("commitInterval", commitInterval, Duration.ofMillis(100));
        Require.range("bufferMegabytes", bufferMegabytes, 4, 2_000);
    }
}
