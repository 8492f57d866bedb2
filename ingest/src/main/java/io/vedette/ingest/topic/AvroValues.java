package io.vedette.ingest.topic;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.vedette.schemas.RegistrySettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Values that are Avro records in Confluent's wire format, of any schema that the registry has. */
final class AvroValues implements ValueReader {

    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

    AvroValues(RegistrySettings registry) {
        Map<String, Object> config = new HashMap<>(registry.client());
        config.put("schema.registry.url", registry.url());
        // times as times, not as numbers whose unit nobody knows
        config.put("avro.use.logical.type.converters", true);
        deserializer.configure(config, false);
    }

    @Override
    public Fields read(String topic, byte[] value) throws UnmappableException {
        Object read = deserializer.deserialize(topic, value);
        if (read instanceof GenericRecord record) {
            return place -> text(at(record, place), place);
        }
        throw new UnmappableException("the value is no Avro record");
    }

    @Override
    public void close() {
        deserializer.close();
    }

    private static @Nullable Object at(GenericRecord record, String place) {
        Object found = record;
        for (String name : place.substring(1).split("/")) {
            if (found instanceof GenericRecord within) {
                found = within.hasField(name) ? within.get(name) : null;
            } else if (found instanceof Map<?, ?> map) {
                found = map.entrySet().stream()
                        .filter(entry -> name.equals(String.valueOf(entry.getKey())))
                        .<Object>map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
            } else {
                return null;
            }
        }
        return found;
    }

    private static @Nullable String text(@Nullable Object found, String place) throws UnmappableException {
        if (found == null) {
            return null;
        } else if (found instanceof Collection<?> many) {
            List<String> parts = new ArrayList<>();
            for (Object part : many) {
                String text = text(part, place);
                if (text != null) {
                    parts.add(text);
                }
            }
            return String.join(", ", parts);
        } else if (found instanceof GenericRecord || found instanceof Map) {
            throw new UnmappableException(place + " is a record, not a text");
        }
        return found.toString();
    }
}
