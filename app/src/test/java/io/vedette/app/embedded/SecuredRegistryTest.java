package io.vedette.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of the registry's client that docs/security.md names, against a server that has TLS and asks for a password. */
class SecuredRegistryTest {

    private static final String LOGIN = "vedette:secret";

    @TempDir
    Path folder;

    private Map<String, String> trust;
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        Certificates certificates = Certificates.make(folder);
        trust = certificates.trust();
        Map<String, String> keys = certificates.of("broker");
        char[] password = keys.get("ssl.keystore.password").toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(keys.get("ssl.keystore.location")))) {
            store.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/config", SecuredRegistryTest::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRegistryOverTlsLetsInWhoHasThePassword() throws Exception {
        assertThat(compatibility(LOGIN)).isEqualTo("BACKWARD");
    }

    @Test
    void whoHasAnotherPasswordIsRefused() {
        assertThatThrownBy(() -> compatibility("vedette:wrong"))
                .isInstanceOfSatisfying(RestClientException.class, e -> assertThat(e.getStatus())
                        .isEqualTo(401));
    }

    private String compatibility(String login) throws IOException, RestClientException {
        Map<String, String> settings = new HashMap<>();
        settings.put("registry.url", "https://127.0.0.1:" + server.getAddress().getPort());
        settings.put("registry.client.basic.auth.credentials.source", "USER_INFO");
        settings.put("registry.client.basic.auth.user.info", login);
        trust.forEach((key, value) -> settings.put("registry.client.schema.registry." + key, value));
        try (AvroSerdes serdes =
                new AvroSerdes(Configuration.of(settings).registry().settings())) {
            return serdes.client().getCompatibility(null);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String wanted = "Basic " + Base64.getEncoder().encodeToString(LOGIN.getBytes(UTF_8));
        boolean known = wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = (known ? "{\"compatibilityLevel\":\"BACKWARD\"}" : "{\"error_code\":401,\"message\":\"who?\"}")
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
