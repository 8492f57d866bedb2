package io.vedette.enrich;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.EnrichConfig;
import io.vedette.runtime.permission.Permission;
import io.vedette.runtime.permission.Permissions;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import io.vedette.text.Annotations;
import java.util.List;
import org.apache.kafka.streams.TopologyDescription;

/** What enrichment does in Kafka, which its topologies say. */
public final class EnrichAccess {

    private EnrichAccess() {}

    /** Under that configuration: both lanes, and stories. */
    public static List<Permission> of(Configuration configuration, Topics topics) {
        EnrichConfig live = configuration.enrich();
        EnrichConfig stories = live.ofStories();
        EnrichConfig backfill = live.ofBackfill();
        EnrichMetrics metrics = new EnrichMetrics(Lane.LIVE, new SimpleMeterRegistry());
        return new Permissions(configuration.topics().settings().prefix())
                .streams(live.applicationId(), tagging(Lane.LIVE, live, configuration, topics, metrics), "enrich")
                .streams(
                        stories.applicationId(),
                        new StoryTopology(topics, stories, metrics).build().describe(),
                        "stories")
                .streams(
                        backfill.applicationId(),
                        tagging(Lane.BACKFILL, backfill, configuration, topics, metrics),
                        "backfill")
                .write(List.of(topics.enrichDeadLetters()))
                .list();
    }

    /** Stands for the taggers where nothing is tagged. */
    static Tagger silent() {
        return new Tagger(document -> new Annotations("und", List.of(), List.of()), "", "");
    }

    private static TopologyDescription tagging(
            Lane lane, EnrichConfig config, Configuration configuration, Topics topics, EnrichMetrics metrics) {
        int partitions = configuration.topics().partitions();
        return new EnrichmentTopology(topics, lane, config, partitions, silent(), metrics)
                .build()
                .describe();
    }
}
