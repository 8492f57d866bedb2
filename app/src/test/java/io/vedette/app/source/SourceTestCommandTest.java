package io.vedette.app.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vedette.app.Vedette;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a web of a few documents on this machine, which also answers as the API does. */
class SourceTestCommandTest {

    private static final String PROSE = "The harbour was closed on Monday, and no ship left before noon. ".repeat(20);
    private static final String FEED = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour News</title><language>uk</language><ttl>30</ttl>
            <item><title>Closed</title><link>%1$s/closed.html</link><guid>1</guid>
              <pubDate>Mon, 23 Nov 2026 06:00:00 GMT</pubDate><description>The harbour…</description></item>
            <item><title>Open again</title><link>%1$s/open.html</link><guid>2</guid>
              <pubDate>some day</pubDate><content:encoded>%2$s</content:encoded></item>
            <item><guid>3</guid></item>
            </channel></rss>
            """;

    private record Document(String type, String body) {}

    private final Map<String, Document> web = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer server;
    private String url;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::answer);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        web.put("/feed.xml", new Document("text/plain", String.format(FEED, url, PROSE)));
        web.put(
                "/closed.html",
                new Document(
                        "text/html",
                        "<html><head><title>Closed</title></head><body><article><h1>Closed</h1><p>" + PROSE + "</p><p>"
                                + PROSE + "</p></article></body></html>"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFeedIsShownItemByItemWithWhatWasLeftOutAndThePageBehindATeaser() {
        assertThat(test("/feed.xml")).as(this::err).isZero();

        assertThat(out().lines().toList())
                .anySatisfy(line -> assertThat(line).startsWith(url + "/feed.xml  a feed, "))
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("  Harbour News, language uk, to be asked no sooner than after 30 min"))
                .anySatisfy(line -> assertThat(line).matches("  2026-11-23 06:00 feed +teaser \\d+ +Closed"))
                .anySatisfy(line -> assertThat(line).matches("  date unreadable +feed +full \\d+ +Open again"))
                .anySatisfy(line -> assertThat(line).matches(" +its date is \"some day\""))
                .anySatisfy(line -> assertThat(line).startsWith("  left out  "))
                .contains("2 items: 1 with full text, 1 without, 1 without a date; 1 left out")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("The page behind " + url + "/closed.html gives ")
                        .contains("characters, \"Closed\""));
        assertThat(err()).endsWith("To add it: vedette source add '" + url + "/feed.xml'\n");
    }

    @Test
    void aProgramReadsTheSameAsJson() throws Exception {
        assertThat(test("/feed.xml", "--format", "json", "--items", "1")).isZero();

        List<JsonNode> objects = new ArrayList<>();
        for (String line : out().lines().toList()) {
            objects.add(Json.MAPPER.readTree(line));
        }
        assertThat(objects)
                .extracting(object -> object.path("type").asText())
                .containsExactly("document", "list", "item", "leftOut", "summary", "behind");
        assertThat(objects.get(2).path("date").asText()).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(objects.get(4).path("items").asInt()).isEqualTo(2);
    }

    @Test
    void ofAPageTheFeedThatItNamesIsRead() {
        web.put("/", new Document("text/html; charset=utf-8", """
                <!doctype html><html><head><title>Harbour</title>
                <link rel="alternate" type="text/calendar" href="/no.ics">
                <link rel="ALTERNATE home" type="application/rss+xml; charset=utf-8" title="All news" href="feed.xml">
                <link rel="alternate" type="application/atom+xml" href="/atom.xml">
                </head><body><p>Welcome.</p></body></html>
                """));

        assertThat(test("/", "--pages", "0")).as(this::err).isZero();

        assertThat(out())
                .contains("  links to the feed " + url + "/feed.xml  All news\n", "feed " + url + "/atom.xml\n")
                .doesNotContain("no.ics")
                .contains("2 items: ")
                .doesNotContain("The page behind");
    }

    @Test
    void ofAnIndexOfSitemapsTheNewestPartIsRead() {
        web.put("/sitemap.xml", new Document("application/xml", """
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>%1$s/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>
                <sitemap><loc>%1$s/news.xml</loc><lastmod>2026-11-23T06:00:00Z</lastmod></sitemap>
                </sitemapindex>
                """.formatted(url)));
        web.put("/news.xml", new Document("application/xml", """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>%1$s/closed.html</loc><news:news><news:title>Closed</news:title>
                <news:publication_date>2026-11-23T05:00:00Z</news:publication_date></news:news></url>
                </urlset>
                """.formatted(url)));

        assertThat(test("/sitemap.xml")).as(this::err).isZero();

        assertThat(out())
                .contains("/sitemap.xml  a sitemap, ", "; 2 further lists\n", "/news.xml  a sitemap, ")
                .containsPattern("  2026-11-23 05:00 sitemap +no text +Closed")
                .doesNotContain("/old.xml");
    }

    @Test
    void aPageThatListsNewsIsReadByAMapping() {
        web.put("/press", new Document("text/html", """
                <ul class="news-list">
                <li class="news-item"><h2><a href="/closed.html">Harbour closed</a></h2>
                  <time datetime="2026-11-23T07:00:00Z"></time><p class="teaser">Until noon.</p></li>
                </ul>
                """));

        assertThat(test("/press", "--mapping", "ministry-press")).as(this::err).isZero();

        assertThat(out())
                .contains("/press  a listing, ", "1 item: ", "The page behind " + url + "/closed.html gives ")
                .containsPattern("  2026-11-23 07:00 \\S* +teaser 11 +Harbour closed");
        assertThat(err()).endsWith("/press' --kind LISTING --mapping ministry-press\n");
    }

    @Test
    void aPageWithoutFeedsIsWhatItsTextIs() {
        assertThat(test("/closed.html")).isZero();

        assertThat(out()).contains("  a page, ").contains("as a PAGE it gives ").contains("\"Closed\"");
    }

    @Test
    void whatCanBeNoSourceIsToldWithTheReasonsAndFails() {
        web.put("/logo.png", new Document("image/png", "\u0089PNG and so on"));

        assertThat(test("/logo.png")).isEqualTo(1);
        assertThat(out()).contains("nothing that can be a source").contains("  no feed: ");

        assertThat(test("/gone")).isEqualTo(1);
        assertThat(err()).contains(url + "/gone: not-found: ");

        assertThat(test("/feed.xml", "--mapping", "nobody-has-this")).isEqualTo(64);
        assertThat(err()).contains("nobody-has-this").contains("ministry-press");
    }

    @Test
    void anAddressOfThisMachineIsRefusedUnlessItIsAllowed() {
        assertThat(run("source", "test", url + "/feed.xml")).isEqualTo(1);

        assertThat(err()).contains("address-refused").contains("ingest.web.allow");
    }

    @Test
    void aServerWhoseCertificateIsSignedByItselfIsRefusedWithThatReason(@TempDir Path folder) throws Exception {
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys.p12"))));
        secure.createContext("/", this::answer);
        secure.start();
        String address = "https://127.0.0.1:" + secure.getAddress().getPort() + "/feed.xml";
        try {
            assertThat(run("source", "test", address, allow(), noDelay())).isEqualTo(1);
        } finally {
            secure.stop(0);
        }

        assertThat(out()).isEmpty();
        assertThat(err()).contains(address + ": tls: ", "its certificate is signed by itself");
    }

    @Test
    void sourcesAreAskedOnceAndThoseThatDoNotAnswerNamed() {
        web.put(
                "/api/sources",
                new Document(
                        "application/json",
                        "[" + source("harbour", "/feed.xml") + "," + source("gone", "/gone.xml") + ","
                                + source("page", "/closed.html") + "]"));

        assertThat(run("source", "check", "--all", "--url", url, allow(), noDelay()))
                .isEqualTo(2);

        assertThat(out().lines().toList())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("answers        harbour ")
                        .contains("2 items, the newest of 2026-11-23"))
                .anySatisfy(line -> assertThat(line).startsWith("not-found      gone "))
                .anySatisfy(line ->
                        assertThat(line).startsWith("unreadable     page ").contains("no feed: "))
                .hasSize(3);
        assertThat(err()).endsWith("3 asked: 1 answers, 1 not-found, 1 unreadable\n");
        assertThat(run("source", "check")).isEqualTo(64);
    }

    private String source(String id, String path) {
        return "{\"id\": \"" + id + "\", \"url\": \"" + url + path + "\"}";
    }

    private static SSLContext selfSigned(Path file) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(keytool, "-genkeypair", "-alias", "here", "-keyalg", "EC"));
        command.addAll(List.of("-dname", "CN=here", "-ext", "san=ip:127.0.0.1"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", "changeit"));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Document document = web.get(exchange.getRequestURI().getPath());
        byte[] body = document == null ? new byte[0] : document.body().getBytes(UTF_8);
        if (document != null) {
            exchange.getResponseHeaders().set("Content-Type", document.type());
        }
        exchange.sendResponseHeaders(document == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int test(String path, String... options) {
        List<String> all = new ArrayList<>(List.of("source", "test", url + path, allow(), noDelay()));
        all.addAll(List.of(options));
        return run(all.toArray(String[]::new));
    }

    private static String allow() {
        return "-Dingest.web.allow=127.0.0.1/32";
    }

    private static String noDelay() {
        return "-Dingest.web.delay=0ms";
    }

    private int run(String... args) {
        return Vedette.run(Terminal.of(new ByteArrayInputStream(new byte[0]), out, err), args);
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }
}
