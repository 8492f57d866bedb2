package io.vedette.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.ingest.web.WebException.Kind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class RobotsTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n\r\n";

    private final RawServer server = RawServer.start().on("/feed", OK + "here").on("/private/feed", OK + "here");
    private final SetClock clock = new SetClock();
    private WebClient client = client();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void whatASiteAsksToLeaveAloneIsLeftAlone() {
        server.on("/robots.txt", OK + "User-agent: *\nDisallow: /private/\n");

        assertThat(failure("/feed")).isNull();
        assertThat(failure("/private/feed").kind()).isEqualTo(Kind.ROBOTS);
        assertThat(server.paths()).containsExactly("/robots.txt", "/feed");
    }

    @Test
    void whatItSaysToUsByNameGoesBeforeWhatItSaysToAll() {
        server.on("/robots.txt", OK + "User-agent: *\nDisallow: /\n\nUser-agent: Vedette\nDisallow: /private/\n");

        assertThat(failure("/feed")).isNull();
        assertThat(failure("/private/feed").kind()).isEqualTo(Kind.ROBOTS);
    }

    @Test
    void itHoldsForWhatRedirectsLeadToAsWell() {
        server.on("/robots.txt", OK + "User-agent: *\nDisallow: /private/\n")
                .on("/moved", "HTTP/1.1 301 Moved\r\nLocation: /private/feed\r\n\r\n");

        assertThat(failure("/moved").kind()).isEqualTo(Kind.ROBOTS);
    }

    @Test
    void itIsAskedForOnceADay() {
        server.on("/robots.txt", OK + "User-agent: *\nDisallow: /private/\n");
        failure("/feed");
        failure("/feed");
        assertThat(server.paths()).containsExactly("/robots.txt", "/feed", "/feed");

        clock.now = clock.now.plus(Duration.ofHours(25));

        failure("/feed");
        assertThat(server.paths()).endsWith("/robots.txt", "/feed");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void oneThatIsNotThereAllowsEverything(int status) {
        server.on("/robots.txt", "HTTP/1.1 " + status + " No\r\n\r\n");

        assertThat(failure("/feed")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"500, ROBOTS", "503, ROBOTS", "429, THROTTLED"})
    void oneThatCantBeHadForTheMomentAllowsNothing(int status, Kind kind) {
        server.on("/robots.txt", "HTTP/1.1 " + status + " No\r\n\r\n");

        assertThat(failure("/feed")).hasMessageContaining("robots.txt").returns(kind, WebException::kind);
        assertThat(server.paths()).containsExactly("/robots.txt");
    }

    @Test
    void itIsAskedForAgainAndAfterALongTimeNoMore() {
        server.on("/robots.txt", "HTTP/1.1 500 No\r\n\r\n");
        assertThat(failure("/feed")).isNotNull();
        assertThat(failure("/feed")).isNotNull();
        assertThat(server.paths()).hasSize(1);

        clock.now = clock.now.plus(Duration.ofDays(29));
        assertThat(failure("/feed")).isNotNull();

        clock.now = clock.now.plus(Duration.ofDays(2));
        assertThat(failure("/feed")).isNull();
    }

    @Test
    void whatWasKnownHoldsWhileThereIsNothingNewer() {
        server.on("/robots.txt", OK + "User-agent: *\nDisallow: /private/\n");
        failure("/feed");
        server.on("/robots.txt", "HTTP/1.1 500 No\r\n\r\n");
        clock.now = clock.now.plus(Duration.ofDays(3));

        assertThat(failure("/feed")).isNull();
        assertThat(failure("/private/feed").kind()).isEqualTo(Kind.ROBOTS);
    }

    @Test
    void redirectsAreFollowedToIt() {
        server.on("/robots.txt", "HTTP/1.1 301 Moved\r\nLocation: " + server.at("www.test", "/r.txt") + "\r\n\r\n")
                .on("/r.txt", OK + "User-agent: *\nDisallow: /private/\n");

        assertThat(failure("/feed")).isNull();
        assertThat(failure("/private/feed").kind()).isEqualTo(Kind.ROBOTS);
    }

    @Test
    void redirectsThatNeverEndAreLikeNone() {
        server.on("/robots.txt", "HTTP/1.1 301 Moved\r\nLocation: /robots.txt\r\n\r\n");

        assertThat(failure("/feed")).isNull();
    }

    @Test
    void ofAHugeOneTheBeginningCounts() {
        server.on("/robots.txt", (request, out) -> {
            out.write((OK + "User-agent: *\nDisallow: /private/\n").getBytes());
            while (true) {
                out.write("# much more\n".repeat(1_000).getBytes());
            }
        });

        assertThat(failure("/feed")).isNull();
        assertThat(failure("/private/feed").kind()).isEqualTo(Kind.ROBOTS);
    }

    @Test
    void whatIsNoneAllowsEverything() {
        server.on("/robots.txt", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>Not found</p></html>");

        assertThat(failure("/feed")).isNull();
    }

    @Test
    void whoIsDownIsNotAskedForAnythingElse() {
        server.close();

        assertThat(failure("/feed")).hasMessageContaining("robots.txt").returns(Kind.CONNECTION, WebException::kind);
    }

    @Test
    void itsCrawlDelayIsHonouredUpToALimit() {
        client.close();
        client = client("longestCrawlDelay", "3s");
        server.on("/robots.txt", OK + "User-agent: *\nCrawl-delay: 600\n");

        assertThat(failure("/feed")).isNull();

        assertThat(client.turn(server.at("/feed"))).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void hostsOfOnesOwnAreNotAskedForIt() {
        client.close();
        client = client("ownHosts", "127.0.0.1,*.own.test");
        server.on("/robots.txt", OK + "User-agent: *\nDisallow: /\n");

        assertThat(failure("/feed")).isNull();
        assertThat(failure(server.at("a.own.test", "/feed"))).isNull();
        assertThat(failure(server.at("other.test", "/feed")).kind()).isEqualTo(Kind.ROBOTS);
    }

    private WebClient client(String... settings) {
        return new WebClient(WebClients.config(settings), WebClients.LOOPBACK, null, new SimpleMeterRegistry(), clock);
    }

    private WebException failure(String path) {
        return failure(server.at(path));
    }

    private WebException failure(URI address) {
        return catchThrowableOfType(WebException.class, () -> client.fetch(WebRequest.of(address, WebRequest.FEEDS)));
    }

    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
