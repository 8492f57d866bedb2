package io.vedette.text.story;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A log that does not survive: for work without Kafka, and for tests. */
public final class MemoryLog implements StoryLog {

    private final TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);

    @Override
    public byte @Nullable [] get(byte[] key) {
        return entries.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        entries.put(key, value);
    }

    @Override
    public void delete(byte[] key) {
        entries.remove(key);
    }

    @Override
    public void scan(byte first, BiConsumer<byte[], byte[]> entry) {
        byte[] from = {first};
        byte[] to = {(byte) (first + 1)};
        entries.subMap(from, to).forEach(entry);
    }

    /** How many entries there are. */
    public int size() {
        return entries.size();
    }
}
