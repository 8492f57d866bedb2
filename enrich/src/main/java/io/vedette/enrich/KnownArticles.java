package io.vedette.enrich;

import io.vedette.schemas.KnownArticle;
import io.vedette.schemas.Topics;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of articles, by article id, for a window after they were seen last, by the time of their records.  A
 * row takes a few hundred bytes; the newest of an article counts, and all go when stream time has left them behind.
 */
final class KnownArticles {

    static final String STORE = "known-articles";

    /** A repeat is written down only now and then: so many times in a window. */
    private static final int REFRESHES = 7;

    private final WindowStore<String, KnownArticle> store;
    private final long windowMillis;

    /**
     * What is remembered of an article.
     *
     * @param at the time of the row
     * @param stale whether it should be written again, so that it does not go while the article is still seen
     */
    record Row(KnownArticle known, long at, boolean stale) {}

    KnownArticles(WindowStore<String, KnownArticle> store, Duration window) {
        this.store = store;
        this.windowMillis = window.toMillis();
    }

    static StoreBuilder<WindowStore<String, KnownArticle>> store(Topics topics, Duration window) {
        return Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(STORE, window, window, false),
                        Serdes.String(),
                        topics.knownArticles().valueSerdeAnywhere())
                .withCachingDisabled();
    }

    /** What is remembered within a window before that time, or after it for a record that comes late. */
    @Nullable
    Row find(String articleId, long timestamp) {
        KeyValue<Long, KnownArticle> newest = null;
        try (WindowStoreIterator<KnownArticle> rows =
                store.fetch(articleId, Math.max(0, timestamp - windowMillis), timestamp + windowMillis)) {
            while (rows.hasNext()) {
                newest = rows.next();
            }
        }
        return newest == null
                ? null
                : new Row(newest.value, newest.key, timestamp - newest.key >= windowMillis / REFRESHES);
    }

    /** Remembers it; what comes late must not stand behind what came before it. */
    void put(KnownArticle known, long timestamp) {
        String articleId = known.getHistory().getArticleId();
        Row before = find(articleId, timestamp);
        store.put(articleId, known, before == null ? timestamp : Math.max(timestamp, before.at()));
    }
}
