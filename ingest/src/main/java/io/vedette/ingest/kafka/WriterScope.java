package io.vedette.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.OptionalInt;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Utils;

/**
 * Whose progress a writer keeps.
 *
 * @param name what its transactional id ends with; also the source of submissions that name none
 * @param sources the ids of the sources that it may be given
 * @param statePartition where their states are; empty if it keeps none
 */
record WriterScope(String name, Predicate<String> sources, OptionalInt statePartition) {

    /** One source that has no state. */
    static WriterScope of(String sourceId) {
        return new WriterScope(sourceId, sourceId::equals, OptionalInt.empty());
    }

    /** All sources of a partition of the topic of sources. */
    static WriterScope of(int partition, int partitions) {
        return new WriterScope(
                "sources-" + partition, id -> partitionOf(id, partitions) == partition, OptionalInt.of(partition));
    }

    /** Where Kafka's own partitioner puts a source. */
    static int partitionOf(String sourceId, int partitions) {
        return Utils.toPositive(Utils.murmur2(sourceId.getBytes(UTF_8))) % partitions;
    }
}
