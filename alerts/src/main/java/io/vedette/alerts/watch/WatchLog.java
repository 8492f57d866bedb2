package io.vedette.alerts.watch;

import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the records of the watches topic come to, one after the other.  A record that makes no watch is reported, counted
 * and skipped: what was known of that watch before stays.  For one thread.
 */
final class WatchLog {

    private static final Logger LOG = LoggerFactory.getLogger(WatchLog.class);

    private final Topic<String, Watch> topic;
    private final QueryCompiler queries;
    private final Watches watches = Watches.empty();

    /** The keys whose newest record makes no watch; keys are not told apart where there is none. */
    private final Set<String> invalid = new HashSet<>();

    WatchLog(Topic<String, Watch> topic, QueryCompiler queries) {
        this.topic = topic;
        this.queries = queries;
    }

    /**
     * Applies one record.
     *
     * @throws SerializationException if the record can't be read now, since the registry does not answer, but may be later
     */
    void apply(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            skip(record, "", "it has no key; the key must be the id of the watch");
            return;
        }
        String id = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            watches.remove(id);
            invalid.remove(id);
            return;
        }
        try {
            Watch watch = topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            watch.setId(id);
            watches.put(CompiledWatch.of(watch, queries));
            invalid.remove(id);
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw e;
            }
            skip(record, id, Trouble.describe(e));
        }
    }

    /** Always the same, which follows what is applied. */
    Watches watches() {
        return watches;
    }

    /** How many watches have a newest record that makes none. */
    int invalid() {
        return invalid.size();
    }

    private void skip(ConsumerRecord<byte[], byte[]> record, String id, String problem) {
        invalid.add(id);
        LOG.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("watch", id)
                .log("skipped a record that makes no watch: {}", problem);
    }
}
