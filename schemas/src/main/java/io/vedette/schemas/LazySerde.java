package io.vedette.schemas;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Makes its serializer and its deserializer when they are first asked for, and one of each. Thread-safe. */
final class LazySerde<T> implements Serde<T> {

    private final Supplier<Serializer<T>> newSerializer;
    private final Supplier<Deserializer<T>> newDeserializer;
    private @Nullable Serializer<T> serializer;
    private @Nullable Deserializer<T> deserializer;

    LazySerde(Supplier<Serializer<T>> newSerializer, Supplier<Deserializer<T>> newDeserializer) {
        this.newSerializer = newSerializer;
        this.newDeserializer = newDeserializer;
    }

    @Override
    public synchronized Serializer<T> serializer() {
        if (serializer == null) {
            serializer = newSerializer.get();
        }
        return serializer;
    }

    @Override
    public synchronized Deserializer<T> deserializer() {
        if (deserializer == null) {
            deserializer = newDeserializer.get();
        }
        return deserializer;
    }

    @Override
    public synchronized void close() {
        if (serializer != null) {
            serializer.close();
        }
        if (deserializer != null) {
            deserializer.close();
        }
    }
}
