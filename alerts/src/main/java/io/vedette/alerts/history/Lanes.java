package io.vedette.alerts.history;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * What is under way: watches that look back a day at most do not wait for those that look back further.  Thread-safe.
 */
final class Lanes implements AutoCloseable {

    private static final Duration SHORT = Duration.ofDays(1);

    private final Set<Wanted> waiting = ConcurrentHashMap.newKeySet();
    private final Lane quick;
    private final Lane slow;

    /** @param isCurrent whether a watch still asks what it did when it was added */
    Lanes(Lane.Setting setting, Findings findings, Predicate<Wanted> isCurrent) {
        quick = new Lane("vedette-history-quick", setting, findings, isCurrent, waiting::remove);
        slow = new Lane("vedette-history-slow", setting, findings, isCurrent, waiting::remove);
    }

    void add(Wanted watch) {
        waiting.add(watch);
        (watch.rule().lookBack().compareTo(SHORT) <= 0 ? quick : slow).add(watch);
    }

    /** How many are not filled yet. */
    int waiting() {
        return waiting.size();
    }

    /** The first of that partition that is not filled yet; {@code Long.MAX_VALUE} if all are. */
    long firstWaiting(TopicPartition partition) {
        return waiting.stream()
                .filter(watch -> watch.at().equals(partition))
                .mapToLong(Wanted::offset)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Ends what is under way, and waits a while for that. */
    @Override
    public void close() {
        List.of(quick, slow).forEach(Lane::end);
        List.of(quick, slow).forEach(Lane::close);
    }
}
