package io.vedette.text.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Many watches, against which an article is held at once.
 *
 * <p>Every query has anchors, words or entities or claim types of which an article must have one.  One pass over the
 * article finds the anchors that it has, and with them the few watches that are worth a closer look.
 *
 * <p>Safe to use from many threads at once.  Watches are added and removed one at a time, which takes microseconds however
 * many there are and keeps articles waiting no longer.  An article is held against the set as it is at one moment: it sees
 * each change wholly or not at all, and of two changes never only the later.
 */
public final class WatchSet {

    /** So many places in the article are reported for each clause, unless told otherwise. */
    public static final int OCCURRENCES = 3;

    private static final int SHARDS = 256;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Queue<Scratch> scratches = new ConcurrentLinkedQueue<>();

    /** By id; in many maps, so that none takes long to grow. */
    private final List<Map<String, Row>> rows = new ArrayList<>(SHARDS);

    private final WatchIndex index = new WatchIndex();
    private final Numbering numbers = new Numbering();
    private final Pages<Condition> conditions = new Pages<>();
    private final Pages<WatchEntry> entries = new Pages<>();
    private int size;

    /**
     * A watch in its place.
     *
     * @param numbers of its query's parts
     */
    private record Row(WatchEntry entry, int[] numbers) {}

    /** What a thread needs to match an article; kept for the next. */
    private static final class Scratch {
        private final Present present = new Present();
        private final Bits candidates = new Bits();
        private final Bits sure = new Bits();
    }

    /** An empty set. */
    public WatchSet() {
        for (int i = 0; i < SHARDS; i++) {
            rows.add(new HashMap<>());
        }
    }

    /** A set of these; of several with one id the last counts. */
    public static WatchSet of(Collection<WatchEntry> watches) {
        WatchSet set = new WatchSet();
        watches.forEach(set::add);
        return set;
    }

    /** Adds a watch, in place of one with the same id. */
    public void add(WatchEntry watch) {
        List<Plan> plans = plans(watch.query());
        lock.writeLock().lock();
        try {
            Row old = shard(watch.id()).get(watch.id());
            int[] numbered = old == null ? new int[0] : old.numbers();
            if (old != null) {
                unindex(old);
            }
            shard(watch.id()).put(watch.id(), new Row(watch, placed(watch, plans, numbered)));
            size += old == null ? 1 : 0;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static List<Plan> plans(WatchQuery query) {
        List<Plan> plans = new ArrayList<>(query.parts());
        for (int part = 0; part < query.parts(); part++) {
            plans.add(query.plan(part));
        }
        return plans;
    }

    /** Puts a watch in the place that it had, as far as it goes. */
    private int[] placed(WatchEntry watch, List<Plan> plans, int[] old) {
        int[] placed = new int[plans.size()];
        for (int part = 0; part < placed.length; part++) {
            int number = part < old.length ? old[part] : numbers.take();
            placed[part] = number;
            entries.set(number, watch);
            conditions.set(number, watch.query().condition(part));
            index.add(number, plans.get(part));
        }
        for (int part = placed.length; part < old.length; part++) {
            numbers.giveBack(old[part]);
        }
        return placed;
    }

    /** Removes a watch. */
    public boolean remove(String id) {
        lock.writeLock().lock();
        try {
            Row row = shard(id).remove(id);
            if (row == null) {
                return false;
            }
            unindex(row);
            for (int i = row.numbers().length - 1; i >= 0; i--) {
                numbers.giveBack(row.numbers()[i]);
            }
            size--;
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void unindex(Row row) {
        WatchQuery query = row.entry().query();
        for (int part = 0; part < query.parts(); part++) {
            int number = row.numbers()[part];
            index.remove(number, query.plan(part));
            entries.set(number, null);
            conditions.set(number, null);
        }
    }

    /** How many watches there are. */
    public int size() {
        lock.readLock().lock();
        try {
            return size;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The watch of that id. */
    public Optional<WatchEntry> get(String id) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(shard(id).get(id)).map(Row::entry);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** All watches of this moment, in the order of {@link #match}. */
    public List<WatchEntry> watches() {
        lock.readLock().lock();
        try {
            List<WatchEntry> watches = new ArrayList<>(size);
            for (int i = 0; i < numbers.end(); i++) {
                WatchEntry entry = entries.get(i);
                if (entry != null && part(entry, i) == 0) {
                    watches.add(entry);
                }
            }
            return List.copyOf(watches);
        } finally {
            lock.readLock().unlock();
        }
    }

    private int part(WatchEntry entry, int number) {
        return entry.query().parts() > 1 && entry.query().condition(1) == conditions.get(number) ? 1 : 0;
    }

    /**
     * The watches that the article matches, each part of a query for itself.  They are in the order in which they were added
     * first, but that a new one takes the place of one that was removed.
     */
    public List<WatchMatch> match(MatchableArticle article) {
        return match(article, OCCURRENCES);
    }

    /**
     * The same, with a number of one's own.
     *
     * @param occurrences how many places in the article are reported for each clause at most, from 1
     */
    public List<WatchMatch> match(MatchableArticle article, int occurrences) {
        Scratch pooled = scratches.poll();
        Scratch scratch = pooled == null ? new Scratch() : pooled;
        lock.readLock().lock();
        try {
            index.find(article, scratch.present, scratch.candidates, scratch.sure);
            return matches(article, occurrences, scratch);
        } finally {
            lock.readLock().unlock();
            scratch.present.clear();
            scratch.candidates.clear();
            scratch.sure.clear();
            scratches.add(scratch);
        }
    }

    private List<WatchMatch> matches(MatchableArticle article, int occurrences, Scratch scratch) {
        List<WatchMatch> matches = new ArrayList<>();
        Scope whole = Scope.of(article);
        for (int i = scratch.candidates.takeNext(0); i >= 0; i = scratch.candidates.takeNext(i)) {
            if (scratch.sure.take(i) || holds(conditions.get(i), whole)) {
                WatchEntry entry = entries.get(i);
                if (entry != null) {
                    matches.add(new WatchMatch(entry, part(entry, i), article, occurrences));
                }
            }
        }
        return matches;
    }

    private static boolean holds(@Nullable Condition condition, Scope whole) {
        return condition != null && condition.holds(whole);
    }

    private Map<String, Row> shard(String id) {
        int hash = id.hashCode();
        return rows.get((hash ^ hash >>> 8 ^ hash >>> 16) & SHARDS - 1);
    }
}
