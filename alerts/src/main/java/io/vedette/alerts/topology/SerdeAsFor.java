package io.vedette.alerts.topology;

import io.vedette.schemas.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes for internal topics and stores whose values have the schema of a public topic. */
final class SerdeAsFor {

    private SerdeAsFor() {}

    /**
     * A serde that writes and reads every topic as if it were this one.  So values can be read after an upgrade of the
     * schema, and nobody has to register a schema for a topic that Kafka Streams names and creates.
     */
    static <V> Serde<V> topic(Topic<?, V> topic) {
        Serde<V> serde = topic.valueSerde();
        return Serdes.serdeFrom(
                (ignored, value) -> serde.serializer().serialize(topic.name(), value),
                (ignored, bytes) -> serde.deserializer().deserialize(topic.name(), bytes));
    }
}
