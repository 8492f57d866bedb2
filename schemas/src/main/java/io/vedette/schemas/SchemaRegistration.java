package io.vedette.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** Brings the schemas of the topics' values into the registry, and finds out which are missing. */
public final class SchemaRegistration {

    private static final int NOT_FOUND = 404;

    private final SchemaRegistryClient client;
    private final String compatibility;

    /**
     * @param client the registry
     * @param compatibility the level that is set on each subject, FULL_TRANSITIVE by default
     */
    public SchemaRegistration(SchemaRegistryClient client, String compatibility) {
        this.client = client;
        this.compatibility = compatibility;
    }

    /**
     * Registers the value schema of each Avro topic and sets its subject's compatibility; what is there stays.
     *
     * @throws IOException if the registry can't be reached
     * @throws RestClientException if the registry refuses, for example with 409 for an incompatible schema
     */
    public void register(List<Topic<?, ?>> topics) throws IOException, RestClientException {
        for (Topic<?, ?> topic : topics) {
            if (topic.valueType() != null) {
                client.register(topic.valueSubject(), schema(topic.valueType()));
                client.updateCompatibility(topic.valueSubject(), compatibility);
            }
        }
    }

    /**
     * The subjects that lack the schema which this version of Vedette writes; empty when all is well.
     *
     * @throws IOException if the registry can't be reached
     * @throws RestClientException if the registry refuses for another reason than not knowing the schema
     */
    public List<String> missing(List<Topic<?, ?>> topics) throws IOException, RestClientException {
        List<String> missing = new ArrayList<>();
        for (Topic<?, ?> topic : topics) {
            if (topic.valueType() != null && !registered(topic)) {
                missing.add(topic.valueSubject());
            }
        }
        return missing;
    }

    private boolean registered(Topic<?, ?> topic) throws IOException, RestClientException {
        try {
            client.getId(topic.valueSubject(), schema(topic.valueType()));
            return true;
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private static AvroSchema schema(@Nullable Class<?> type) {
        return new AvroSchema(withoutJavaProperties(SpecificData.get().getSchema(type)));
    }

    /** The schema as other languages should see it: the Java string type of the generated classes is no part of it. */
    static Schema withoutJavaProperties(Schema schema) {
        String json = schema.toString()
                .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                // of a map, whose keys it says it of
                .replace(",\"avro.java.string\":\"String\"", "");
        return new Schema.Parser().parse(json);
    }
}
