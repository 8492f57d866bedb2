package io.vedette.app.reprocess;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.permission.Permission;
import io.vedette.runtime.permission.Permissions;
import io.vedette.schemas.Topics;
import java.util.List;

/** What a run does in Kafka. */
public final class ReprocessAccess {

    private ReprocessAccess() {}

    /** Under that configuration; a dry run reads only. */
    public static List<Permission> of(Configuration configuration, Topics topics) {
        return new Permissions(configuration.topics().settings().prefix())
                .readAndWrite(List.of(topics.enriched()))
                .read(List.of(topics.stories(), topics.watches(), topics.alertState()))
                .transactions(CorrectionWriter.transactionalId(configuration), "reprocess")
                .list();
    }
}
