package io.vedette.alerts.topology;

import io.vedette.schemas.Match;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** A match goes where its watch is, as every producer would send it; a mark of progress goes to all partitions. */
final class ToPartitions implements StreamPartitioner<String, Match> {

    /** Records without a key are dropped before they are sent. */
    static final String MARKER_KEY = "";

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, @Nullable Match match, int partitions) {
        if (match == null || match.getProgress() == null) {
            return Optional.empty();
        }
        return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet()));
    }
}
