package io.vedette.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.schemas.Article;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of which articles went out within the window, by the time of their records.  A version is what a reader
 * would call one: title, text and embargo; a row takes about 70 bytes and goes when stream time has left it behind.
 */
final class SeenVersions {

    static final String STORE = "seen-versions";

    private static final byte[] SEEN = {1};
    private static final int HASH_BYTES = 8;

    private final WindowStore<String, byte[]> store;
    private final long windowMillis;

    SeenVersions(WindowStore<String, byte[]> store, Duration window) {
        this.store = store;
        this.windowMillis = window.toMillis();
    }

    static StoreBuilder<WindowStore<String, byte[]>> store(Duration window) {
        return Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(STORE, window, window, false), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /** Whether this version went out within a window before that time, or after it for a record that comes late. */
    boolean contains(Article article, long timestamp) {
        try (WindowStoreIterator<byte[]> seen =
                store.fetch(version(article), Math.max(0, timestamp - windowMillis), timestamp + windowMillis)) {
            return seen.hasNext();
        }
    }

    void add(Article article, long timestamp) {
        store.put(version(article), SEEN, timestamp);
    }

    /** The id, and a hash that tells its versions apart. */
    static String version(Article article) {
        MessageDigest digest = sha256();
        update(digest, article.getTitle());
        update(digest, String.valueOf(article.getEmbargoUntil()));
        update(digest, article.getText());
        return article.getId() + "/" + HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    private static void update(MessageDigest digest, @Nullable String part) {
        digest.update(part == null ? new byte[0] : part.getBytes(UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
