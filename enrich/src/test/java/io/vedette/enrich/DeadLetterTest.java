package io.vedette.enrich;

import static io.vedette.enrich.EnrichmentHarness.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to the dead letters, and what must not. */
class DeadLetterTest {

    private static final String KEY = "their key";

    /** In a transaction, the test driver loses what goes out while a record is still being read. */
    private static final Map<String, String> AT_LEAST_ONCE = Map.of("enrich.processingGuarantee", "at_least_once");

    @TempDir
    private Path folder;

    private final BrokenRegistry registry = new BrokenRegistry();
    private EnrichmentHarness pipeline;

    @BeforeEach
    void start() throws Exception {
        AvroSerdes serdes = new AvroSerdes(RegistrySettings.at("mock://broken"), registry);
        pipeline = new EnrichmentHarness(folder, TestTaggers.capitalisedWords(), AT_LEAST_ONCE, serdes).withSchemas();
    }

    @AfterEach
    void stop() {
        registry.away = false;
        pipeline.close();
    }

    @Test
    void whatIsNoAvroGoesThereAsItWasAndTheStreamGoesOn() {
        byte[] poison = "{\"text\": \"JSON\"}".getBytes(UTF_8);

        pipeline.raw.pipeInput(KEY.getBytes(UTF_8), poison, NOON);
        pipeline.pipe(null, text("A good one."), NOON);

        assertThat(deadLetter().value()).isEqualTo(poison);
        assertThat(pipeline.enriched()).hasSize(1);
    }

    @Test
    void whatHasAnUnknownSchemaGoesThere() {
        byte[] unknown = ByteBuffer.allocate(9).put((byte) 0).putInt(987_654).array();

        pipeline.raw.pipeInput(KEY.getBytes(UTF_8), unknown, NOON);

        assertThat(deadLetter().value()).isEqualTo(unknown);
    }

    @Test
    void whatMakesTheTaggerFailGoesThereAndCountsAsNeverSeen() {
        byte[] value = pipeline.bytes(text("This will explode."));

        pipeline.raw.pipeInput(KEY.getBytes(UTF_8), value, NOON);
        pipeline.raw.pipeInput(KEY.getBytes(UTF_8), value, NOON.plusSeconds(1));
        pipeline.pipe(null, text("A good one."), NOON);

        TestRecord<byte[], byte[]> letter = deadLetter();
        assertThat(letter.value()).isEqualTo(value);
        assertThat(header(letter, "exception")).isEqualTo(IllegalStateException.class.getName());
        assertThat(header(letter, "message")).contains("the tagger exploded");
        assertThat(deadLetter().value()).isEqualTo(value);
        assertThat(pipeline.enriched()).hasSize(1);
    }

    @Test
    void whatHasNoTextGoesThereWithTheReason() {
        pipeline.pipe(KEY, text(" \n "), NOON);
        pipeline.raw.pipeInput(KEY.getBytes(UTF_8), null, NOON);

        TestRecord<byte[], byte[]> empty = deadLetter();
        assertThat(header(empty, "exception")).isEqualTo(IllegalArticleException.class.getName());
        assertThat(header(empty, "message")).contains("text is empty");
        assertThat(header(deadLetter(), "message")).contains("no value");
        assertThat(pipeline.enriched()).isEmpty();
    }

    @Test
    void whatHasNeitherKeyNorValueGoesThereToo() {
        pipeline.raw.pipeInput(null, null, NOON);

        TestRecord<byte[], byte[]> letter = deadLetter();
        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
        assertThat(header(letter, "offset")).isEqualTo("0");
        assertThat(header(letter, "message")).contains("no value");
    }

    @Test
    void aLetterSaysWhereItCameFrom() {
        pipeline.pipe(KEY, text(""), NOON);

        TestRecord<byte[], byte[]> letter = deadLetter();

        assertThat(letter.key()).isEqualTo(KEY.getBytes(UTF_8));
        assertThat(header(letter, "topic")).isEqualTo("vedette.articles");
        assertThat(header(letter, "partition")).isEqualTo("0");
        assertThat(header(letter, "offset")).isEqualTo("0");
    }

    @Test
    void aRegistryThatIsAwayWhileReadingStopsTheStreamAndLosesNothing() {
        byte[] good = pipeline.bytes(text("A good one."));
        registry.away = true;
        registry.reset();

        assertThatThrownBy(() -> pipeline.raw.pipeInput(KEY.getBytes(UTF_8), good, NOON))
                .isInstanceOf(StreamsException.class);

        assertThat(pipeline.deadLetters.isEmpty()).isTrue();
        assertThat(pipeline.enriched()).isEmpty();
    }

    @Test
    void aRegistryThatIsAwayWhileWritingStopsTheStreamAndLosesNothing() {
        pipeline.pipe(null, text(""), NOON);
        assertThat(header(deadLetter(), "message")).as("read, nothing written").contains("text is empty");
        byte[] good = pipeline.bytes(text("A good one."));
        registry.awayForWriting = true;

        assertThatThrownBy(() -> pipeline.raw.pipeInput(KEY.getBytes(UTF_8), good, NOON))
                .isInstanceOf(StreamsException.class);

        assertThat(pipeline.deadLetters.isEmpty()).isTrue();
    }

    private TestRecord<byte[], byte[]> deadLetter() {
        return pipeline.deadLetters.readRecord();
    }

    private static String header(TestRecord<?, ?> record, String key) {
        return new String(record.headers().lastHeader("__streams.errors." + key).value(), UTF_8);
    }

    private static Article text(String text) {
        return Article.newBuilder().setText(text).build();
    }

    /** A registry that can go away, and forgets nothing. */
    private static final class BrokenRegistry extends MockSchemaRegistryClient {

        private boolean away;
        private boolean awayForWriting;

        @Override
        public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
            failIf(away);
            return super.getSchemaById(id);
        }

        @Override
        public ParsedSchema getSchemaBySubjectAndId(String subject, int id) throws IOException, RestClientException {
            failIf(away);
            try {
                return super.getSchemaBySubjectAndId(subject, id);
            } catch (RestClientException e) {
                throw new RestClientException("Schema " + id + " not found", 404, 40403); // as a server says it
            }
        }

        @Override
        public int getId(String subject, ParsedSchema schema, boolean normalize)
                throws IOException, RestClientException {
            failIf(away || awayForWriting);
            return super.getId(subject, schema, normalize);
        }

        private static void failIf(boolean away) throws IOException {
            if (away) {
                throw new ConnectException("Connection refused");
            }
        }
    }
}
