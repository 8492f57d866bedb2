package io.vedette.alerts.retained;

import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a retained record holds. */
public final class RetainedValue {

    private static final Logger LOG = LoggerFactory.getLogger(RetainedValue.class);

    private RetainedValue() {}

    /**
     * Null for a record that holds none, and for one that nobody can read: live, that one is a dead letter.
     *
     * @param topic whose record it is
     * @throws RuntimeException if it can't be read now, since the registry does not answer, but may be later
     */
    public static <V> @Nullable V of(Topic<String, V> topic, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            return topic.valueSerde().deserializer().deserialize(record.topic(), record.value());
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", Trouble.describe(e))
                    .log("left out a record that can't be read");
            return null;
        }
    }
}
