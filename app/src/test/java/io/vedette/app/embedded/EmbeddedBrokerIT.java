package io.vedette.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final String TOPIC = "kept";
    private static final int OPEN_TRANSACTIONS = 10;

    @TempDir
    Path folder;

    @Test
    void keepsItsRecordsAcrossAStopOnOtherPorts() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, Ports.from(0))) {
            createTopic(broker);
            send(broker, "first");
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, Ports.from(0))) {
            send(broker, "second");

            assertThat(read(broker, 2)).containsExactly("first", "second");
        }
    }

    @Test
    void comesBackSoonAfterKillMinusNine() throws Exception {
        Ports ports = Ports.from(0);
        Process process = killable(ports);
        try (KafkaProducer<String, String> producer = producer("127.0.0.1:" + ports.broker())) {
            producer.send(new ProducerRecord<>(TOPIC, "before")).get(30, TimeUnit.SECONDS);
        }
        process.destroyForcibly().waitFor();

        long start = System.nanoTime();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ports)) {
            send(broker, "after");
            Duration away = Duration.ofNanos(System.nanoTime() - start);

            assertThat(read(broker, 2)).containsExactly("before", "after");
            assertThat(away).isLessThan(Duration.ofSeconds(12));
        }
    }

    /** Each with its own transaction: whether one is caught in the wrong moment is a matter of luck. */
    @Test
    void transactionsThatAStopOrAKillLeavesOpenEndAllTheSame() throws Exception {
        Ports ports = Ports.from(0);
        Process process = killable(ports);
        leaveOpen(ports, "killed-");
        process.destroyForcibly().waitFor();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ports)) {
            awaitNothingOpen(broker);
            leaveOpen(ports, "stopped-");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ports)) {
            awaitNothingOpen(broker);
        }
    }

    @Test
    void makesNoTopicByItself() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, Ports.from(0));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("nothing"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void saysNothingOnStandardOutput() {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, Ports.from(0))) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
        } finally {
            System.setOut(before);
        }

        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aTakenPortIsNamedWithTheRemedy() throws Exception {
        Ports free = Ports.from(0);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(free.http(), free.registry(), taken.getLocalPort(), free.controller());

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("--port");
        }
    }

    /** A broker in a process of its own that has made the topic once this returns. */
    private Process killable(Ports ports) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableBroker.class.getName(),
                        folder.toString(),
                        String.valueOf(ports.broker()),
                        String.valueOf(ports.controller()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("up");
        return process;
    }

    static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(EmbeddedBroker broker, String value) throws Exception {
        try (KafkaProducer<String, String> producer = producer(broker.bootstrapServers())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static KafkaProducer<String, String> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer());
    }

    private static void leaveOpen(Ports ports, String id) throws Exception {
        for (int i = 0; i < OPEN_TRANSACTIONS; i++) {
            Map<String, Object> settings = Map.of(
                    "bootstrap.servers",
                    "127.0.0.1:" + ports.broker(),
                    "transactional.id",
                    id + i,
                    "transaction.timeout.ms",
                    "2000");
            try (KafkaProducer<String, String> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(TOPIC, "never committed")).get(30, TimeUnit.SECONDS);
                producer.close(Duration.ZERO);
            }
        }
    }

    /** Then readers of committed records get to the end. */
    private static void awaitNothingOpen(EmbeddedBroker broker) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(admin
                                    .describeProducers(List.of(partition))
                                    .partitionResult(partition)
                                    .get()
                                    .activeProducers()
                                    .stream()
                                    .filter(producer -> producer.currentTransactionStartOffset()
                                            .isPresent()))
                            .isEmpty());
        }
    }

    private static List<String> read(EmbeddedBroker broker, int count) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> values = new java.util.ArrayList<>();
            while (values.size() < count) {
                consumer.poll(Duration.ofSeconds(10)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
