package io.vedette.runtime.deadletter;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.Routes;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.util.List;

/** Answers {@code /api/deadletters}, beside the services of a process.  Nothing runs while nobody asks. */
public final class DeadLetterService implements Service {

    private final DeadLetterApi api;

    /**
     * Connects to nothing yet.
     *
     * @param registry knows the schemas of what dead letters hold
     */
    public DeadLetterService(Configuration configuration, Topics topics, SchemaRegistryClient registry, Clock clock) {
        api = new DeadLetterApi(configuration, topics, new PayloadText(registry), clock);
    }

    @Override
    public String name() {
        return "deadletters";
    }

    @Override
    public void start() {
        // it reads when it is asked
    }

    @Override
    public List<Component> components() {
        return List.of();
    }

    @Override
    public List<Routes> routes() {
        return List.of(api);
    }

    @Override
    public void close() {
        // each reading ends by itself, soon
    }
}
