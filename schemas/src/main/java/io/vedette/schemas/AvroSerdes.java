package io.vedette.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;

/**
 * Serdes for Vedette's records on Confluent's own serializer and deserializer, all with one registry client and so one
 * schema cache.  The serdes are as thread-safe as Confluent's classes are: one thread each; {@link #of} may be called
 * from any thread.
 */
public final class AvroSerdes implements AutoCloseable {

    private static final int SCHEMAS_PER_SUBJECT = 1000;

    static {
        TrustedRecords.trust();
    }

    private final SchemaRegistryClient client;
    private final Map<String, Object> config;

    public AvroSerdes(RegistrySettings settings) {
        this(settings, newClient(settings));
    }

    /** With a client of the caller's, which is closed with this. */
    public AvroSerdes(RegistrySettings settings, SchemaRegistryClient client) {
        this.client = client;
        this.config = config(settings);
    }

    /** The registry client that all the serdes share. */
    public SchemaRegistryClient client() {
        return client;
    }

    /**
     * A new serde for values of that type; whatever version they were written in, they are read as today's.  What it needs
     * is made when it is first asked for: of all topics' serdes a process uses some.
     */
    public <T extends SpecificRecord> Serde<T> of(Class<T> type) {
        return new LazySerde<>(() -> new AvroWriter<>(serializer(type), type), () -> reader(type));
    }

    private KafkaAvroSerializer serializer(Class<?> type) {
        KafkaAvroSerializer serializer = new KafkaAvroSerializer(client);
        serializer.configure(typed(type), false);
        return serializer;
    }

    private <T> Deserializer<T> reader(Class<T> type) {
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(client);
        deserializer.configure(typed(type), false);
        return new TypedDeserializer<>(deserializer, type);
    }

    private Map<String, Object> typed(Class<?> type) {
        Map<String, Object> typed = new HashMap<>(config);
        typed.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_VALUE_TYPE_CONFIG, type.getName());
        return typed;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry client did not close", e);
        }
    }

    private static Map<String, Object> config(RegistrySettings settings) {
        Map<String, Object> config = new HashMap<>(settings.client());
        config.put(AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG, settings.url());
        config.put(AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS, settings.autoRegister());
        config.put(AbstractKafkaSchemaSerDeConfig.VALUE_SUBJECT_NAME_STRATEGY, settings.subjectNameStrategy());
        config.put(KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG, true);
        config.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
        return config;
    }

    private static SchemaRegistryClient newClient(RegistrySettings settings) {
        return SchemaRegistryClientFactory.newClient(
                List.of(settings.url().split(",")),
                SCHEMAS_PER_SUBJECT,
                List.of(new AvroSchemaProvider()),
                config(settings),
                Map.of());
    }

    private record TypedDeserializer<T>(KafkaAvroDeserializer inner, Class<T> type) implements Deserializer<T> {

        @Override
        public T deserialize(String topic, byte[] bytes) {
            return type.cast(inner.deserialize(topic, bytes));
        }

        @Override
        public void close() {
            // the client is shared, and closed with AvroSerdes
        }
    }
}
