package io.vedette.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthcheckTest {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/ready", 200);
        answer("/starting", 503);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aServiceThatIsReadyIsWell() {
        assertThat(Healthcheck.isWell(url("/ready"))).isTrue();
    }

    @Test
    void aServiceThatSaysThatItIsNotIsNot() {
        assertThat(Healthcheck.isWell(url("/starting"))).isFalse();
    }

    @Test
    void aServiceThatIsNotThereIsNot() {
        server.stop(0);
        assertThat(Healthcheck.isWell(url("/ready"))).isFalse();
    }

    private void answer(String path, int status) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
