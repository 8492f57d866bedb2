package io.vedette.alerts.overtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What a replay remembers, which nobody needs after it.  Kept as bytes, as in the store of the topology, so that what is
 * handed out is the caller's.  For one thread.
 */
final class HeapStore<V> implements KeyValueStore<String, V> {

    private static final String NAME = "replay";

    private final TreeMap<String, byte[]> values = new TreeMap<>();
    private final Serde<V> serde;

    HeapStore(Serde<V> serde) {
        this.serde = serde;
    }

    @Override
    public @Nullable V get(String key) {
        return read(values.get(key));
    }

    @Override
    public void put(String key, @Nullable V value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, serde.serializer().serialize(NAME, value));
        }
    }

    @Override
    public @Nullable V putIfAbsent(String key, V value) {
        V there = get(key);
        if (there == null) {
            put(key, value);
        }
        return there;
    }

    @Override
    public void putAll(List<KeyValue<String, V>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public @Nullable V delete(String key) {
        return read(values.remove(key));
    }

    /** Of the moment: it may be changed meanwhile. */
    @Override
    public KeyValueIterator<String, V> range(@Nullable String from, @Nullable String to) {
        if (values.isEmpty()) {
            return new Entries<>(List.of());
        }
        String first = from == null ? values.firstKey() : from;
        String last = to == null ? values.lastKey() : to;
        List<KeyValue<String, V>> entries = new ArrayList<>();
        values.subMap(first, true, last, true).forEach((key, value) -> entries.add(KeyValue.pair(key, read(value))));
        return new Entries<>(entries);
    }

    private @Nullable V read(byte @Nullable [] value) {
        return serde.deserializer().deserialize(NAME, value);
    }

    @Override
    public KeyValueIterator<String, V> all() {
        return range(null, null);
    }

    @Override
    public long approximateNumEntries() {
        return values.size();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // needs none
    }

    @Override
    public void close() {
        values.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    private static final class Entries<V> implements KeyValueIterator<String, V> {

        private final List<KeyValue<String, V>> entries;
        private final Iterator<KeyValue<String, V>> iterator;
        private int next;

        private Entries(List<KeyValue<String, V>> entries) {
            this.entries = entries;
            this.iterator = entries.iterator();
        }

        @Override
        public boolean hasNext() {
            return iterator.hasNext();
        }

        @Override
        public KeyValue<String, V> next() {
            next++;
            return iterator.next();
        }

        @Override
        public String peekNextKey() {
            return entries.get(next).key;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
