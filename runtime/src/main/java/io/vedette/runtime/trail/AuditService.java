package io.vedette.runtime.trail;

import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.AuditConfig;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.AuditEntry;
import io.vedette.schemas.Topic;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Answers {@code /api/audit}, beside the services of a process.  Nothing runs while nobody asks. */
public final class AuditService implements Service {

    private final AuditApi api;

    public AuditService(Topic<String, AuditEntry> topic, KafkaClients clients, AuditConfig config, Clock clock) {
        AuditTrail trail = new AuditTrail(
                topic,
                () -> new KafkaConsumer<>(
                        clients.consumer(null), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                config.readTimeout());
        api = new AuditApi(trail, config.readers(), clock);
    }

    @Override
    public String name() {
        return "audit";
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
