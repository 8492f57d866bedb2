package io.vedette.e2e.chaos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records that nobody can read, written straight to {@code articles}, into each of its partitions. */
final class Poison {

    private static final String TOPIC = "vedette.articles";
    private static final int PARTITIONS = 6;
    private static final int HUGE = 1_900_000;
    private static final int UNKNOWN_SCHEMA = 1_000_000;

    private Poison() {}

    static Fault fault() {
        return Fault.of(
                        "poison",
                        "in each partition of articles: no Avro, an unknown schema id, Avro that breaks off, 1.9 MB of"
                                + " noise, nothing, a record without a value",
                        5,
                        Poison::write,
                        cluster -> {})
                .leavingDeadLetters(PARTITIONS * records().size());
    }

    private static void write(Cluster cluster) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "acks", "all", "max.request.size", 2 * HUGE);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                for (byte[] value : records()) {
                    producer.send(new ProducerRecord<>(TOPIC, partition, null, value))
                            .get();
                }
            }
        }
    }

    /** Each of them must end as a dead letter. */
    private static List<byte[]> records() {
        byte[] noise = new byte[HUGE];
        Arrays.fill(noise, (byte) 0x7f);
        return Arrays.asList(
                "{\"text\": \"JSON\"}".getBytes(StandardCharsets.UTF_8),
                schema(UNKNOWN_SCHEMA, 2, 'x'),
                schema(1, 0x7f),
                noise,
                new byte[0],
                null);
    }

    private static byte[] schema(int id, int... bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(5 + bytes.length).put((byte) 0).putInt(id);
        for (int value : bytes) {
            buffer.put((byte) value);
        }
        return buffer.array();
    }
}
