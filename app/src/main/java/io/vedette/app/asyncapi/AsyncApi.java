package io.vedette.app.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serdes;

/** The AsyncAPI 3.0 description of every topic: who writes it, how it is made, and what its records are. */
public final class AsyncApi {

    /** Of the interface that is described: that of the release to come. */
    private static final String VERSION = "0.1.0";

    private static final String KAFKA_BINDING = "0.5.0";
    private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectNode messages = JsonNodeFactory.instance.objectNode();
    private final Topics topics;
    private final String prefix;
    private final Set<Topic<?, ?>> writable;

    /**
     * @param topics what to describe
     * @param prefix what their names begin with
     */
    public AsyncApi(Topics topics, String prefix) {
        this.topics = topics;
        this.prefix = prefix;
        this.writable = new LinkedHashSet<>(List.of(
                topics.articles(),
                topics.articles(Lane.BACKFILL),
                topics.watches(),
                topics.feedback(),
                topics.sources()));
    }

    /** The document. */
    public ObjectNode document() {
        ObjectNode document = object();
        document.put("asyncapi", "3.0.0");
        document.set("info", info());
        document.put("defaultContentType", "application/vnd.confluent.avro");
        ObjectNode server = document.putObject("servers").putObject("kafka");
        server.put("host", "localhost:9092")
                .put("protocol", "kafka")
                .put(
                        "description",
                        "The brokers of kafka.bootstrap.servers. Read with isolation.level=read_committed.");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        for (Topic<?, ?> topic : topics.all()) {
            String id = topic.name().substring(prefix.length());
            channels.set(id, channel(topic, id));
            operations.set(operationId(topic, id), operation(topic, id));
        }
        document.putObject("components").set("messages", messages);
        return document;
    }

    private ObjectNode info() {
        ObjectNode info = object();
        info.put("title", "Vedette")
                .put("version", VERSION)
                .put(
                        "description",
                        "The topics of Vedette, which watches the world's news and tells whoever asked. Addresses have the"
                                + " configured prefix; docs/topics.md says what can be relied on.");
        info.putObject("license").put("name", "Apache 2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        return info;
    }

    private ObjectNode channel(Topic<?, ?> topic, String id) {
        ObjectNode channel = object();
        channel.put("address", topic.name());
        channel.put("description", description(topic, id));
        channel.putObject("messages")
                .set(messageName(topic, id), reference("components/messages/" + message(topic, id)));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        NewTopic created = topic.toNewTopic();
        kafka.put("topic", created.name()).put("partitions", created.numPartitions());
        if (created.replicationFactor() > 0) {
            kafka.put("replicas", (int) created.replicationFactor());
        }
        kafka.set("topicConfiguration", topicConfiguration(new TreeMap<>(created.configs())));
        kafka.put("bindingVersion", KAFKA_BINDING);
        return channel;
    }

    /** The binding has a list of policies and numbers, where Kafka has text. */
    private static ObjectNode topicConfiguration(Map<String, String> configs) {
        ObjectNode configuration = object();
        configs.forEach((key, value) -> {
            if (key.equals("cleanup.policy")) {
                ArrayNode policies = configuration.putArray(key);
                List.of(value.split(",")).forEach(policies::add);
            } else if (key.equals("retention.ms") || key.equals("max.message.bytes")) {
                configuration.put(key, Long.parseLong(value));
            } else {
                configuration.put(key, value);
            }
        });
        return configuration;
    }

    private ObjectNode operation(Topic<?, ?> topic, String id) {
        ObjectNode operation = object();
        operation.put("action", writable.contains(topic) ? "receive" : "send");
        operation.set("channel", reference("channels/" + id));
        operation
                .put(
                        "summary",
                        writable.contains(topic)
                                ? "Vedette reads it: write to it, and it is acted upon"
                                : "Vedette alone writes it: subscribe to it")
                .putArray("messages")
                .add(reference("channels/" + id + "/messages/" + messageName(topic, id)));
        return operation;
    }

    private String operationId(Topic<?, ?> topic, String id) {
        return (writable.contains(topic) ? "receive." : "send.") + id;
    }

    /** Puts the message among the components, once for all topics that have it; returns its name there. */
    private String message(Topic<?, ?> topic, String id) {
        String name = messageName(topic, id);
        if (!messages.has(name)) {
            messages.set(name, message(topic, id, name));
        }
        return name;
    }

    private ObjectNode message(Topic<?, ?> topic, String id, String name) {
        ObjectNode message = object();
        message.put("name", name).put("title", name);
        Class<?> type = topic.valueType();
        if (type != null) {
            Schema schema = schema(type);
            message.put("summary", schema.getDoc());
            message.putObject("payload").put("schemaFormat", AVRO).set("schema", tree(schema));
        } else {
            message.put("summary", description(topic, id));
            message.put("contentType", isText(topic) ? "application/json" : "application/octet-stream");
            message.putObject("payload").put("type", isText(topic) ? "object" : "string");
        }
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string");
        if (type != null) {
            kafka.put("schemaIdLocation", "payload").put("schemaIdPayloadEncoding", "confluent");
        }
        kafka.put("bindingVersion", KAFKA_BINDING);
        return message;
    }

    private static boolean isText(Topic<?, ?> topic) {
        return topic.valueSerde() instanceof Serdes.StringSerde;
    }

    private static String messageName(Topic<?, ?> topic, String id) {
        Class<?> type = topic.valueType();
        return type != null ? type.getSimpleName() : id;
    }

    private static String description(Topic<?, ?> topic, String id) {
        Class<?> type = topic.valueType();
        if (type != null) {
            return schema(type).getDoc();
        }
        if (id.endsWith(".dead-letters")) {
            return "What the service could not process: the original key, value and headers, and headers that say why.";
        }
        return switch (id) {
            case "alerts.json" ->
                "The alerts as JSON, with the fields of the Avro record, for those without a registry.";
            case "heartbeats" -> "Empty records, so that time goes on where no articles come.";
            case "canaries" -> "Empty records: articles of Vedette's own that have come through.";
            default -> throw new IllegalStateException("say in AsyncApi what the records of " + id + " are");
        };
    }

    private static Schema schema(Class<?> type) {
        return SpecificData.get().getSchema(type.asSubclass(SpecificRecord.class));
    }

    private JsonNode tree(Schema schema) {
        try {
            return json.readTree(schema.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro writes no JSON", e);
        }
    }

    private static ObjectNode reference(String path) {
        return object().put("$ref", "#/" + path);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
