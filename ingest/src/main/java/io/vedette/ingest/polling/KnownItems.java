package io.vedette.ingest.polling;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The items of a source that were taken: those of the last list first, in its order, then older ones.  Twelve bytes each:
 * ten thousand sources have to fit into memory.  Immutable.
 */
final class KnownItems {

    static final KnownItems NONE = new KnownItems(new LinkedHashMap<>(), 0);

    private static final int BYTES = Long.BYTES + Integer.BYTES;
    /** Lists that leave an item out now and then bring it back: so many more are remembered than were listed. */
    private static final int LEAST_REMAINDER = 100;
    /** 960 KB as they are written; the largest sitemaps have 50,000. */
    private static final int MOST = 60_000;

    private final Map<Long, Integer> contents;
    private final int listed;

    private KnownItems(Map<Long, Integer> contents, int listed) {
        this.contents = contents;
        this.listed = listed;
    }

    /** Reads what {@link #write} wrote. */
    static KnownItems read(String base64, int listed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
        Map<Long, Integer> contents = new LinkedHashMap<>();
        while (bytes.remaining() >= BYTES) {
            contents.put(bytes.getLong(), bytes.getInt());
        }
        return new KnownItems(contents, Math.min(listed, contents.size()));
    }

    String write() {
        ByteBuffer bytes = ByteBuffer.allocate(contents.size() * BYTES);
        contents.forEach((key, content) -> bytes.putLong(key).putInt(content));
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The hash of what an item said last; null if the item is not known. */
    @Nullable
    Integer content(long key) {
        return contents.get(key);
    }

    int size() {
        return contents.size();
    }

    /** How many of them were in the last list. */
    int listed() {
        return listed;
    }

    /** Whether there was a last list, and none of its items is among these. */
    boolean noneLeftIn(Set<Long> keys) {
        return listed > 0 && contents.keySet().stream().limit(listed).noneMatch(keys::contains);
    }

    /** After some items of a list were taken, and not all: they are known, and nothing is forgotten. */
    KnownItems with(Map<Long, Integer> taken) {
        Map<Long, Integer> all = new LinkedHashMap<>(contents);
        all.putAll(taken);
        return new KnownItems(all, listed);
    }

    /**
     * After all of a list was taken.
     *
     * @param list all its items, in its order
     * @param remainder how many others are remembered, if that is more than usual
     */
    KnownItems after(Map<Long, Integer> list, int remainder) {
        Map<Long, Integer> all = new LinkedHashMap<>(list);
        long most = Math.min(MOST, list.size() + Math.max(remainder, Math.max(LEAST_REMAINDER, list.size())));
        for (Map.Entry<Long, Integer> old : contents.entrySet()) {
            if (all.size() >= most) {
                break;
            }
            all.putIfAbsent(old.getKey(), old.getValue());
        }
        Map<Long, Integer> bounded = all.size() <= MOST
                ? all
                : all.entrySet().stream()
                        .limit(MOST)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        return new KnownItems(bounded, Math.min(list.size(), bounded.size()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownItems items && items.listed == listed && items.contents.equals(contents);
    }

    @Override
    public int hashCode() {
        return contents.hashCode();
    }
}
