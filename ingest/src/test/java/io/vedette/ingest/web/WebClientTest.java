package io.vedette.ingest.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.ingest.web.WebAnswer.Document;
import io.vedette.ingest.web.WebAnswer.Unchanged;
import io.vedette.ingest.web.WebException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against servers that behave as those of the web do, and worse. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class WebClientTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final RawServer server = RawServer.start();
    private WebClient client = WebClients.client();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void aDocumentComesWithWhatItsServerSaysOfIt() throws Exception {
        server.on(
                "/feed",
                OK + "Content-Type: application/rss+xml; charset=utf-8\r\nETag: \"7\"\r\n"
                        + "Last-Modified: Mon, 23 Nov 2026 11:00:00 GMT\r\nCache-Control: public, max-age=600\r\n"
                        + "Content-Length: 5\r\n\r\n<rss>");

        Document document = fetch("/feed");

        assertThat(document.body()).asString().isEqualTo("<rss>");
        assertThat(document.contentType()).isEqualTo("application/rss+xml; charset=utf-8");
        assertThat(document.etag()).isEqualTo("\"7\"");
        assertThat(document.lastModified()).isEqualTo("Mon, 23 Nov 2026 11:00:00 GMT");
        assertThat(document.freshFor()).isEqualTo(Duration.ofMinutes(10));
        assertThat(document.address()).isEqualTo(server.at("/feed"));
        assertThat(document.movedTo()).isNull();
        assertThat(server.last().header("User-Agent")).isEqualTo("Vedette (+https://vedette.example/bot)");
        assertThat(server.last().header("Upgrade")).isNull();
    }

    @Test
    void whatIsKnownAlreadyIsNotSentAgain() throws Exception {
        server.on(
                "/feed",
                (request, out) -> out.write(("HTTP/1.1 "
                                + ("\"7\"".equals(request.header("If-None-Match"))
                                                && "yesterday".equals(request.header("If-Modified-Since"))
                                        ? "304 Not Modified\r\nCache-Control: max-age=60\r\n\r\n"
                                        : "500 No\r\n\r\n"))
                        .getBytes(UTF_8)));

        WebAnswer answer =
                client.fetch(new WebRequest(server.at("/feed"), WebRequest.FEEDS, "\"7\"", "yesterday", false));

        assertThat(answer).isEqualTo(new Unchanged(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw deflate", "gzip, gzip", "identity", "utf-8"})
    void whatIsPackedIsUnpacked(String encoding) throws Exception {
        byte[] body = pack("<rss/>".getBytes(UTF_8), encoding);
        server.on("/feed", (request, out) -> {
            out.write((OK + "Content-Encoding: " + encoding.replace("raw ", "") + "\r\n\r\n").getBytes(UTF_8));
            out.write(body);
        });

        assertThat(fetch("/feed").body()).asString().isEqualTo("<rss/>");
        assertThat(server.last().header("Accept-Encoding")).isEqualTo("gzip, deflate");
    }

    @Test
    void aNameServerThatDoesNotAnswerHoldsUpNobodyElse() throws Exception {
        server.on("/feed", OK + "Content-Length: 6\r\n\r\n<rss/>");
        CompletableFuture<Void> never = new CompletableFuture<>();
        client.close();
        client = WebClients.client(
                host -> {
                    if (host.startsWith("slow")) {
                        never.join();
                    }
                    return WebClients.LOOPBACK.resolve(host);
                },
                "connections",
                "1",
                "timeout",
                "2s");

        assertThat(slow("slow1.test")).contains("no name server gave the address of slow1.test within 2000 ms");
        assertThat(fetch("/feed").body()).asString().isEqualTo("<rss/>");
        assertThat(slow("slow2.test")).contains("no name server gave the address of slow2.test");
        assertThat(slow("slow3.test")).contains("the name servers are slow");
        never.complete(null);
        assertThat(fetch("/feed").body()).asString().isEqualTo("<rss/>");
    }

    private String slow(String host) {
        WebException failure = catchThrowableOfType(
                WebException.class, () -> client.fetch(WebRequest.of(server.at(host, "/"), WebRequest.FEEDS)));
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        return failure.getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "401, FORBIDDEN",
        "403, FORBIDDEN",
        "451, FORBIDDEN",
        "404, NOT_FOUND",
        "410, GONE",
        "429, THROTTLED",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "204, UNEXPECTED",
        "304, UNEXPECTED",
        "418, UNEXPECTED"
    })
    void eachAnswerThatIsNoDocumentIsOfASort(int status, Kind kind) {
        server.on("/feed", "HTTP/1.1 " + status + " Well\r\n\r\n");

        assertThat(failure("/feed").kind()).isEqualTo(kind);
    }

    @Test
    void redirectsForGoodSayWhereItHasMoved() throws Exception {
        server.on("/a", "HTTP/1.1 301 Moved\r\nLocation: /b c/\u00c3\u00a9\r\n\r\n");
        server.on("/b%20c/%C3%A9", "HTTP/1.1 308 Moved\r\nLocation: " + server.at("feeds.test", "/d") + "\r\n\r\n");
        server.on("/d", OK + "\r\nhere");

        Document document = fetch("/a");

        assertThat(document.body()).asString().isEqualTo("here");
        assertThat(document.address()).isEqualTo(server.at("feeds.test", "/d"));
        assertThat(document.movedTo()).isEqualTo(server.at("feeds.test", "/d"));
    }

    @Test
    void oneThatIsNotForGoodKeepsTheAddress() throws Exception {
        server.on("/a", "HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\n");
        server.on("/b", "HTTP/1.1 302 Found\r\nLocation: /c\r\n\r\n");
        server.on("/c", OK + "\r\nhere");

        Document document = fetch("/a");

        assertThat(document.address()).isEqualTo(server.at("/c"));
        assertThat(document.movedTo()).isNull();
    }

    @Test
    void redirectsThatNeverEndAreNotFollowedForEver() {
        server.on("/a", "HTTP/1.1 302 Found\r\nLocation: /a\r\n\r\n");

        assertThat(failure("/a")).hasMessageContaining("more than 5").returns(Kind.REDIRECTS, WebException::kind);
        assertThat(server.paths()).filteredOn("/a"::equals).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data, ADDRESS_REFUSED",
        "http://[::1]/, ADDRESS_REFUSED",
        "http://10.0.0.1/, ADDRESS_REFUSED",
        "file:///etc/passwd, ADDRESS_REFUSED",
        "http:///nowhere, ADDRESS_REFUSED",
        "http://user:secret@feeds.test/, ADDRESS_REFUSED",
        "'http://[', REDIRECTS",
        "'', REDIRECTS"
    })
    void redirectsLeadNowhereInside(String location, Kind kind) {
        server.on("/a", "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n\r\n");

        assertThat(failure("/a").kind()).isEqualTo(kind);
    }

    @Test
    void anAllowListThatNamesTheFirstDoesNotPermitWhereItLeads() throws Exception {
        client.close();
        client = WebClients.client(
                host -> new InetAddress[] {InetAddress.getByName(host.equals("inside.test") ? "127.0.0.2" : "127.0.0.1")
                },
                "allow",
                "127.0.0.1");
        server.on("/a", "HTTP/1.1 302 Found\r\nLocation: " + server.at("inside.test", "/b") + "\r\n\r\n");

        WebException refused = failure("/a");

        assertThat(refused.kind()).isEqualTo(Kind.ADDRESS_REFUSED);
        assertThat(refused).hasMessageContaining("ingest.web.allow").hasMessageContaining("127.0.0.2");
    }

    @Test
    void aNameThatLeadsInsideIsRefusedAlsoIfItDidNotBefore() throws Exception {
        String[] address = {"127.0.0.1"};
        client.close();
        client = WebClients.client(
                host -> new InetAddress[] {InetAddress.getByName(address[0])},
                "allow",
                "127.0.0.1",
                "ownHosts",
                "f.test");
        server.on("/a", OK + "Connection: close\r\n\r\nhere");
        assertThat(client.fetch(request(server.at("f.test", "/a")))).isInstanceOf(Document.class);

        address[0] = "127.0.0.2";

        assertThat(failure(server.at("f.test", "/a")).kind()).isEqualTo(Kind.ADDRESS_REFUSED);
    }

    @Test
    void nothingIsAskedInsideWithoutAnAllowList() {
        client.close();
        client = WebClients.client("allow", "");

        assertThat(failure("/a").kind()).isEqualTo(Kind.ADDRESS_REFUSED);
        assertThat(failure(URI.create("http://2130706433:" + server.port() + "/a"))
                        .kind())
                .isEqualTo(Kind.ADDRESS_REFUSED);
        assertThat(server.paths()).isEmpty();
    }

    @Test
    void aHostThatNobodyKnowsIsNoRefusal() {
        client.close();
        client = WebClients.client(host -> {
            throw new UnknownHostException(host);
        });

        assertThat(failure(URI.create("http://nowhere.test/")).kind()).isEqualTo(Kind.UNKNOWN_HOST);
    }

    @Test
    void whoNeverAnswersIsGivenUp() {
        hurry();
        server.on("/a", (request, out) -> Thread.sleep(60_000));

        assertThat(failure("/a").kind()).isEqualTo(Kind.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nX-Slow: ", ""})
    void whoDripsGetsNoMoreTimeForIt(String head) {
        hurry();
        server.on("/a", (request, out) -> {
            out.write(head.getBytes(UTF_8));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        });
        long start = System.nanoTime();

        WebException late = failure("/a");

        assertThat(late.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(4));
    }

    @Test
    void redirectsGetNoTimeOfTheirOwn() {
        hurry();
        server.on("/a", (request, out) -> {
            Thread.sleep(200);
            out.write("HTTP/1.1 302 Found\r\nLocation: /a\r\n\r\n".getBytes(UTF_8));
        });

        assertThat(failure("/a").kind()).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void whatNeverEndsStopsAtTheLimit() {
        server.on("/a", (request, out) -> endless(out, OK + "\r\n"));

        assertThat(failure("/a").kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void whatNeverEndsIsNotReadIfItIsNotWanted() {
        server.on("/a", (request, out) -> endless(out, "HTTP/1.1 404 No\r\n\r\n"));
        long start = System.nanoTime();

        assertThat(failure("/a").kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void whatSaysThatItIsTooLargeIsNotRead() {
        server.on("/a", (request, out) -> {
            out.write((OK + "Content-Length: 99999999999\r\n\r\nx").getBytes(UTF_8));
            out.flush();
            Thread.sleep(60_000);
        });

        assertThat(failure("/a").kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void headersThatNeverEndStopAtTheirLimit() {
        server.on("/long", (request, out) -> endless(out, OK + "X-Long: "));
        server.on("/many", (request, out) -> {
            out.write(OK.getBytes(UTF_8));
            while (true) {
                out.write("X-Many: 1\r\n".getBytes(UTF_8));
            }
        });

        assertThat(failure("/long").kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(failure("/many").kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "gzip, gzip"})
    void bombsStopAtTheLimit(String encoding) throws Exception {
        byte[] bomb = pack(new byte[20_000_000], encoding);
        server.on("/a", (request, out) -> {
            out.write((OK + "Content-Encoding: " + encoding + "\r\nContent-Length: " + bomb.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(bomb);
        });

        assertThat(failure("/a")).hasMessageContaining("unpacked").returns(Kind.TOO_LARGE, WebException::kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK~Content-Length: 50~~half | CONNECTION",
                "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~9~hello | CONNECTION",
                "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~zz~hello~0~~ | BROKEN",
                "HTTP/1.1 200 OK~Content-Encoding: gzip~~no gzip | BROKEN",
                "HTTP/1.1 200 OK~Content-Encoding: br~~what nobody asked for | BROKEN",
                "SSH-2.0-OpenSSH_9.2~~ | CONNECTION",
                "'' | CONNECTION"
            })
    void whatIsBrokenIsOfASort(String answer, Kind kind) {
        server.on("/a", answer.replace("~", "\r\n"));

        assertThat(failure("/a").kind()).isEqualTo(kind);
    }

    @Test
    void moreThanItSaysIsNotRead() throws Exception {
        server.on("/a", OK + "Content-Length: 4\r\n\r\nhere and more");

        assertThat(fetch("/a").body()).asString().isEqualTo("here");
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAlone() throws Exception {
        server.on("/a", "HTTP/1.1 429 Enough\r\nRetry-After: 120\r\n\r\n").on("/b", OK + "\r\nhere");

        assertThat(failure("/a").retryAfter()).isEqualTo(Duration.ofMinutes(2));

        WebException busy = failure("/b");
        assertThat(busy.kind()).isEqualTo(Kind.BUSY);
        assertThat(busy.retryAfter()).isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
        assertThat(client.turn(server.at("/b"))).isGreaterThan(Duration.ofSeconds(100));
        assertThat(server.paths()).doesNotContain("/b");
        assertThat(client.fetch(request(server.at("other.test", "/b")))).isInstanceOf(Document.class);
    }

    @Test
    void untilADateToo() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(300).atOffset(ZoneOffset.UTC));
        server.on("/a", "HTTP/1.1 503 Enough\r\nRetry-After: " + date + "\r\n\r\n");

        WebException enough = failure("/a");

        assertThat(enough.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(enough.retryAfter()).isBetween(Duration.ofSeconds(290), Duration.ofSeconds(301));
    }

    @Test
    void aHostIsAskedByOneAtATimeAndWithAPause() throws Exception {
        client.close();
        client = WebClients.client("delay", "100ms", "ownHosts", "127.0.0.1");
        List<Long> begun = new CopyOnWriteArrayList<>();
        server.on("/a", (request, out) -> {
            begun.add(System.nanoTime());
            Thread.sleep(50);
            out.write((OK + "\r\nhere").getBytes(UTF_8));
        });
        List<Thread> threads = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 5; i++) {
            threads.add(
                    new Thread(() -> assertThat(failureOrNull(server.at("/a"))).isNull()));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(begun).hasSize(5);
        for (int i = 1; i < begun.size(); i++) {
            assertThat(begun.get(i) - begun.get(i - 1)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(140));
        }
    }

    @Test
    void whoWaitsCanBeInterrupted() throws Exception {
        client.close();
        client = WebClients.client("delay", "20s", "ownHosts", "127.0.0.1");
        server.on("/a", OK + "\r\nhere");
        fetch("/a");
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        Thread waiting = new Thread(() -> {
            try {
                client.fetch(request(server.at("/a")));
            } catch (WebException | InterruptedException e) {
                failures.add(e);
            }
        });
        waiting.start();

        waiting.interrupt();

        waiting.join(5_000);
        assertThat(failures).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(client.turn(server.at("/a"))).isPositive();
    }

    @Test
    void addressesInAllLettersAreAsked() throws Exception {
        server.on("/%C3%A9?q=%C3%A9", OK + "\r\nhere");

        Document document = (Document)
                client.fetch(request(URI.create("http://b\u00fccher.test:" + server.port() + "/\u00e9?q=\u00e9#part")));

        assertThat(document.address()).isEqualTo(server.at("xn--bcher-kva.test", "/%C3%A9?q=%C3%A9"));
    }

    @Test
    void aRangeThatIsNoneIsRefusedAtTheStart() {
        assertThatThrownBy(() -> WebClients.client("allow", "everything"))
                .hasMessageContaining("ingest.web.allow")
                .hasMessageContaining("everything");
    }

    private void hurry() {
        client.close();
        client = WebClients.client("timeout", "600ms");
    }

    private Document fetch(String path) throws WebException, InterruptedException {
        return (Document) client.fetch(request(server.at(path)));
    }

    private WebException failure(String path) {
        return failure(server.at(path));
    }

    private WebException failure(URI address) {
        return catchThrowableOfType(WebException.class, () -> client.fetch(request(address)));
    }

    private Exception failureOrNull(URI address) {
        try {
            client.fetch(request(address));
            return null;
        } catch (WebException | InterruptedException e) {
            return e;
        }
    }

    private static WebRequest request(URI address) {
        return WebRequest.of(address, WebRequest.FEEDS);
    }

    private static void endless(OutputStream out, String head) throws IOException {
        out.write(head.getBytes(ISO_8859_1));
        byte[] some = "x".repeat(10_000).getBytes(ISO_8859_1);
        while (true) {
            out.write(some);
        }
    }

    private static byte[] pack(byte[] body, String encodings) throws IOException {
        byte[] packed = body;
        for (String encoding : encodings.split(", ")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream out = packing(bytes, encoding)) {
                out.write(packed);
            }
            packed = bytes.toByteArray();
        }
        return packed;
    }

    private static OutputStream packing(OutputStream out, String encoding) throws IOException {
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPOutputStream(out);
            case "deflate" -> new DeflaterOutputStream(out);
            case "raw deflate" -> new DeflaterOutputStream(out, new java.util.zip.Deflater(9, true));
            default -> out;
        };
    }
}
