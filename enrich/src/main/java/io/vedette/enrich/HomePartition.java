package io.vedette.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Where an article is at home: the partition that Kafka's Java clients give to its id, murmur2 modulo the number of
 * partitions.  librdkafka takes CRC32 unless told otherwise, and a producer without keys any partition that it likes.
 */
final class HomePartition {

    private HomePartition() {}

    static int of(String articleId, int partitions) {
        return Utils.toPositive(Utils.murmur2(articleId.getBytes(UTF_8))) % partitions;
    }

    /** Sends records home, whatever partitioner the producer is configured with. */
    static <V> StreamPartitioner<String, V> partitioner() {
        return (topic, articleId, value, partitions) -> Optional.of(Set.of(of(articleId, partitions)));
    }
}
