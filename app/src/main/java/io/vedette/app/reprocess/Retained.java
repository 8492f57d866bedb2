package io.vedette.app.reprocess;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.alerts.retained.RetainedValue;
import io.vedette.alerts.retained.Slice;
import io.vedette.alerts.retained.SliceReader;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the topics hold, read from their beginnings to where they end at that time.  For one thread. */
final class Retained {

    private final Topics topics;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SliceReader reader;

    /** @param consumer of committed records without a group; stays the caller's */
    Retained(Topics topics, KafkaConsumer<byte[], byte[]> consumer) {
        this.topics = topics;
        this.consumer = consumer;
        this.reader = new SliceReader(consumer, () -> Thread.currentThread().isInterrupted());
    }

    /** The watches as they are now; one whose query is none is left out, as it is live. */
    Watches watches(QueryCompiler queries, Consumer<String> problems) {
        Map<String, Watch> latest = new HashMap<>();
        read(topics.watches(), latest, Slice.since(consumer, topics.watches().name(), Instant.EPOCH));
        Map<String, CompiledWatch> compiled = new HashMap<>();
        latest.forEach((id, watch) -> {
            try {
                watch.setId(id);
                compiled.put(id, CompiledWatch.of(watch, queries));
            } catch (RuntimeException e) {
                problems.accept("watch " + id + " is left out: " + e.getMessage());
            }
        });
        return Watches.of(compiled.values());
    }

    Standing standing() {
        Map<String, AlertState> latest = new HashMap<>();
        read(
                topics.alertState(),
                latest,
                Slice.since(consumer, topics.alertState().name(), Instant.EPOCH));
        Standing standing = new Standing();
        latest.values().forEach(standing::add);
        return standing;
    }

    /** The stories of these articles; those of a partition have the same one of both topics. */
    Map<String, Story> stories(int partition, Map<String, Long> articles) {
        Map<String, Story> stories = new HashMap<>();
        Slice.since(consumer, topics.stories().name(), Instant.EPOCH).stream()
                .filter(slice -> slice.partition().partition() == partition)
                .forEach(slice -> read(slice, record -> {
                    String article = key(record);
                    if (articles.containsKey(article)) {
                        put(topics.stories(), record, stories);
                    }
                }));
        return stories;
    }

    /** The last offset of each article of a stretch. */
    Map<String, Long> lastOffsets(Slice slice) {
        Map<String, Long> last = new HashMap<>();
        read(slice, record -> last.put(key(record), record.offset()));
        return last;
    }

    /** What a partition holds beyond that offset by now. */
    Slice beyond(TopicPartition partition, long offset) {
        return new Slice(
                partition, offset, consumer.endOffsets(List.of(partition)).getOrDefault(partition, offset));
    }

    void read(Slice slice, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        reader.read(slice, each, passed -> {});
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), UTF_8);
    }

    private <V> void read(Topic<String, V> topic, Map<String, V> latest, List<Slice> slices) {
        reader.read(slices, record -> put(topic, record, latest), passed -> {});
    }

    private static <V> void put(Topic<String, V> topic, ConsumerRecord<byte[], byte[]> record, Map<String, V> latest) {
        @Nullable V value = RetainedValue.of(topic, record);
        if (value != null) {
            latest.put(key(record), value);
        } else if (record.value() == null) {
            latest.remove(key(record));
        }
    }
}
