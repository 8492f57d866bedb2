package io.vedette.text.story;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where an assigner keeps what it has to know after a restart: a map that survives it.  Keys and values are the assigner's
 * business; keys are compared as unsigned bytes.
 */
public interface StoryLog {

    byte @Nullable [] get(byte[] key);

    /** Puts a value in the place of any that is there. */
    void put(byte[] key, byte[] value);

    void delete(byte[] key);

    /** Everything whose key begins with that byte, in the order of the keys. */
    void scan(byte first, BiConsumer<byte[], byte[]> entry);
}
