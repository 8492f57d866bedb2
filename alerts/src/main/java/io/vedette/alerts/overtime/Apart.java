package io.vedette.alerts.overtime;

import io.vedette.schemas.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Matches that are kept apart, by watch and article: those of a new query until what the retained articles say of it is
 * there, and then for as long as the same article may still come live.  Each counts once, however often it is put here, and
 * what came live says more than what was found again.  For one thread.
 */
final class Apart {

    private static final char BETWEEN = '/';
    private static final char AFTER = BETWEEN + 1;

    private static final Comparator<Match> ORDER = Comparator.comparing(Match::getAt)
            .thenComparing(match -> match.getAlert().getArticleId())
            .thenComparing(Match::getPart);

    private final KeyValueStore<String, Match> store;

    Apart(KeyValueStore<String, Match> store) {
        this.store = store;
    }

    void live(Match match) {
        store.put(key(match), match);
    }

    void foundAgain(Match match) {
        store.putIfAbsent(key(match), match);
    }

    boolean has(Match match) {
        return store.get(key(match)) != null;
    }

    /** Those of a watch, in the order of their acceptance. */
    List<Match> of(String watchId) {
        List<Match> found = new ArrayList<>();
        entries(watchId).forEach(entry -> found.add(entry.value));
        found.sort(ORDER);
        return found;
    }

    void forget(String watchId) {
        forgetUntil(watchId, Long.MAX_VALUE);
    }

    /** Forgets what was accepted until then, in milliseconds since 1970 UTC. */
    void forgetUntil(String watchId, long accepted) {
        for (KeyValue<String, Match> entry : entries(watchId)) {
            if (entry.value.getAt().toEpochMilli() <= accepted) {
                store.delete(entry.key);
            }
        }
    }

    /** All at once: a store must not be changed while it is iterated over. */
    private List<KeyValue<String, Match>> entries(String watchId) {
        List<KeyValue<String, Match>> entries = new ArrayList<>();
        try (KeyValueIterator<String, Match> found = store.range(watchId + BETWEEN, watchId + AFTER)) {
            found.forEachRemaining(entries::add);
        }
        return entries;
    }

    private static String key(Match match) {
        return match.getWatchId() + BETWEEN + match.getAlert().getArticleId() + BETWEEN + match.getPart();
    }
}
