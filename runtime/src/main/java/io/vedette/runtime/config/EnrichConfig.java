package io.vedette.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The service that tags articles.
 *
 * @param applicationId see {@link StreamsConfig#applicationId()}
 * @param threads see {@link StreamsConfig#threads()}
 * @param processingGuarantee see {@link ProcessingGuarantee}
 * @param commitInterval see {@link StreamsConfig#commitInterval()}
 * @param storyCommitInterval how often the stories of articles are committed; every alert waits for that
 * @param standbyReplicas see {@link StreamsConfig#standbyReplicas()}
 * @param stateDir see {@link StreamsConfig#stateDir()}
 * @param instanceId see {@link StreamsConfig#instanceId()}
 * @param dedupWindow how long after it was last seen an article is remembered, so that a repeat is dropped and a change told
 * @param storyWindow for how long after its last article a story takes another
 * @param mostStories how many stories are remembered at most
 * @param textLimitBytes where text is cut that another producer than ingest wrote, in bytes of UTF-8
 * @param backfill how articles of the backfill lane are tagged
 * @param recordLimitBytes see {@link StreamsConfig#recordLimitBytes()}
 */
public record EnrichConfig(
        @Default("vedette-enrich") String applicationId,
        @Default("2") int threads,
        @Default("exactly_once_v2") ProcessingGuarantee processingGuarantee,
        @Default("100ms") Duration commitInterval,
        @Default("25ms") Duration storyCommitInterval,
        @Default("0") int standbyReplicas,
        @Default("data/streams") Path stateDir,
        @Nullable String instanceId,
        @Default("7d") Duration dedupWindow,
        @Default("7d") Duration storyWindow,
        @Default("500000") int mostStories,
        @Default("262144") int textLimitBytes,
        BackfillConfig backfill,
        @Default("900000") int recordLimitBytes)
        implements StreamsConfig {

    public EnrichConfig {
        StreamsChecks.check(applicationId, threads, commitInterval, standbyReplicas, recordLimitBytes);
        Require.atLeast("storyCommitInterval", storyCommitInterval, Duration.ofMillis(1));
        Require.atLeast("dedupWindow", dedupWindow, Duration.ofMinutes(1));
        Require.atLeast("storyWindow", storyWindow, Duration.ofMinutes(1));
        Require.range("mostStories", mostStories, 1_000, 10_000_000);
        Require.range("textLimitBytes", textLimitBytes, 1_024, 524_288);
    }

    /**
     * Of the application that assigns stories.  Its input has one partition, so it has one thread; what it writes for each
     * article is small, so it can be committed often.
     */
    public EnrichConfig ofStories() {
        return application("-stories", 1, storyCommitInterval);
    }

    /** Of the application that tags the backfill lane: it shares neither threads nor state with that of the live one. */
    public EnrichConfig ofBackfill() {
        return application("-backfill", backfill.threads(), backfill.commitInterval());
    }

    private EnrichConfig application(String suffix, int itsThreads, Duration itsCommitInterval) {
        return new EnrichConfig(
                applicationId + suffix,
                itsThreads,
                processingGuarantee,
                itsCommitInterval,
                storyCommitInterval,
                standbyReplicas,
                stateDir,
                instanceId,
                dedupWindow,
                storyWindow,
                mostStories,
                textLimitBytes,
                backfill,
                recordLimitBytes);
    }
}
