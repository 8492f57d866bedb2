package io.vedette.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Lane;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaClusterExtension.class)
class StreamsRunnerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path state;

    KafkaCluster cluster;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicBoolean registryAway = new AtomicBoolean();
    private Configuration configuration;

    @BeforeEach
    void configure() {
        configuration = Configuration.of(Map.of(
                "kafka.bootstrap.servers", cluster.getBootstrapServers(),
                "enrich.stateDir", state.toString()));
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheStreamGoesOn() throws Exception {
        createTopics();
        send("one", "unreadable", "explosive", "two");

        try (StreamsRunner runner = runner()) {
            runner.start();

            assertThat(received("out", 2)).extracting(ConsumerRecord::value).containsExactly("ONE", "TWO");
            List<ConsumerRecord<String, String>> letters = received("dead", 2);
            assertThat(letters).extracting(ConsumerRecord::value).containsExactly("unreadable", "explosive");
            assertThat(header(letters.get(0), "original")).isEqualTo("kept");
            assertThat(header(letters.get(0), "__streams.errors.exception"))
                    .isEqualTo(SerializationException.class.getName());
            assertThat(header(letters.get(0), "__streams.errors.topic")).isEqualTo("in");
            assertThat(header(letters.get(0), "__streams.errors.partition")).isEqualTo("0");
            assertThat(header(letters.get(0), "__streams.errors.offset")).isEqualTo("1");
            assertThat(header(letters.get(1), "__streams.errors.message"))
                    .isEqualTo("IllegalStateException: a tagger failed");
            assertThat(header(letters.get(1), "__streams.errors.stacktrace")).hasSizeLessThanOrEqualTo(4096);
            assertThat(meters.counter(
                                    MetricNames.DEAD_LETTERS, "service", "enrich", "exception", "IllegalStateException")
                            .count())
                    .isEqualTo(1);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(runner.check().ok()).isTrue());
        }
    }

    @Test
    void aRegistryThatIsAwayMakesNoDeadLettersAndReadinessFollows() throws Exception {
        createTopics();
        registryAway.set(true);
        send("one", "two");

        try (StreamsRunner runner = runner()) {
            runner.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(runner.check().reason()).contains("registry away"));

            registryAway.set(false);

            assertThat(received("out", 2)).extracting(ConsumerRecord::value).containsExactly("ONE", "TWO");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(runner.check().ok()).isTrue());
            assertThat(meters.find(MetricNames.DEAD_LETTERS).counters())
                    .allSatisfy(counter -> assertThat(counter.count()).isZero());
        }
    }

    @Test
    void aSourceTopicThatIsMissingIsWaitedFor() throws Exception {
        try (StreamsRunner runner = runner()) {
            runner.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(runner.check().reason()).contains("MissingSourceTopic"));

            createTopics();
            send("one");

            assertThat(received("out", 1)).extracting(ConsumerRecord::value).containsExactly("ONE");
        }
    }

    @Test
    void aBrokerWhoseNameIsUnknownLeavesItNotReadyAndClosable() {
        Configuration unknown = Configuration.of(
                Map.of("kafka.bootstrap.servers", "nobody.invalid:9092", "enrich.stateDir", state.toString()));

        try (StreamsRunner runner = runner(unknown)) {
            runner.start();

            assertThat(runner.check().ok()).isFalse();
            assertThat(runner.fatal()).isEmpty();
        }
    }

    @Test
    void itsMetersSayOfWhichApplicationAndLaneTheyAre() throws Exception {
        createTopics();
        try (StreamsRunner runner = runner()) {
            runner.start();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(meters.find(
                                    "kafka.consumer.fetch.manager.records.lag")
                            .tags("application", configuration.enrich().applicationId(), "lane", "live", "topic", "in")
                            .gauges())
                    .isNotEmpty());
            assertThat(meters.find("disk.free").gauge()).isNotNull();
            assertThat(meters.getMeters())
                    .noneMatch(meter -> StreamsMeters.isDebug(meter.getId().getName()));
        }
    }

    private StreamsRunner runner() {
        return runner(configuration);
    }

    private StreamsRunner runner(Configuration configuration) {
        KafkaClients clients = new KafkaClients(configuration.kafka());
        return new StreamsRunner(
                "enrich", Lane.LIVE, topology(), clients.streams(configuration.enrich()), "dead", meters);
    }

    private Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        "in",
                        Consumed.with(Serdes.String(), Serdes.serdeFrom(new StringSerializer(), new Fragile()))
                                .withName("read"))
                .mapValues(StreamsRunnerIT::shout, Named.as("shout"))
                .to("out", Produced.with(Serdes.String(), Serdes.String()).withName("write"));
        return builder.build();
    }

    private static String shout(String value) {
        if (value.equals("explosive")) {
            throw new IllegalStateException("a tagger failed");
        }
        return value.toUpperCase(java.util.Locale.ROOT);
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(clients().admin())) {
            admin.createTopics(Stream.of("in", "out", "dead")
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private void send(String... values) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(clients().producer(), new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                ProducerRecord<String, String> record = new ProducerRecord<>("in", value);
                record.headers().add("original", "kept".getBytes(UTF_8));
                producer.send(record);
            }
        }
    }

    private List<ConsumerRecord<String, String>> received(String topic, int count) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                clients().consumer("test-" + topic), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= count;
            });
        }
        return records;
    }

    private KafkaClients clients() {
        return new KafkaClients(configuration.kafka());
    }

    private static String header(ConsumerRecord<?, ?> record, String key) {
        return new String(record.headers().lastHeader(key).value(), UTF_8);
    }

    private final class Fragile implements Deserializer<String> {
        @Override
        public String deserialize(String topic, byte[] bytes) {
            String value = new String(bytes, UTF_8);
            if (registryAway.get()) {
                throw new SerializationException("no schema", new RestClientException("registry away", 503, 50_301));
            } else if (value.equals("unreadable")) {
                throw new SerializationException("Unknown magic byte!");
            }
            return value;
        }
    }
}
