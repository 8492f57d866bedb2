package io.vedette.e2e;

import io.vedette.schemas.Topic;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads one of the pipeline's topics from its beginning, committed records only, with the topic's own serde. */
final class TopicReader<V> implements AutoCloseable {

    private final CommittedReader reader;
    private final Topic<?, V> topic;

    TopicReader(RunningPipeline pipeline, Topic<?, V> topic) {
        this.reader = new CommittedReader(pipeline.bootstrapServers(), topic.name());
        this.topic = topic;
    }

    /** Everything read so far, what has come in the meantime included. */
    List<ConsumerRecord<String, byte[]>> poll() {
        return reader.poll();
    }

    /** Everything read so far. */
    List<ConsumerRecord<String, byte[]>> records() {
        return reader.records();
    }

    /** The values of what was read so far. */
    List<V> values() {
        return reader.records().stream()
                .map(this::value)
                .filter(Objects::nonNull)
                .toList();
    }

    V value(ConsumerRecord<String, byte[]> read) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), read.value());
    }

    @Override
    public void close() {
        reader.close();
    }
}
