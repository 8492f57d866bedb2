package io.vedette.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TopologyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TroubleTest {

    static Stream<Exception> surroundings() {
        return Stream.of(
                new RestClientException("forbidden", 401, 401),
                new RestClientException("forbidden", 403, 40_301),
                new RestClientException("slow down", 429, 429),
                new RestClientException("error in the store", 500, 50_001),
                new RestClientException("no such path", 404, 404),
                new ConnectException("refused"),
                new SocketTimeoutException("read timed out"),
                new EOFException("the registry hung up"),
                new java.util.concurrent.TimeoutException(),
                new org.apache.kafka.common.errors.TimeoutException("no leader"),
                new TopicAuthorizationException("articles"),
                new InterruptedException(),
                new ProcessorStateException("the disk is full"));
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void whatMayPassIsNotTheRecordsFault(Exception cause) {
        assertThat(Trouble.ofSurroundings(new SerializationException("can't decode", cause)))
                .isTrue();
        assertThat(Trouble.ofProgram(cause)).isFalse();
    }

    static Stream<Exception> records() throws IOException {
        return Stream.of(
                new SerializationException("Unknown magic byte!"),
                new SerializationException("no schema", new RestClientException("Schema not found", 404, 40_403)),
                new SerializationException("truncated", truncated()),
                new ClassCastException("not an article"),
                new IllegalStateException("a tagger failed"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatStaysWrongIsTheRecordsFault(Exception thrown) {
        assertThat(Trouble.ofSurroundings(thrown)).isFalse();
    }

    @Test
    void onlyProgramAndSettingsEndTheApplication() {
        assertThat(Trouble.ofProgram(new TopologyException("no source"))).isTrue();
        assertThat(Trouble.ofProgram(new StreamsException(new ConfigException("acks", "x"))))
                .isTrue();
        assertThat(Trouble.ofProgram(new OutOfMemoryError())).isTrue();
        assertThat(Trouble.ofProgram(new ConfigException("No resolvable bootstrap urls given in bootstrap.servers")))
                .isFalse();
        assertThat(Trouble.ofProgram(new MissingSourceTopicException("articles")))
                .isFalse();
        assertThat(Trouble.ofProgram(new IllegalStateException("unforeseen"))).isFalse();
    }

    @Test
    void aCircleOfCausesEnds() {
        Exception inner = new IllegalStateException("inner");
        Exception outer = new IllegalStateException("outer", inner);
        inner.initCause(outer);

        assertThat(Trouble.describe(outer)).isEqualTo("IllegalStateException: inner");
        assertThat(Trouble.ofSurroundings(outer)).isFalse();
    }

    /** What Avro throws for bytes that end too early: an I/O exception, though nothing was away. */
    private static Exception truncated() {
        try {
            new GenericDatumReader<>(Schema.create(Schema.Type.STRING))
                    .read(
                            null,
                            DecoderFactory.get().binaryDecoder(new ByteArrayInputStream(new byte[] {10, 'a'}), null));
            throw new AssertionError("these bytes can't be read");
        } catch (IOException e) {
            return e;
        }
    }
}
