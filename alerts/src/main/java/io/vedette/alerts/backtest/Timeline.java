package io.vedette.alerts.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How time went on in each partition, in one order.  Heartbeats say it; where they are not retained any more, which they are
 * for a day and articles for a month, a beat a minute is made up, from the first article on, as there was one every
 * second.  When exactly time is told changes nothing of what is raised, only that it gets there.  Immutable.
 */
final class Timeline {

    static final long STEP = Duration.ofMinutes(1).toMillis();

    private final List<Mark> marks;

    /** A partition has got so far: nothing before comes from there any more. */
    record Mark(int partition, Instant time) {}

    private Timeline(List<Mark> marks) {
        this.marks = marks;
    }

    /**
     * @param partitions what each partition held, in their order
     * @param from nothing is told of what was before
     */
    static Timeline of(List<Found> partitions, Instant from) {
        OptionalLong first = partitions.stream()
                .map(Found::first)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .min();
        OptionalLong last = partitions.stream()
                .map(Found::last)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max();
        List<Mark> marks = new ArrayList<>();
        for (int partition = 0; partition < partitions.size(); partition++) {
            Found found = partitions.get(partition);
            if (found.beatsExpired() && first.isPresent()) {
                long begin = Math.max(first.getAsLong(), from.toEpochMilli());
                long end = found.beats().isEmpty()
                        ? last.orElse(begin)
                        : found.beats().get(0);
                for (long time = begin; time < end; time += STEP) {
                    marks.add(new Mark(partition, Instant.ofEpochMilli(time)));
                }
            }
            for (long time : found.beats()) {
                marks.add(new Mark(partition, Instant.ofEpochMilli(time)));
            }
        }
        marks.sort(Comparator.comparing(Mark::time).thenComparing(Mark::partition));
        return new Timeline(marks);
    }

    /** From a time on, in their order. */
    List<Mark> marks(Instant from) {
        return marks.stream().filter(mark -> !mark.time().isBefore(from)).toList();
    }

    /** Of many beats the first, the last, and between them the first of each minute. */
    static final class Thinned {

        private final List<Long> kept = new ArrayList<>();
        private @Nullable Long last;

        void add(long time) {
            // by the clock, so that all partitions tell the same minutes
            if (kept.isEmpty() || Math.floorDiv(time, STEP) > Math.floorDiv(kept.get(kept.size() - 1), STEP)) {
                kept.add(time);
            }
            last = last == null ? time : Math.max(last, time);
        }

        List<Long> beats() {
            List<Long> beats = new ArrayList<>(kept);
            Long end = last;
            if (end != null && end > beats.get(beats.size() - 1)) {
                beats.add(end);
            }
            return beats;
        }
    }
}
