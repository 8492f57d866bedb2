package io.vedette.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what Confluent's serializer writes, without asking it each time: it looks up the schema's id with each record, and
 * that hashes the whole schema, which is more work than to write the record.  All records of a type have the same schema,
 * so what stands before the first one of a topic stands before all.  Should the first one not be the very bytes that are
 * expected, since settings of the serializer let it write otherwise, then it writes all of them.  Thread-safe as far as
 * that serializer is.
 */
final class AvroWriter<T extends SpecificRecord> implements Serializer<T> {

    private static final int USUAL_BYTES = 1_024;
    private static final byte[] NOTHING = {};

    private final Serializer<Object> confluent;
    private final SpecificDatumWriter<T> writer;
    /** By topic: what stands before each record; empty where Confluent's serializer is to write. */
    private final Map<String, byte[]> prefixes = new ConcurrentHashMap<>();

    AvroWriter(Serializer<Object> confluent, Class<T> type) {
        this.confluent = confluent;
        this.writer = new SpecificDatumWriter<>(type);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        byte[] prefix = prefixes.get(topic);
        if (prefix == null) {
            byte[] bytes = confluent.serialize(topic, value);
            prefixes.put(topic, prefix(bytes, write(NOTHING, topic, value)));
            return bytes;
        }
        return prefix.length == 0 ? confluent.serialize(topic, value) : write(prefix, topic, value);
    }

    @Override
    public void close() {
        // the registry's client is shared, and closed with AvroSerdes
    }

    private static byte[] prefix(byte[] bytes, byte[] record) {
        int length = bytes.length - record.length;
        return length > 0 && Arrays.equals(bytes, length, bytes.length, record, 0, record.length)
                ? Arrays.copyOf(bytes, length)
                : NOTHING;
    }

    private byte[] write(byte[] prefix, String topic, T value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
        out.writeBytes(prefix);
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can go wrong in memory", e);
        } catch (RuntimeException e) {
            throw new SerializationException("can't write a record of " + topic + " as Avro: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }
}
