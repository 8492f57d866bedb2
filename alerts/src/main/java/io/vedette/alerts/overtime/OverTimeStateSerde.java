package io.vedette.alerts.overtime;

import io.vedette.schemas.OverTimeState;
import io.vedette.schemas.TrustedRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Writes states for a store that nobody else reads: by Avro's single-object encoding, which names the schema by its
 * fingerprint.  Whatever version of Vedette wrote a state, it is read as today's: the schemas that states were ever written
 * with are kept beside this class, one a line, oldest first.
 */
final class OverTimeStateSerde {

    static final String WRITTEN = "OverTimeState.written";

    static {
        TrustedRecords.trust();
    }

    private static final List<Schema> EVER_WRITTEN = everWritten();

    private final BinaryMessageEncoder<OverTimeState> encoder;
    private final BinaryMessageDecoder<OverTimeState> decoder;

    OverTimeStateSerde() {
        SpecificData data = OverTimeState.newBuilder().build().getSpecificData();
        encoder = new BinaryMessageEncoder<>(data, OverTimeState.getClassSchema());
        decoder = new BinaryMessageDecoder<>(data, OverTimeState.getClassSchema());
        EVER_WRITTEN.forEach(decoder::addSchema);
    }

    static Serde<OverTimeState> create() {
        OverTimeStateSerde serde = new OverTimeStateSerde();
        return Serdes.serdeFrom(
                (topic, state) -> state == null ? null : serde.write(state), (topic, bytes) -> serde.read(bytes));
    }

    /** All schemas that a state may have been written with, in Avro's parsing canonical form; today's is the last. */
    static List<Schema> everWritten() {
        try (InputStream lines = OverTimeStateSerde.class.getResourceAsStream(WRITTEN)) {
            if (lines == null) {
                throw new IllegalStateException(WRITTEN + " is missing beside " + OverTimeStateSerde.class.getName());
            }
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> new Schema.Parser().parse(line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(WRITTEN + " can't be read", e);
        }
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
        } catch (MissingSchemaException e) {
            throw new IllegalStateException(
                    "a state of the operators over time was written by a newer version of Vedette; run that version "
                            + "again; docs/operations.md tells of this under \"Upgrade\"",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("a state of the operators over time can't be read", e);
        }
    }
}
