package io.vedette.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An old reader on new records and the reverse: random records of each released schema and of today's go through the
 * serializers and deserializers that services and users have, with a registry that enforces compatibility.
 */
class SchemaEvolutionIT {

    private static final int RECORDS = 200;
    private static final long SEED = 20_261_123;
    private static final Path RELEASES = Path.of("..", "schemas", "released");

    @TempDir
    private static Path folder;

    private static EmbeddedRegistry registry;
    private static AvroSerdes serdes;
    private static Topics topics;

    @BeforeAll
    static void start() throws Exception {
        registry = EmbeddedRegistry.start(folder, Ports.from(0));
        registry.awaitReady();
        serdes = new AvroSerdes(RegistrySettings.at(registry.url()));
        topics = new Topics(TopicSettings.DEFAULTS, serdes);
        // the way that a registry comes to its versions: the releases, oldest first, then what is there today
        for (Path release : releases()) {
            Map<String, Schema> released = released(release);
            for (Topic<?, ?> topic : avroTopics()) {
                Schema schema = released.get(topic.valueType().getName());
                if (schema != null) {
                    serdes.client().register(topic.valueSubject(), new AvroSchema(schema));
                    serdes.client().updateCompatibility(topic.valueSubject(), "FULL_TRANSITIVE");
                }
            }
        }
        new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE").register(avroTopics());
    }

    @AfterAll
    static void stop() {
        serdes.close();
        registry.close();
    }

    static List<Topic<?, ?>> avroTopics() {
        return topics.all().stream()
                .filter(topic -> topic.valueType() != null)
                .<Topic<?, ?>>map(topic -> topic)
                .toList();
    }

