package io.vedette.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.runtime.RoutesOnly;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ConfigurationException;
import io.vedette.runtime.metrics.Metrics;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances over TLS, with certificates that the JDK's keytool makes. */
class PeersTest {

    private static final String PASSWORD = "changeit";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String ASKED = "/api/asked?offset=7";

    @TempDir
    Path folder;

    private final Metrics metrics = new Metrics();
    private HttpServer server;

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    @Test
    void anInstanceWithTheSameCertificateIsAskedWhateverItsAddress() throws Exception {
        certificate("shared", "dns:vedette.example.org");
        Map<String, String> settings = tls("shared");
        start(settings);

        assertThat(ask(settings, ASKED).body()).isEqualTo("true");
    }

    @Test
    void anotherCertificateIsTakenOnlyIfItIsTrustedAndItsNameFits() throws Exception {
        certificate("own", "dns:vedette.example.org");
        certificate("fits", "ip:127.0.0.1");
        certificate("elsewhere", "dns:other.example.org");
        Map<String, String> asking = tls("own");
        start(tls("fits"));
        assertThatThrownBy(() -> ask(asking, ASKED)).isInstanceOf(SSLException.class);

        asking.put("http.peers.trust", pem("fits").toString());
        assertThat(ask(asking, ASKED).statusCode()).isEqualTo(200);

        server.close();
        start(tls("elsewhere"));
        asking.put("http.peers.trust", pem("elsewhere").toString());
        assertThatThrownBy(() -> ask(asking, ASKED)).isInstanceOf(SSLException.class);
    }

    @Test
    void whereInstancesShareASecretNobodyElseIsAnswered() throws Exception {
        certificate("shared", "dns:vedette.example.org");
        Map<String, String> settings = tls("shared");
        settings.put("http.peers.secret", SECRET);
        start(settings);
        Map<String, String> without = tls("shared");
        Map<String, String> wrong = tls("shared");
        wrong.put("http.peers.secret", SECRET.replace('0', '1'));

        assertThat(ask(settings, ASKED).body()).isEqualTo("true");
        assertThat(ask(without, ASKED).statusCode()).isEqualTo(401);
        assertThat(ask(wrong, ASKED).statusCode()).isEqualTo(401);
        assertThat(proofOf(settings, ASKED)).doesNotContain(SECRET).hasSize(64);
        Peers another = peers(without);
        assertThat(another.http()
                        .send(
                                another.request("127.0.0.1", server.port(), "/api/asked?offset=8")
                                        .header(Peers.HEADER, proofOf(settings, ASKED))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .as("the proof of one question for another")
                .isEqualTo(401);
    }

    @Test
    void whatCannotWorkIsSaidAtTheStart() throws Exception {
        certificate("shared", "dns:vedette.example.org");
        start(tls("shared"));
        Map<String, String> missing = tls("shared");
        missing.put("http.peers.trust", folder.resolve("nothing.pem").toString());

        assertThatThrownBy(() -> peers(missing))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("http.peers.trust");
        assertThatThrownBy(() -> Configuration.of(Map.of("http.peers.secret", "short")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("openssl rand");
    }

    private HttpResponse<String> ask(Map<String, String> settings, String target) throws Exception {
        Peers peers = peers(settings);
        return peers.http()
                .send(peers.request("127.0.0.1", server.port(), target).build(), BodyHandlers.ofString());
    }

    private String proofOf(Map<String, String> settings, String target) {
        return peers(settings)
                .request("127.0.0.1", server.port(), target)
                .build()
                .headers()
                .firstValue(Peers.HEADER)
                .orElseThrow();
    }

    private static Peers peers(Map<String, String> settings) {
        return new Peers(Configuration.of(settings).http());
    }

    private void start(Map<String, String> settings) {
        Peers peers = peers(settings);
        Routes routes = () -> List.of(Endpoint.get("/api/asked", "Asked.", ctx -> {
                    peers.check(ctx);
                    ctx.result("true");
                })
                .query("offset", "Of what.", Shape.WHOLE_NUMBER)
                .amongInstances());
        server = new HttpServer(
                        Configuration.of(settings).http(),
                        metrics,
                        List.of(new RoutesOnly("asked", List.of(routes))),
                        List.of())
                .start();
    }

    private Map<String, String> tls(String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put("http.port", "0");
        settings.put("http.tls.keyStore", store(name).toString());
        settings.put("http.tls.keyStorePassword", PASSWORD);
        return settings;
    }

    private Path store(String name) {
        return folder.resolve(name + ".p12");
    }

    private void certificate(String name, String subject) throws Exception {
        SelfSigned.certificate(store(name), name, subject, PASSWORD);
    }

    private Path pem(String name) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store(name))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        String encoded =
                Base64.getMimeEncoder().encodeToString(keys.getCertificate(name).getEncoded());
        return Files.writeString(
                folder.resolve(name + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    }
}
