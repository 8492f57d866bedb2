package io.vedette.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.ingest.web.WebAnswer.Document;
import io.vedette.ingest.web.WebException.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which certificates are believed, by a machine that trusts one authority. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TlsTest {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    static Path folder;

    private static Certificates certificates;
    private static KeyStore signed;

    private WebClient client;

    @BeforeAll
    static void trust() throws Exception {
        certificates = new Certificates(folder, "news.test");
        signed = certificates.signed();
        System.setProperty(TRUST_STORE, certificates.trusted().toString());
        System.setProperty(TRUST_STORE_PASSWORD, Certificates.PASSWORD);
    }

    @AfterAll
    static void trustAsBefore() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
    }

    @Test
    void aCertificateIsTakenThatATrustedAuthoritySignedForThisHost() throws Exception {
        try (RawServer server = server(signed)) {
            assertThat(((Document) fetch(server, "news.test")).body())
                    .asString()
                    .isEqualTo("<rss/>");
        }
    }

    @Test
    void aCertificateThatIsSignedByItselfIsRefused() throws Exception {
        assertThat(refused(certificates.selfSigned(), "news.test"))
                .contains("its certificate is signed by itself, or by nobody whom this machine trusts");
    }

    @Test
    void aCertificateThatHasExpiredIsRefused() throws Exception {
        assertThat(refused(certificates.signed("-startdate", "-30d", "-validity", "10"), "news.test"))
                .contains("its certificate has expired (NotAfter: ");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        assertThat(refused(signed, "other.test"))
                .contains("its certificate can't be accepted: ")
                .contains("other.test");
    }

    @Test
    void aServerWithoutTlsIsSaidToHaveNone() throws Exception {
        try (RawServer server = RawServer.start()) {
            WebException failure = catchThrowableOfType(WebException.class, () -> fetch(server, "news.test"));

            assertThat(failure.kind()).isEqualTo(Kind.TLS);
            assertThat(failure).hasMessageContaining("it can't be spoken to by TLS: ");
        }
    }

    private String refused(KeyStore certificate, String host) throws Exception {
        try (RawServer server = server(certificate)) {
            WebException failure = catchThrowableOfType(WebException.class, () -> fetch(server, host));
            assertThat(failure).isNotNull();
            assertThat(failure.kind()).isEqualTo(Kind.TLS);
            assertThat(server.paths())
                    .as("nothing is asked of whom one can't trust")
                    .isEmpty();
            return failure.getMessage();
        }
    }

    private WebAnswer fetch(RawServer server, String host) throws WebException, InterruptedException {
        client = WebClients.client();
        return client.fetch(
                WebRequest.of(URI.create("https://" + host + ":" + server.port() + "/feed"), WebRequest.FEEDS));
    }

    private static RawServer server(KeyStore certificate) throws Exception {
        return RawServer.start(Certificates.socket(certificate))
                .on("/feed", "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>");
    }
}
