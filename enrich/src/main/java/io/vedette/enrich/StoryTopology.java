package io.vedette.enrich;

import io.vedette.runtime.config.EnrichConfig;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.Topics;
import io.vedette.text.story.StorySettings;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * From {@code fingerprints} to {@code stories}.
 *
 * <pre>
 * fingerprints ─ assign-story ─ stories
 *                └─ open-stories
 * </pre>
 *
 * <p>It has one task, as the topic {@code fingerprints} has one partition: the order there is what makes stories the same
 * again.  It is an application of its own, since every alert waits for it: beside {@link EnrichmentTopology}, on the same
 * threads, a fingerprint would wait for articles to be tagged, and what came of it for the commit of all of them.
 */
public final class StoryTopology {

    private final Topics topics;
    private final EnrichConfig config;
    private final EnrichMetrics metrics;
    private final Tracing tracing;

    /**
     * @param topics where fingerprints come from and stories go to
     * @param config window and limits
     * @param metrics what counts and times
     */
    public StoryTopology(Topics topics, EnrichConfig config, EnrichMetrics metrics) {
        this(topics, config, metrics, Tracing.off());
    }

    /**
     * The same.
     *
     * @param tracing records when articles got their stories
     */
    public StoryTopology(Topics topics, EnrichConfig config, EnrichMetrics metrics, Tracing tracing) {
        this.tracing = tracing;
        this.topics = topics;
        this.config = config;
        this.metrics = metrics;
    }

    /** The topology; each call gives a new one. */
    public Topology build() {
        StorySettings usual = StorySettings.DEFAULTS;
        StorySettings settings = new StorySettings(
                config.storyWindow(),
                config.mostStories(),
                usual.background(),
                usual.threshold(),
                usual.copyThreshold());
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(StoryStore.builder());
        builder.stream(
                        topics.fingerprints().name(),
                        Consumed.with(
                                        topics.fingerprints().keySerde(),
                                        topics.fingerprints().valueSerde())
                                .withName("fingerprints-log"))
                .processValues(
                        () -> new AssignStory(settings, metrics, tracing), Named.as("assign-story"), StoryStore.NAME)
                .to(
                        topics.stories().name(),
                        Produced.with(
                                        topics.stories().keySerde(),
                                        topics.stories().valueSerde())
                                .withStreamPartitioner(HomePartition.partitioner())
                                .withName("stories"));
        return builder.build();
    }
}
