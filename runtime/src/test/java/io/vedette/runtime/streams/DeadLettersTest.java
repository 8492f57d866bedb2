package io.vedette.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.metrics.MetricNames;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final byte[] KEY = "key".getBytes(UTF_8);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeadLetters deadLetters = new DeadLetters("enrich", "dead", meters);
    private final Headers original = new RecordHeaders();

    @Test
    void aReplayedRecordCarriesItsLastErrorOnly() {
        original.add("__streams.errors.message", "an older one".getBytes(UTF_8));
        original.add("ce_id", "1".getBytes(UTF_8));

        ProducerRecord<byte[], byte[]> letter = letter(new byte[1], new IllegalStateException("new"));

        assertThat(letter.headers().headers("__streams.errors.message")).hasSize(1);
        assertThat(header(letter, "__streams.errors.message")).isEqualTo("IllegalStateException: new");
        assertThat(header(letter, "ce_id")).isEqualTo("1");
        assertThat(letter.timestamp()).isEqualTo(1234L);
    }

    @Test
    void aPayloadThatDoesNotFitLeavesItsPlaceAndSize() {
        ProducerRecord<byte[], byte[]> letter = letter(new byte[2_000_000], new IllegalStateException());

        assertThat(letter.value()).isNull();
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(header(letter, "vedette.omitted.bytes")).isEqualTo("2000003");
        assertThat(header(letter, "__streams.errors.topic")).isEqualTo("articles");
        assertThat(header(letter, "__streams.errors.offset")).isEqualTo("42");
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(new String(DeadLetters.utf8("ééé", 5), UTF_8)).isEqualTo("éé");
        assertThat(letter(KEY, new IllegalStateException("x".repeat(10_000)))
                        .headers()
                        .lastHeader("__streams.errors.stacktrace")
                        .value())
                .hasSize(4_096);
    }

    @Test
    void theCountKnowsTheRootOfTheTrouble() {
        letter(KEY, new IllegalStateException("outer", new ArithmeticException()));

        assertThat(meters.counter(MetricNames.DEAD_LETTERS, "service", "enrich", "exception", "ArithmeticException")
                        .count())
                .isEqualTo(1);
    }

    private ProducerRecord<byte[], byte[]> letter(byte[] value, Exception thrown) {
        return deadLetters.letter(new Context(original), KEY, value, thrown);
    }

    private static String header(ProducerRecord<?, ?> record, String key) {
        return new String(record.headers().lastHeader(key).value(), UTF_8);
    }

    private record Context(Headers headers) implements ErrorHandlerContext {
        @Override
        public String topic() {
            return "articles";
        }

        @Override
        public int partition() {
            return 3;
        }

        @Override
        public long offset() {
            return 42;
        }

        @Override
        public String processorNodeId() {
            return "tag";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 3);
        }

        @Override
        public long timestamp() {
            return 1234;
        }

        @Override
        public byte[] sourceRawKey() {
            return KEY;
        }

        @Override
        public byte[] sourceRawValue() {
            return KEY;
        }
    }
}
