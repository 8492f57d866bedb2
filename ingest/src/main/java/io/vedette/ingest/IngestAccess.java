package io.vedette.ingest;

import io.vedette.ingest.topic.TopicSource;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.IngestConfig;
import io.vedette.runtime.permission.Permission;
import io.vedette.runtime.permission.Permissions;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import java.util.List;

/** What ingest does in Kafka. */
public final class IngestAccess {

    private IngestAccess() {}

    /** Under that configuration: articles of both lanes, what it remembers, and the topics that it takes articles from. */
    public static List<Permission> of(Configuration configuration, Topics topics) {
        IngestConfig ingest = configuration.ingest();
        Permissions permissions = new Permissions(
                        configuration.topics().settings().prefix())
                .write(List.of(topics.articles(), topics.articles(Lane.BACKFILL)))
                .readAndWrite(List.of(topics.ingestState(), topics.sources(), topics.sourceState()))
                .write(List.of(topics.ingestDeadLetters()))
                .group(ingest.polling().group(), "polling")
                .transactions(ingest.transactionalId() + "-", "ingest");
        ingest.kafka().stream()
                .filter(source -> !source.settings().containsKey("bootstrap.servers"))
                .forEach(source -> permissions
                        .readForeign(source.topic(), "source " + source.id())
                        .group(TopicSource.group(ingest.transactionalId(), source), "source " + source.id()));
        return permissions.list();
    }
}
