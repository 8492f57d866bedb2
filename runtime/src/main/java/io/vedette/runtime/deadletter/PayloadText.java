package io.vedette.runtime.deadletter;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.jspecify.annotations.Nullable;

/**
 * What a key or value says, to be read by people: Avro in Confluent's wire format as JSON in the schema that it was
 * written in, else text, else the first bytes in hexadecimal.
 */
public final class PayloadText {

    private static final int PREFIX = 5;
    private static final int MOST_HEX = 256;

    private final SchemaRegistryClient registry;

    public PayloadText(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    /** Never fails: what can't be read as one thing is shown as another. */
    public String of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "null";
        }
        return avro(bytes).or(() -> text(bytes)).orElseGet(() -> hex(bytes));
    }

    private Optional<String> avro(byte[] bytes) {
        if (bytes.length < PREFIX || bytes[0] != 0) {
            return Optional.empty();
        }
        try {
            if (!(registry.getSchemaById(ByteBuffer.wrap(bytes, 1, PREFIX - 1).getInt()) instanceof AvroSchema avro)) {
                return Optional.empty();
            }
            Schema schema = avro.rawSchema();
            Object value = new GenericDatumReader<>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, null));
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            JsonEncoder encoder = EncoderFactory.get().jsonEncoder(schema, json, true);
            new GenericDatumWriter<>(schema).write(value, encoder);
            encoder.flush();
            return Optional.of(json.toString(StandardCharsets.UTF_8));
        } catch (IOException | RestClientException | AvroRuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean printable =
                    text.codePoints().allMatch(c -> !Character.isISOControl(c) || Character.isWhitespace(c));
            return printable ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String hex(byte[] bytes) {
        int shown = Math.min(bytes.length, MOST_HEX);
        String more = shown < bytes.length ? " and " + (bytes.length - shown) + " bytes more" : "";
        return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown) + more;
    }
}
