package io.vedette.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record of schema 999999, which no registry has, read with Confluent's own client; the answers are recorded ones. */
class RegistryAnswersTest {

    private HttpServer registry;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    /** Apicurio Registry 3.0.9, {@code GET /apis/ccompat/v7/schemas/ids/999999}. */
    @Test
    void anIdThatApicurioDoesNotKnowIsTheRecordsFault() {
        Throwable thrown = readWhenAnswered(
                404,
                "application/json",
                "{\"message\":\"No content with ID '999999' was found.\",\"error_code\":40403}");

        assertThat(thrown).hasRootCauseMessage("No content with ID '999999' was found.; error code: 40403");
        assertThat(Trouble.ofSurroundings(thrown)).isFalse();
    }

    /** Apicurio Registry 3.0.9 under a path that is not its own, as when {@code registry.url} lacks {@code /apis/ccompat/v7}. */
    @Test
    void aWrongPathIsNot() {
        Throwable thrown = readWhenAnswered(
                404,
                "application/json",
                "{\"detail\":\"NotFoundException: RESTEASY003210: Could not find resource for full path:"
                        + " http://127.0.0.1:8081/schemas/ids/999999\",\"title\":\"RESTEASY003210: Could not find resource"
                        + " for full path: http://127.0.0.1:8081/schemas/ids/999999\",\"status\":404,"
                        + "\"name\":\"NotFoundException\"}");

        assertThat(Trouble.ofSurroundings(thrown)).isTrue();
    }

    /** Apicurio Registry 3.0.9, an unknown path below {@code /apis/ccompat/v7}. */
    @Test
    void anEmptyAnswerIsNot() {
        assertThat(Trouble.ofSurroundings(readWhenAnswered(404, "application/json", "")))
                .isTrue();
    }

    @Test
    void aProxysPageIsNot() {
        assertThat(Trouble.ofSurroundings(readWhenAnswered(404, "text/html", "<h1>404 Not Found</h1>")))
                .isTrue();
    }

    private Throwable readWhenAnswered(int status, String type, String body) {
        registry.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        String url = "http://127.0.0.1:" + registry.getAddress().getPort();
        try (AvroSerdes serdes = new AvroSerdes(RegistrySettings.at(url));
                Serde<Article> articles = serdes.of(Article.class)) {
            byte[] record = ByteBuffer.allocate(6)
                    .put((byte) 0)
                    .putInt(999_999)
                    .put((byte) 2)
                    .array();
            return catchThrowable(() -> articles.deserializer().deserialize("vedette.articles", record));
        }
    }
}
