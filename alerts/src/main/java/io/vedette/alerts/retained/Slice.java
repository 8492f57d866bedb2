package io.vedette.alerts.retained;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * A stretch of one partition.
 *
 * @param partition which
 * @param from the first offset
 * @param to one past the last
 */
public record Slice(TopicPartition partition, long from, long to) {

    /** How many offsets, of which a few are no records. */
    public long length() {
        return Math.max(0, to - from);
    }

    /**
     * What a topic holds from a time on, up to what is committed now: one for each partition, in their order.
     *
     * @throws KafkaException if there is no such topic
     */
    public static List<Slice> since(Consumer<?, ?> consumer, String topic, Instant since) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic + "; create it with: vedette topics create");
        }
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(Function.identity(), at -> since.toEpochMilli())));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<Slice> slices = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp start = starts.get(partition);
            long end = ends.getOrDefault(partition, 0L);
            slices.add(new Slice(partition, start == null ? end : start.offset(), end));
        }
        return slices;
    }
}
