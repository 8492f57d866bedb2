package io.vedette.runtime.trail;

import io.vedette.runtime.RoutesOnly;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.AuditConfig;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.AuditEntry;
import io.vedette.schemas.Topic;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Answers {@code /api/audit}, beside the services of a process.  Nothing runs while nobody asks. */
public final class AuditService {

    private AuditService() {}

    /** Connects to nothing yet; each reading ends by itself, soon. */
    public static Service create(
            Topic<String, AuditEntry> topic, KafkaClients clients, AuditConfig config, Clock clock) {
        AuditTrail trail = new AuditTrail(
                topic,
                () -> new KafkaConsumer<>(clients.reader(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                config.readTimeout());
        return new RoutesOnly("audit", List.of(new AuditApi(trail, config.readers(), clock)));
    }
}
