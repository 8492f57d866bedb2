package io.vedette.alerts.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.SelfSigned;
import io.vedette.alerts.delivery.SomeAlerts;
import io.vedette.alerts.delivery.channel.Outcome;
import io.vedette.alerts.delivery.channel.Parcel;
import io.vedette.alerts.delivery.mail.MailSettings.Tls;
import io.vedette.runtime.net.AddressGuard;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server's certificate is for 127.0.0.1, and not for localhost. */
class MailOverTlsTest {

    private static final char[] SECRET = "changeit".toCharArray();

    private static SSLContext tls;

    private final SSLContext before = usual();

    @BeforeAll
    static void makeACertificate(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("server.p12");
        SelfSigned.certificate(file, "server", "ip:127.0.0.1", String.valueOf(SECRET));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, SECRET);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, SECRET);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    }

    @AfterEach
    void trustAsBefore() {
        SSLContext.setDefault(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"STARTTLS", "TLS"})
    void passwordAndMailGoToATrustedServerBehindTls(Tls kind) throws Exception {
        try (TlsSmtpServer server = new TlsSmtpServer(tls, kind == Tls.TLS)) {
            SSLContext.setDefault(tls);

            assertThat(send(server, "127.0.0.1", kind)).isEqualTo(Outcome.delivered());

            assertThat(server.secured())
                    .anyMatch(line -> line.startsWith("AUTH"))
                    .contains("Message-ID: <x1.morning@example.org>");
            assertThat(server.clear()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"STARTTLS", "TLS"})
    void aServerWhoseCertificateNobodyTrustsIsToldNothing(Tls kind) throws Exception {
        try (TlsSmtpServer server = new TlsSmtpServer(tls, kind == Tls.TLS)) {
            Outcome outcome = send(server, "127.0.0.1", kind);

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                    .contains("certification path"));
            assertToldNothing(server);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"STARTTLS", "TLS"})
    void aServerWhoseCertificateIsForAnotherNameIsToldNothing(Tls kind) throws Exception {
        try (TlsSmtpServer server = new TlsSmtpServer(tls, kind == Tls.TLS)) {
            SSLContext.setDefault(tls);

            Outcome outcome = send(server, "localhost", kind);

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                    .contains("localhost"));
            assertToldNothing(server);
        }
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertToldNothing(TlsSmtpServer server) {
        assertThat(server.clear()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        assertThat(server.secured()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    private static Outcome send(TlsSmtpServer server, String host, Tls kind) {
        MailSettings settings = new MailSettings(
                host,
                server.port(),
                kind,
                "vedette",
                "secret",
                "vedette@example.org",
                List.of("risk@example.org"),
                Duration.ofSeconds(5));
        AddressGuard guard = new AddressGuard(
                name -> new InetAddress[] {InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})},
                List.of("127.0.0.0/8"),
                "allow");
        try (MailChannel channel = new MailChannel(settings, guard, Clock.systemUTC())) {
            return channel.deliver(List.of(new Parcel(SomeAlerts.of("x1"), "morning", 1)));
        }
    }
}
