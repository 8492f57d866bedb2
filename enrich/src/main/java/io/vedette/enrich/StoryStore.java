package io.vedette.enrich;

import io.vedette.text.story.StoryLog;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * What the assigner of stories knows, in a store with a changelog: it moves to another instance as it is.  Cached, since
 * the same rows are written again and again when articles come fast.
 */
record StoryStore(KeyValueStore<Bytes, byte[]> store) implements StoryLog {

    static final String NAME = "open-stories";

    static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        return store.get(Bytes.wrap(key));
    }

    @Override
    public void put(byte[] key, byte[] value) {
        store.put(Bytes.wrap(key), value);
    }

    @Override
    public void delete(byte[] key) {
        store.delete(Bytes.wrap(key));
    }

    @Override
    public void scan(byte first, BiConsumer<byte[], byte[]> entry) {
        try (ByteArraySerializer bytes = new ByteArraySerializer();
                KeyValueIterator<Bytes, byte[]> rows = store.prefixScan(new byte[] {first}, bytes)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                entry.accept(row.key.get(), row.value);
            }
        }
    }
}