    static List<Path> releases() throws IOException {
        try (Stream<Path> entries = Files.list(RELEASES)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    static Stream<Versions> releasedTopics() throws IOException {
        List<Versions> all = new ArrayList<>();
        for (Path release : releases()) {
            Map<String, Schema> released = released(release);
            for (Topic<?, ?> topic : avroTopics()) {
                Schema schema = released.get(topic.valueType().getName());
                if (schema != null) {
                    all.add(new Versions(release.getFileName().toString(), topic, schema));
                }
            }
        }
        assertThat(all).isNotEmpty();
        return all.stream();
    }

    record Versions(String release, Topic<?, ?> topic, Schema released) {

        @Override
        public String toString() {
            return topic.name() + " " + release;
        }
    }

    @ParameterizedTest
    @MethodSource("releasedTopics")
    void todaysReaderReadsWhatAReleaseWroteAndLosesNothingOfIt(Versions versions) {
        try (KafkaAvroSerializer old = serializer();
                KafkaAvroDeserializer generic = deserializer()) {
            for (Object written : random(versions.released())) {
                byte[] bytes = old.serialize(versions.topic().name(), written);

                Object read = read(versions.topic(), bytes);

                assertThat(read).isInstanceOf(versions.topic().valueType());
                // what is read as a class is written again, and comes back to the old reader as it was
                Object back = generic.deserialize(
                        versions.topic().name(), write(versions.topic(), read), versions.released());
                assertThat(back).isEqualTo(reread(written, versions.released()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("releasedTopics")
    void aReleasesReaderReadsWhatIsWrittenToday(Versions versions) {
        Schema today = today(versions.topic());
        try (KafkaAvroSerializer written = serializer();
                KafkaAvroDeserializer old = deserializer()) {
            for (Object record : random(today)) {
                byte[] bytes = written.serialize(versions.topic().name(), record);

                Object read = old.deserialize(versions.topic().name(), bytes, versions.released());

                assertAgree(read, record);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("avroTopics")
    void whatIsWrittenTodayIsReadAsItWasWhicheverBranchOfAUnionItTakes(Topic<?, ?> topic) {
        Schema today = today(topic);
        Set<String> branches = new HashSet<>();
        try (KafkaAvroSerializer written = serializer();
                KafkaAvroDeserializer generic = deserializer()) {
            for (Object record : random(today)) {
                note(today, (IndexedRecord) record, branches);
                byte[] bytes = written.serialize(topic.name(), record);

                byte[] again = write(topic, read(topic, bytes));

                assertThat(generic.deserialize(topic.name(), again, today)).isEqualTo(reread(record, today));
            }
        }
        assertThat(branches).isEqualTo(branches(today));
    }

    private static Iterable<Object> random(Schema schema) {
        return new RandomData(schema, RECORDS, SEED);
    }

    /** As a generic reader gives it: with strings of its own. */
    private static Object reread(Object record, Schema schema) {
        return GenericData.get().deepCopy(schema, record);
    }

    private static Object read(Topic<?, ?> topic, byte[] bytes) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), bytes);
    }

    @SuppressWarnings("unchecked")
    private static byte[] write(Topic<?, ?> topic, Object record) {
        return ((Topic<String, SpecificRecord>) topic)
                .valueSerde()
                .serializer()
                .serialize(topic.name(), (SpecificRecord) record);
    }

    /** Whatever the old reader knows of, it has as it was written. */
    private static void assertAgree(Object read, Object written) {
        if (read instanceof GenericRecord record) {
            for (Schema.Field field : record.getSchema().getFields()) {
                assertAgree(record.get(field.pos()), ((GenericRecord) written).get(field.name()));
            }
        } else if (read instanceof List<?> list) {
            assertThat(list).hasSameSizeAs((List<?>) written);
            for (int i = 0; i < list.size(); i++) {
                assertAgree(list.get(i), ((List<?>) written).get(i));
            }
        } else {
            // strings are of several classes
            assertThat(String.valueOf(read)).isEqualTo(String.valueOf(written));
        }
    }

    /** The branches of the record's own unions. */
    private static Set<String> branches(Schema schema) {
        Set<String> branches = new HashSet<>();
        for (Schema.Field field : schema.getFields()) {
            if (field.schema().isUnion()) {
                for (int i = 0; i < field.schema().getTypes().size(); i++) {
                    branches.add(field.name() + " " + i);
                }
            }
        }
        return branches;
    }

    private static void note(Schema schema, IndexedRecord record, Set<String> branches) {
        for (Schema.Field field : schema.getFields()) {
            if (field.schema().isUnion()) {
                branches.add(
                        field.name() + " " + GenericData.get().resolveUnion(field.schema(), record.get(field.pos())));
            }
        }
    }

    private static Schema today(Topic<?, ?> topic) {
        try {
            String latest = serdes.client()
                    .getLatestSchemaMetadata(topic.valueSubject())
                    .getSchema();
            return new Schema.Parser().parse(latest);
        } catch (Exception e) {
            throw new AssertionError("no schema of " + topic.valueSubject(), e);
        }
    }

    /** The records of a release by their full name, in whatever order they name each other. */
    private static Map<String, Schema> released(Path release) throws IOException {
        SchemaParser parser = new SchemaParser();
        try (Stream<Path> files = Files.list(release)) {
            for (Path file : files.sorted().toList()) {
                parser.parse(file);
            }
        }
        Map<String, Schema> schemas = new HashMap<>();
        parser.getParsedNamedSchemas().forEach(schema -> schemas.put(schema.getFullName(), schema));
        return schemas;
    }

    private static KafkaAvroSerializer serializer() {
        KafkaAvroSerializer serializer = new KafkaAvroSerializer(client());
        serializer.configure(Map.of("schema.registry.url", registry.url(), "auto.register.schemas", false), false);
        return serializer;
    }

    private static KafkaAvroDeserializer deserializer() {
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(client());
        deserializer.configure(Map.of("schema.registry.url", registry.url()), false);
        return deserializer;
    }

    /** A client of its own: serializers close theirs. */
    private static SchemaRegistryClient client() {
        return new CachedSchemaRegistryClient(registry.url(), 100);
    }
}
