package io.vedette.alerts.topology;

import io.vedette.schemas.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is held, and when it is due: alerts under embargo by their release, those for a digest by their watch, and when each
 * watch's digest is due.  Looks into the store only when something may be due.
 */
final class HeldAlerts {

    static final String NAME = "held";

    private static final String EMBARGO = "e";
    private static final String DUE = "g";
    private static final String ENTRY = "w";

    private final KeyValueStore<String, Alert> store;
    /** Nothing is due before, in milliseconds since 1970. */
    private long earliest;

    HeldAlerts(KeyValueStore<String, Alert> store) {
        this.store = store;
    }

    /** Something that is due, to be forgotten once it is done. */
    record Due(String key, Alert alert) {}

    void embargo(Alert alert, Instant until) {
        put(dueKey(EMBARGO, until) + alert.getId(), alert, until);
    }

    /** Keeps an alert to be listed in the watch's digest. */
    void entry(Alert alert, int number) {
        store.put(ENTRY + alert.getWatchId() + '/' + String.format(Locale.ROOT, "%06d", number), alert);
    }

    /** Lets the digest of a watch be due then. */
    void digestDue(String watchId, Instant due) {
        put(dueKey(DUE, due) + watchId, Alert.newBuilder().setWatchId(watchId).build(), due);
    }

    /** Whose embargo is over, the first ones. */
    List<Due> embargoesOver(Instant now, int most) {
        return due(EMBARGO, now, most);
    }

    /** Whose digest is due; of their alerts only the watch id is there. */
    List<Due> digestsDue(Instant now, int most) {
        return due(DUE, now, most);
    }

    /** What is listed in the watch's digest, in its order. */
    List<Due> entries(String watchId) {
        return range(ENTRY + watchId + '/', ENTRY + watchId + '0', Integer.MAX_VALUE);
    }

    void forget(Due due) {
        store.delete(due.key());
    }

    /** Whether anything may be due. */
    boolean isAnythingDue(Instant now) {
        return now.toEpochMilli() >= earliest;
    }

    /** To be called once all that is due now is done. */
    void nothingMoreUntilNext() {
        earliest = Math.min(next(EMBARGO), next(DUE));
    }

    private long next(String kind) {
        try (KeyValueIterator<String, Alert> all = store.range(kind, kind + "~")) {
            return all.hasNext() ? Long.parseLong(all.peekNextKey().substring(1, 17), 16) : Long.MAX_VALUE;
        }
    }

    private List<Due> due(String kind, Instant now, int most) {
        return range(kind, dueKey(kind, now.plusMillis(1)), most);
    }

    private List<Due> range(String from, String to, int most) {
        List<Due> found = new ArrayList<>();
        try (KeyValueIterator<String, Alert> all = store.range(from, to)) {
            while (all.hasNext() && found.size() < most) {
                KeyValue<String, Alert> entry = all.next();
                found.add(new Due(entry.key, entry.value));
            }
        }
        return found;
    }

    private void put(String key, Alert alert, Instant due) {
        store.put(key, alert);
        earliest = Math.min(earliest, due.toEpochMilli());
    }

    /** Sorts by time: sixteen hexadecimal digits. */
    private static String dueKey(String kind, Instant due) {
        return kind + HexFormat.of().toHexDigits(due.toEpochMilli());
    }
}
