package io.vedette.alerts.history;

import io.vedette.alerts.retained.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Since when a topic is known. */
final class Retained {

    private Retained() {}

    /**
     * From when on nothing of these partitions was thrown away; where nothing ever was, since the first record of all, for
     * who was not fed did not keep still.  Null if there is none.
     */
    static @Nullable Instant since(Consumer<?, ?> consumer, List<Slice> slices) {
        List<TopicPartition> partitions = slices.stream().map(Slice::partition).toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> firsts =
                consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(Function.identity(), at -> 0L)));
        Instant cut = null;
        Instant first = null;
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp earliest = firsts.get(partition);
            if (earliest != null) {
                Instant at = Instant.ofEpochMilli(earliest.timestamp());
                first = first == null || at.isBefore(first) ? at : first;
                boolean isCut = begins.getOrDefault(partition, 0L) > 0;
                cut = isCut && (cut == null || at.isAfter(cut)) ? at : cut;
            }
        }
        return cut == null ? first : cut;
    }
}
