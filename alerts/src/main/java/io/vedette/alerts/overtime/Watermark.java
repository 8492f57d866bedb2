package io.vedette.alerts.overtime;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How far all partitions of the enriched articles have got: the slowest one's time, less the lateness that is allowed.
 * Not safe for several threads.
 */
final class Watermark {

    private final int partitions;
    private final long lateness;
    private final Map<Integer, Long> progress = new TreeMap<>();

    /**
     * @param partitions how many there are
     * @param lateness in milliseconds
     */
    Watermark(int partitions, long lateness) {
        this.partitions = partitions;
        this.lateness = lateness;
    }

    /** Takes note of how far a partition has got, in milliseconds since 1970 UTC; it never goes back. */
    void progress(int partition, long time) {
        progress.merge(partition, time, Math::max);
    }

    /** Nothing is expected any more that counts before; empty until all partitions have been heard of. */
    OptionalLong time() {
        if (progress.size() < partitions) {
            return OptionalLong.empty();
        }
        long slowest =
                progress.values().stream().mapToLong(Long::longValue).min().orElse(0);
        return OptionalLong.of(slowest - lateness);
    }
}
