package io.vedette.alerts.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vedette.alerts.delivery.SomeAlerts;
import io.vedette.alerts.delivery.channel.Outcome;
import io.vedette.alerts.delivery.channel.Parcel;
import io.vedette.alerts.delivery.mail.MailSettings.Tls;
import io.vedette.runtime.net.AddressGuard;
import io.vedette.schemas.Alert;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailChannelTest {

    private static final AddressGuard LOOPBACK =
            new AddressGuard(InetAddress::getAllByName, List.of("127.0.0.0/8"), "allow");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.setUser("vedette@example.org", "vedette", "secret");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsOneAlertAsTextAndAsHtmlInWhichNothingOfTheArticleIsMarkup() throws Exception {
        assertThat(deliver(SomeAlerts.of("x1"))).isEqualTo(Outcome.delivered());

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo("<x1.morning@example.org>");
        assertThat(mail.getSubject())
                .isEqualTo("[WARNING] Supply routes: They lost <b>their</b> supply routes & retreated");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String plain = part(mail, 0);
        String html = part(mail, 1);
        assertThat(plain).contains("https://news.example.org/x1", "> They lost their <script>supply routes</script>.");
        assertThat(html)
                .contains("&lt;b&gt;their&lt;/b&gt;", "&lt;script&gt;", "<a href=\"https://news.example.org/x1\">")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void whatIsSentAgainHasTheSameMessageId() throws Exception {
        deliver(SomeAlerts.of("x1"));
        deliver(SomeAlerts.of("x1"));
        deliver(SomeAlerts.of("x1"), SomeAlerts.of("x2"));
        deliver(SomeAlerts.of("x1"), SomeAlerts.of("x2"));

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
        assertThat(mails[2].getMessageID()).isEqualTo(mails[3].getMessageID()).isNotEqualTo(mails[0].getMessageID());
    }

    @Test
    void aDigestHasAllItsAlerts() throws Exception {
        assertThat(deliver(SomeAlerts.of("x1"), SomeAlerts.of("x2"))).isEqualTo(Outcome.delivered());

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("2 alerts, the newest: ");
        assertThat(part(mail, 0)).contains("https://news.example.org/x1", "https://news.example.org/x2");
        assertThat(part(mail, 1)).contains("https://news.example.org/x1", "https://news.example.org/x2");
    }

    @Test
    void aHeadlineCannotAddHeadersOrLinksThatRun() throws Exception {
        Alert alert = SomeAlerts.of("x1");
        alert.setTitle("Peace\r\nBcc: everybody@example.org\u202Egpj");
        alert.setUrl("javascript:alert(1)");

        assertThat(deliver(alert)).isEqualTo(Outcome.delivered());

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).contains("Peace Bcc: everybody@example.org gpj");
        assertThat(part(mail, 1)).doesNotContain("javascript:");
    }

    @Test
    void aWrongPasswordAServerThatIsAwayAndOneWithoutTlsMayPass() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        int port = server.getSmtp().getPort();

        assertThat(send(settings("127.0.0.1", free, Tls.NONE, "secret"), LOOPBACK))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(send(settings("127.0.0.1", port, Tls.NONE, "wrong"), LOOPBACK))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(send(settings("127.0.0.1", port, Tls.STARTTLS, "secret"), LOOPBACK))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                        .contains("STARTTLS"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aPrivateAddressIsRefused() {
        AddressGuard strict = new AddressGuard(InetAddress::getAllByName, List.of(), "allow");
        int port = server.getSmtp().getPort();

        for (Tls tls : Tls.values()) {
            assertThat(send(settings("127.0.0.1", port, tls, "secret"), strict)).isInstanceOf(Outcome.Refused.class);
            assertThat(send(settings("localhost", port, tls, "secret"), strict)).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void aServerThatSaysNothingIsLeftAfterTheTimeOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            long start = System.nanoTime();

            assertThat(send(settings("127.0.0.1", silent.getLocalPort(), Tls.NONE, "secret"), LOOPBACK))
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedAtOnce() {
        MailSettings wrong = new MailSettings(
                "127.0.0.1",
                25,
                Tls.NONE,
                null,
                null,
                "vedette@example.org",
                List.of("nobody at all"),
                Duration.ofSeconds(1));

        assertThatThrownBy(() -> new MailChannel(wrong, LOOPBACK, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody at all");
    }

    private Outcome deliver(Alert... alerts) {
        return send(settings("127.0.0.1", server.getSmtp().getPort(), Tls.NONE, "secret"), LOOPBACK, alerts);
    }

    private static Outcome send(MailSettings settings, AddressGuard guard, Alert... alerts) {
        List<Alert> all = alerts.length == 0 ? List.of(SomeAlerts.of("x1")) : List.of(alerts);
        try (MailChannel channel = new MailChannel(settings, guard, Clock.systemUTC())) {
            return channel.deliver(
                    all.stream().map(alert -> new Parcel(alert, "morning", 1)).toList());
        }
    }

    private static MailSettings settings(String host, int port, Tls tls, String password) {
        return new MailSettings(
                host,
                port,
                tls,
                "vedette",
                password,
                "vedette@example.org",
                List.of("risk@example.org", "duty@example.org"),
                Duration.ofSeconds(2));
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        return ((MimeMultipart) mail.getContent())
                .getBodyPart(number)
                .getContent()
                .toString();
    }
}
