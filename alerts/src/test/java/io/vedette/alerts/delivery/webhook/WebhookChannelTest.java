package io.vedette.alerts.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.delivery.Receiver;
import io.vedette.alerts.delivery.SomeAlerts;
import io.vedette.alerts.delivery.channel.Outcome;
import io.vedette.alerts.delivery.channel.Parcel;
import io.vedette.alerts.delivery.http.Poster;
import io.vedette.alerts.topology.AlertJson;
import io.vedette.runtime.net.AddressGuard;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookChannelTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-09-13T12:00:00Z"), ZoneOffset.UTC);
    private static final AddressGuard LOOPBACK =
            new AddressGuard(InetAddress::getAllByName, List.of("127.0.0.0/8"), "allow");
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    @Test
    void postsTheAlertWithAKeyAndASignatureThatAReceiverCanCheck() throws Exception {
        Receiver receiver = receiver(Receiver.status(204));

        Outcome outcome = deliver(channel(receiver.url() + "/hook", LOOPBACK, "s1", "s0"));

        assertThat(outcome).isEqualTo(Outcome.delivered());
        Receiver.Request request = receiver.requests().get(0);
        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo(AlertJson.write(SomeAlerts.of("x1")));
        assertThat(request.header("Idempotency-Key")).isEqualTo("x1/desk");
        assertThat(request.header("Content-Type")).startsWith("application/json");
        assertThat(request.header("Vedette-Attempt")).isEqualTo("3");
        assertThat(request.header("Authorization")).isEqualTo("Bearer b");
        long seconds = CLOCK.instant().getEpochSecond();
        assertThat(request.header(Signature.HEADER))
                .isEqualTo("t=" + seconds + ",v1=" + hmac("s1", seconds, request.body()) + ",v1="
                        + hmac("s0", seconds, request.body()));
    }

    @Test
    void whatTheReceiverAnswersDecides() throws Exception {
        Receiver receiver = receiver((exchange, number) -> {
            switch (number) {
                case 1 -> {
                    byte[] body = "database\r\nis down".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(500, body.length);
                    exchange.getResponseBody().write(body);
                }
                case 2 -> {
                    exchange.getResponseHeaders().set("Retry-After", "120");
                    exchange.sendResponseHeaders(429, -1);
                }
                case 3 -> {
                    exchange.getResponseHeaders().set("Retry-After", "Tue, 13 Sep 2022 12:01:00 GMT");
                    exchange.sendResponseHeaders(503, -1);
                }
                default -> exchange.sendResponseHeaders(410, -1);
            }
        });
        WebhookChannel channel = channel(receiver.url(), LOOPBACK, "s");

        assertThat(deliver(channel)).isEqualTo(Outcome.failed("answered 500: database is down"));
        assertThat(deliver(channel)).isEqualTo(new Outcome.Failed("answered 429", Duration.ofMinutes(2)));
        assertThat(deliver(channel)).isEqualTo(new Outcome.Failed("answered 503", Duration.ofMinutes(1)));
        assertThat(deliver(channel)).isEqualTo(Outcome.refused("answered 410"));
    }

    @Test
    void aReceiverThatHangsOrDripsIsLeftAfterTheTimeOut() throws Exception {
        Receiver receiver = receiver((exchange, number) -> {
            if (number == 1) {
                TimeUnit.SECONDS.sleep(30);
            }
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 300; i++) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                TimeUnit.MILLISECONDS.sleep(100);
            }
        });
        WebhookChannel channel = channel(receiver.url(), LOOPBACK, "s");

        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            assertThat(deliver(channel)).isInstanceOf(Outcome.Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.multipliedBy(3));
        }
    }

    @Test
    void aPrivateAddressIsRefusedWithoutBeingConnectedTo() throws Exception {
        Receiver receiver = receiver(Receiver.status(200));
        AddressGuard strict = new AddressGuard(InetAddress::getAllByName, List.of(), "allow");

        assertThat(deliver(channel(receiver.url(), strict, "s"))).isInstanceOf(Outcome.Refused.class);
        assertThat(deliver(channel("http://localhost:" + receiver.port(), strict, "s")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(deliver(channel("http://[::1]:" + receiver.port(), strict, "s")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void aRedirectToAPrivateAddressIsRefused() throws Exception {
        Receiver inside = receiver(Receiver.status(200));
        Receiver outside = receiver((exchange, number) -> {
            exchange.getResponseHeaders().set("Location", "http://inside.example:" + inside.port() + "/admin");
            exchange.sendResponseHeaders(307, -1);
        });
        // the receiver outside stands for a public one; what it redirects to does not
        AddressGuard guard = new AddressGuard(
                host -> host.equals("inside.example")
                        ? new InetAddress[] {InetAddress.getByName("127.0.0.2")}
                        : InetAddress.getAllByName(host),
                List.of("127.0.0.1"),
                "allow");

        assertThat(deliver(channel(outside.url(), guard, "s"))).isInstanceOf(Outcome.Refused.class);
        assertThat(inside.requests()).isEmpty();
    }

    @Test
    void aNameThatComesToMeanAPrivateAddressIsRefusedThen() throws Exception {
        Receiver receiver = receiver((exchange, number) -> {
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, -1);
        });
        String[] address = {"127.0.0.1"};
        AddressGuard guard = new AddressGuard(
                host -> new InetAddress[] {InetAddress.getByName(address[0])}, List.of("127.0.0.1"), "allow");
        WebhookChannel channel = channel("http://hook.example:" + receiver.port(), guard, "s");

        assertThat(deliver(channel)).isEqualTo(Outcome.delivered());
        address[0] = "127.0.0.2";
        assertThat(deliver(channel)).isInstanceOf(Outcome.Refused.class);
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void aRedirectThatKeepsTheMethodIsFollowedWithoutTheAuthorization() throws Exception {
        Receiver moved = receiver(Receiver.status(200));
        Receiver old = receiver((exchange, number) -> {
            exchange.getResponseHeaders().set("Location", moved.url() + "/new");
            exchange.sendResponseHeaders(308, -1);
        });

        assertThat(deliver(channel(old.url(), LOOPBACK, "s"))).isEqualTo(Outcome.delivered());
        Receiver.Request request = moved.requests().get(0);
        assertThat(request.path()).isEqualTo("/new");
        assertThat(request.body()).isNotEmpty();
        assertThat(request.header("Idempotency-Key")).isEqualTo("x1/desk");
        assertThat(request.header("Authorization")).isNull();
    }

    @Test
    void aRedirectThatWouldLoseTheBodyIsAFailure() throws Exception {
        Receiver receiver = receiver((exchange, number) -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        });

        assertThat(deliver(channel(receiver.url(), LOOPBACK, "s"))).isEqualTo(Outcome.failed("answered 302"));
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void redirectsInACircleComeToAnEnd() throws Exception {
        Receiver receiver = receiver((exchange, number) -> {
            exchange.getResponseHeaders().set("Location", "/round");
            exchange.sendResponseHeaders(307, -1);
        });

        assertThat(deliver(channel(receiver.url(), LOOPBACK, "s"))).isInstanceOf(Outcome.Failed.class);
        assertThat(receiver.requests()).hasSizeLessThan(6);
    }

    private Receiver receiver(Receiver.Behaviour behaviour) throws Exception {
        Receiver receiver = new Receiver(behaviour);
        open.add(receiver);
        return receiver;
    }

    private WebhookChannel channel(String url, AddressGuard guard, String... secrets) {
        WebhookChannel channel = new WebhookChannel(
                URI.create(url),
                new Signature(List.of(secrets)),
                "Bearer b",
                new Poster(guard, TIMEOUT, 2, CLOCK),
                CLOCK);
        open.add(channel);
        return channel;
    }

    private static Outcome deliver(WebhookChannel channel) {
        return channel.deliver(List.of(new Parcel(SomeAlerts.of("x1"), "desk", 3)));
    }

    private static String hmac(String secret, long seconds, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
