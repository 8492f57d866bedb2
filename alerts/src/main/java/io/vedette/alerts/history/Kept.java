package io.vedette.alerts.history;

import io.vedette.schemas.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The matches of several watches, the latest of each: when there are too many, those that have most give up their earliest.
 * What a watch has is complete from {@link #completeFrom} on.  For one thread.
 */
final class Kept {

    private static final Comparator<Match> ORDER = Comparator.comparing(Match::getAt)
            .thenComparing(match -> match.getAlert().getArticleId())
            .thenComparing(Match::getPart);

    private final int most;
    private final Map<String, PriorityQueue<Match>> byWatch = new HashMap<>();
    private final Map<String, Instant> lost = new HashMap<>();
    private int size;

    /** @param most so many in all */
    Kept(int most) {
        this.most = most;
    }

    void add(Match match) {
        byWatch.computeIfAbsent(match.getWatchId(), id -> new PriorityQueue<>(ORDER))
                .add(match);
        if (++size > most) {
            giveUp();
        }
    }

    private void giveUp() {
        PriorityQueue<Match> largest = byWatch.values().stream()
                .max(Comparator.comparingInt(PriorityQueue::size))
                .orElseThrow();
        Match earliest = largest.remove();
        // others of that very moment may be there still: they do no harm
        lost.merge(
                earliest.getWatchId(),
                earliest.getAt().plusMillis(1),
                (one, other) -> one.isAfter(other) ? one : other);
        size--;
    }

    /** Those of a watch, earliest first. */
    List<Match> of(String watchId) {
        List<Match> matches = new ArrayList<>(byWatch.getOrDefault(watchId, new PriorityQueue<>(ORDER)));
        matches.sort(ORDER);
        return matches;
    }

    /** From when on none of a watch was given up; null if none was. */
    @Nullable
    Instant completeFrom(String watchId) {
        return lost.get(watchId);
    }

    List<Match> all() {
        List<Match> all = new ArrayList<>();
        byWatch.values().forEach(all::addAll);
        return all;
    }
}
