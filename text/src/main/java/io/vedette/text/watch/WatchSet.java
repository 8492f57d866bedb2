package io.vedette.text.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many watches, against which an article is held at once.  Immutable and safe to use from many threads at once: a change
 * gives a new set and leaves the old one as it was.
 *
 * <p>Every query has anchors, words or entities or claim types of which an article must have one.  One pass over the
 * article finds the anchors that it has, and with them the few watches that are worth a closer look.
 */
public final class WatchSet {

    /** So many places in the article are reported for each clause, unless told otherwise. */
    public static final int OCCURRENCES = 3;

    private static final WatchSet EMPTY = new WatchSet(Map.of());

    private final Map<String, WatchEntry> byId;
    private final List<WatchEntry> watches;
    private final AnchorIndex index;

    private WatchSet(Map<String, WatchEntry> byId) {
        this.byId = byId;
        this.watches = List.copyOf(byId.values());
        this.index = new AnchorIndex(watches);
    }

    public static WatchSet empty() {
        return EMPTY;
    }

    /** A set of these; of several with one id the last counts. */
    public static WatchSet of(Collection<WatchEntry> watches) {
        return EMPTY.with(watches);
    }

    /** This set and that watch, in place of one with the same id. */
    public WatchSet with(String id, int version, WatchQuery query) {
        return with(List.of(new WatchEntry(id, version, query)));
    }

    /** This set and those watches, in place of those with the same ids.  Better than one by one when there are many. */
    public WatchSet with(Collection<WatchEntry> added) {
        Map<String, WatchEntry> changed = new LinkedHashMap<>(byId);
        added.forEach(watch -> changed.put(watch.id(), watch));
        return new WatchSet(changed);
    }

    /** This set without that watch; this set itself when there is none of that id. */
    public WatchSet without(String id) {
        if (!byId.containsKey(id)) {
            return this;
        }
        Map<String, WatchEntry> changed = new LinkedHashMap<>(byId);
        changed.remove(id);
        return new WatchSet(changed);
    }

    public int size() {
        return watches.size();
    }

    public Optional<WatchEntry> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All watches, in the order in which they came. */
    public List<WatchEntry> watches() {
        return watches;
    }

    /** The watches that the article matches, in the order of {@link #watches()}, each with its reasons. */
    public List<WatchMatch> match(MatchableArticle article) {
        return match(article, OCCURRENCES);
    }

    /**
     * The same, with a number of one's own.
     *
     * @param occurrences how many places in the article are reported for each clause at most, from 1
     */
    public List<WatchMatch> match(MatchableArticle article, int occurrences) {
        List<WatchMatch> matches = new ArrayList<>();
        BitSet candidates = index.candidates(article);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            WatchEntry watch = watches.get(i);
            if (watch.query().matches(article)) {
                matches.add(new WatchMatch(
                        watch.id(), watch.version(), watch.query().reasons(article, occurrences)));
            }
        }
        return matches;
    }
}
