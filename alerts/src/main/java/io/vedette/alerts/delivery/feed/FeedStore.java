package io.vedette.alerts.delivery.feed;

import io.vedette.alerts.delivery.channel.AlertText;
import io.vedette.schemas.Alert;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest alerts of each watch, as far as feeds show them: a number for each watch and a number for all together, of which
 * the oldest give way.  Thread-safe.
 */
public final class FeedStore {

    private final int mostOfWatch;
    private final int mostOfAll;
    private final Map<String, Deque<Entry>> watches = new HashMap<>();
    private final Deque<Entry> all = new ArrayDeque<>();
    private int size;

    /**
     * An alert in a feed.
     *
     * @param link the address of the article; null if it has none that may be a link
     * @param text why it matched; plain, as is the title
     */
    record Entry(
            String alertId,
            String watchId,
            String watch,
            String title,
            @Nullable String link,
            String source,
            String text,
            Instant at) {}

    public FeedStore(int mostOfWatch, int mostOfAll) {
        this.mostOfWatch = mostOfWatch;
        this.mostOfAll = mostOfAll;
    }

    /** @param at when it was raised */
    public void add(Alert alert, Instant at) {
        String source = alert.getSource() == null ? "" : alert.getSource();
        Entry entry = new Entry(
                alert.getId(),
                alert.getWatchId(),
                AlertText.watch(alert),
                AlertText.headline(alert),
                AlertText.link(alert),
                source,
                String.join("\n", AlertText.reasons(alert)),
                at);
        synchronized (this) {
            Deque<Entry> ofWatch = watches.computeIfAbsent(entry.watchId(), watch -> new ArrayDeque<>());
            ofWatch.addLast(entry);
            all.addLast(entry);
            size++;
            if (ofWatch.size() > mostOfWatch) {
                ofWatch.removeFirst();
                size--;
            }
            shrink();
        }
    }

    /** The newest first; empty if nothing is known of that watch. */
    synchronized List<Entry> of(String watchId) {
        Deque<Entry> ofWatch = watches.get(watchId);
        List<Entry> entries = new ArrayList<>(ofWatch == null ? List.of() : ofWatch);
        Collections.reverse(entries);
        return entries;
    }

    /** What its watch has let go already is in the way without counting; it goes when it comes to the front. */
    private void shrink() {
        while (size > mostOfAll || all.size() > 2 * Math.max(mostOfAll, 1)) {
            Entry oldest = all.removeFirst();
            Deque<Entry> ofWatch = watches.get(oldest.watchId());
            if (ofWatch != null && ofWatch.peekFirst() == oldest) {
                ofWatch.removeFirst();
                size--;
                if (ofWatch.isEmpty()) {
                    watches.remove(oldest.watchId());
                }
            }
        }
    }
}
