package io.vedette.ingest.health;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * New items by hour, the oldest first.  The last hour is the one that is going on; an hour in which nobody looked is {@link
 * #UNKNOWN}.  Immutable.
 */
final class Hours {

    static final int UNKNOWN = -1;
    static final int WEEK = 7 * 24;

    /** Four weeks. */
    static final int MOST = 4 * WEEK;

    private final int[] counts;

    private Hours(int[] counts) {
        this.counts = counts;
    }

    static Hours of(List<Integer> counts) {
        return new Hours(counts.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The hour of a moment, from 1970. */
    static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), ChronoUnit.HOURS.getDuration().toSeconds());
    }

    /** So many hours later; nobody has looked in between yet. */
    Hours later(long hours) {
        int added = (int) Math.min(Math.max(hours, 0), MOST);
        int kept = Math.min(counts.length, MOST - added);
        int[] later = Arrays.copyOf(Arrays.copyOfRange(counts, counts.length - kept, counts.length), kept + added);
        Arrays.fill(later, kept, kept + added, UNKNOWN);
        return new Hours(later);
    }

    /** Somebody has looked now, and so knows of this hour and of those just before it, where nobody looked. */
    Hours seen(long hoursBefore) {
        int[] seen = counts.clone();
        for (int i = Math.max(0, seen.length - 1 - (int) Math.min(hoursBefore, MOST)); i < seen.length; i++) {
            seen[i] = Math.max(seen[i], 0);
        }
        return new Hours(seen);
    }

    /** So many items more in the hour that is going on, which has been {@link #seen}. */
    Hours plus(int items) {
        int[] more = counts.clone();
        more[more.length - 1] += items;
        return new Hours(more);
    }

    int count(int index) {
        return counts[index];
    }

    int size() {
        return counts.length;
    }

    /** The first of the hours that have passed, up to now, without anything new; {@link #size()} less one if none. */
    int quietFrom() {
        int from = counts.length - 1;
        while (from > 0 && counts[from - 1] <= 0) {
            from--;
        }
        return Math.max(from, 0);
    }

    /** Items of some hours. */
    int items(int from, int to) {
        return IntStream.range(from, to).map(i -> Math.max(counts[i], 0)).sum();
    }

    /** How many of some hours somebody has looked in. */
    int known(int from, int to) {
        return (int) IntStream.range(from, to).filter(i -> counts[i] >= 0).count();
    }

    List<Integer> toList() {
        return Arrays.stream(counts).boxed().toList();
    }
}
