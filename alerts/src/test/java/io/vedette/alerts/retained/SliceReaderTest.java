package io.vedette.alerts.retained;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SliceReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("enriched", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final SliceReader reader = new SliceReader(consumer, () -> false);

    @Test
    void stretchesOfOnePartitionAreReadOneAfterTheOther() {
        assertThat(offsets(new Slice(PARTITION, 0, 2))).containsExactly(0L, 1L);
        assertThat(offsets(new Slice(PARTITION, 2, 4))).containsExactly(2L, 3L);
    }

    private List<Long> offsets(Slice slice) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> {
            for (long offset = slice.from(); offset < slice.to(); offset++) {
                consumer.addRecord(new ConsumerRecord<>(
                        PARTITION.topic(), PARTITION.partition(), offset, new byte[0], new byte[0]));
            }
        });
        List<Long> read = new ArrayList<>();
        reader.read(slice, record -> read.add(record.offset()), passed -> {});
        return read;
    }
}
