package io.vedette.alerts.overtime;

import io.vedette.schemas.OverTimeState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Writes states for a store that nobody else reads: by Avro's single-object encoding, which names the schema by its
 * fingerprint.  When the schema changes, the one before is to be added to the decoder.
 */
final class OverTimeStateSerde {

    private final BinaryMessageEncoder<OverTimeState> encoder;
    private final BinaryMessageDecoder<OverTimeState> decoder;

    OverTimeStateSerde() {
        SpecificData data = OverTimeState.newBuilder().build().getSpecificData();
        encoder = new BinaryMessageEncoder<>(data, OverTimeState.getClassSchema());
        decoder = new BinaryMessageDecoder<>(data, OverTimeState.getClassSchema());
    }

    static Serde<OverTimeState> create() {
        OverTimeStateSerde serde = new OverTimeStateSerde();
        return Serdes.serdeFrom(
                (topic, state) -> state == null ? null : serde.write(state), (topic, bytes) -> serde.read(bytes));
    }

    /** Whether two are the same, too: records with times inside lists can't be compared otherwise. */
    byte[] write(OverTimeState state) {
        try {
            ByteBuffer buffer = encoder.encode(state);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("a state is written to an array", e);
        }
    }

    private @Nullable OverTimeState read(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a state of the operators over time can't be read", e);
        }
    }
}
