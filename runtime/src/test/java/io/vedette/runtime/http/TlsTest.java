package io.vedette.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.metrics.Metrics;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With certificates that the JDK's keytool makes. */
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private final Metrics metrics = new Metrics();
    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        metrics.close();
    }

    @Test
    void aKeyStoreMakesItSpeakTls() throws Exception {
        KeyStore store = certificate("one");
        start(Map.of("http.tls.keyStore", file("one").toString(), "http.tls.keyStorePassword", PASSWORD));

        HttpResponse<String> response = get(store);

        assertThat(server.url()).startsWith("https://");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void certificateAndKeyInPemDoAsWellAndNewOnesNeedNoRestart() throws Exception {
        KeyStore first = certificate("first");
        KeyStore second = certificate("second");
        pem(first);
        start(Map.of(
                "http.tls.certificate", folder.resolve("tls.crt").toString(),
                "http.tls.key", folder.resolve("tls.key").toString(),
                "http.tls.reload", "100ms"));
        assertThat(served(first, second)).isEqualTo("CN=first");

        pem(second);

        Awaitility.await().until(() -> served(first, second).equals("CN=second"));
    }

    @Test
    void filesThatChangeToNonsenseChangeNothing() throws Exception {
        KeyStore store = certificate("one");
        pem(store);
        start(Map.of(
                "http.tls.certificate", folder.resolve("tls.crt").toString(),
                "http.tls.key", folder.resolve("tls.key").toString(),
                "http.tls.reload", "100ms"));

        Files.writeString(folder.resolve("tls.crt"), "nonsense");

        Awaitility.await()
                .during(java.time.Duration.ofMillis(400))
                .until(() -> get(store).statusCode() == 200);
    }

    @Test
    void whatCannotBeUsedIsToldAtTheStartWithoutThePassword() {
        Map<String, String> settings =
                Map.of("http.tls.keyStore", file("missing").toString(), "http.tls.keyStorePassword", "hush");

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> start(settings))
                .withMessageContaining("http.tls")
                .withMessageContaining("missing.p12")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush"));
    }

    private void start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("http.port", "0");
        server = new HttpServer(Configuration.of(all).http(), metrics, List.of(), List.of()).start();
    }

    private HttpResponse<String> get(KeyStore... trusted) throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        for (KeyStore store : trusted) {
            String alias = store.aliases().nextElement();
            trust.setCertificateEntry(alias, store.getCertificate(alias));
        }
        TrustManagerFactory trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusting.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/health/live"))
                                .build(),
                        BodyHandlers.ofString());
    }

    private String served(KeyStore... trusted) throws Exception {
        X509Certificate certificate =
                (X509Certificate) get(trusted).sslSession().orElseThrow().getPeerCertificates()[0];
        return certificate.getSubjectX500Principal().getName();
    }

    private Path file(String name) {
        return folder.resolve(name + ".p12");
    }

    private KeyStore certificate(String name) throws Exception {
        SelfSigned.certificate(file(name), name, "ip:127.0.0.1", PASSWORD);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file(name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void pem(KeyStore store) throws Exception {
        String alias = store.aliases().nextElement();
        Key key = store.getKey(alias, PASSWORD.toCharArray());
        write("tls.crt", "CERTIFICATE", store.getCertificate(alias).getEncoded());
        write("tls.key", "PRIVATE KEY", key.getEncoded());
    }

    private void write(String name, String kind, byte[] content) throws Exception {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
    }
}
