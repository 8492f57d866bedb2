package io.vedette.runtime.deadletter;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.vedette.runtime.RoutesOnly;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.util.List;

/** Answers {@code /api/deadletters}, beside the services of a process.  Nothing runs while nobody asks. */
public final class DeadLetterService {

    private DeadLetterService() {}

    /**
     * Connects to nothing yet; each reading ends by itself, soon.
     *
     * @param registry knows the schemas of what dead letters hold
     */
    public static Service create(
            Configuration configuration, Topics topics, SchemaRegistryClient registry, Clock clock) {
        DeadLetterApi api = new DeadLetterApi(configuration, topics, new PayloadText(registry), clock);
        return new RoutesOnly("deadletters", List.of(api));
    }
}
