package io.vedette.ingest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.ingest.mapping.Mappings;
import io.vedette.ingest.web.WebClient;
import io.vedette.runtime.RoutesOnly;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceTrialApiTest {

    private static final String PROSE =
            "The ferry to the island stays in the harbour until the storm has passed. ".repeat(8);
    private static final String FEED = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Harbour News</title><language>uk</language>
            <item><title>Closed</title><link>%1$s/closed.html</link><guid>1</guid>
              <pubDate>Mon, 23 Nov 2026 06:00:00 GMT</pubDate><description>The harbour…</description></item>
            <item><title>Open &lt;b&gt;again</title><link>%1$s/open.html</link><guid>2</guid>
              <pubDate>some day</pubDate><content:encoded>%2$s</content:encoded></item>
            <item><guid>3</guid></item>
            </channel></rss>
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();
    private final Map<String, String> site = new ConcurrentHashMap<>();
    private com.sun.net.httpserver.HttpServer web;
    private String url;
    private WebClient client;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        web = com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            String body = site.get(exchange.getRequestURI().getPath());
            byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", body != null && body.startsWith("<html") ? "text/html" : "text/plain");
            exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            } catch (IOException e) {
                // there was no body to write
            }
        });
        web.start();
        url = "http://127.0.0.1:" + web.getAddress().getPort();
        site.put("/feed.xml", String.format(FEED, url, PROSE));
        site.put(
                "/closed.html",
                "<html><head><title>Closed</title></head><body><article><h1>Closed</h1><p>" + PROSE + "</p><p>" + PROSE
                        + "</p></article></body></html>");
        serve(Map.of("ingest.web.allow", "127.0.0.0/8", "ingest.web.delay", "0ms"));
    }

    private void serve(Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put("http.port", "0");
        Configuration config = Configuration.of(all);
        client = new WebClient(
                config.ingest().web(), InetAddress::getAllByName, null, new SimpleMeterRegistry(), Clock.systemUTC());
        SourceTrial trial = new SourceTrial(client, 1_000_000, Mappings.read(null));
        Routes routes = new SourceTrialApi(trial, config.ingest().sources());
        server = new HttpServer(config.http(), metrics, List.of(new RoutesOnly("trial", List.of(routes))), List.of())
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
        web.stop(0);
        metrics.close();
    }

    @Test
    void aFeedIsShownWithItsItemsWhatWasLeftOutAndThePageBehindATeaser() throws Exception {
        JsonNode tried = good("{\"url\":\"" + url + "/feed.xml\"}");

        assertThat(tried.get("kind").textValue()).isEqualTo("FEED");
        assertThat(tried.get("status").textValue()).isEqualTo("OK");
        assertThat(tried.get("title").textValue()).isEqualTo("Harbour News");
        assertThat(tried.get("found").intValue()).isEqualTo(2);
        JsonNode closed = tried.get("items").get(0);
        assertThat(closed.get("publishedAt").textValue()).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(closed.get("text").textValue())
                .startsWith("Closed\nThe ferry to the island")
                .hasSize(500);
        assertThat(closed.get("fullText").booleanValue()).isTrue();
        assertThat(closed.get("problem").isNull()).isTrue();
        assertThat(tried.get("items").get(1).get("problem").textValue())
                .isEqualTo("its date can't be read: \"some day\"");
        assertThat(tried.get("leftOut")).hasSize(1);
    }

    @Test
    void theRequestOfTheGuideIsAnsweredWell() throws Exception {
        List<String> bodies = Files.readString(Path.of("../docs/api.md"))
                .lines()
                .filter(line -> line.startsWith("curl ") && line.contains("/api/sources/test"))
                .map(line -> line.replaceFirst(".* -d '(.*)'$", "$1"))
                .toList();

        assertThat(bodies).isNotEmpty();
        for (String body : bodies) {
            assertThat(good(body.replace("https://news.example", url))
                            .get("status")
                            .textValue())
                    .isEqualTo("OK");
        }
    }

    @Test
    void ofAPageTheFeedThatItNamesIsReadAndIsTheAddressToAdd() throws Exception {
        site.put(
                "/",
                "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"feed.xml\"></head>"
                        + "<body>Welcome.</body></html>");

        JsonNode tried = good("{\"url\":\"" + url + "/\", \"page\":\"NEVER\"}");

        assertThat(tried.get("url").textValue()).isEqualTo(url + "/feed.xml");
        assertThat(tried.get("items")).hasSize(2);
        assertThat(tried.get("items").get(0).get("fullText").booleanValue()).isFalse();
    }

    @Test
    void whatCannotBeHadOrUsedSaysWhy() throws Exception {
        assertThat(good("{\"url\":\"" + url + "/nowhere\"}").get("status").textValue())
                .isEqualTo("NOT_FOUND");
        site.put("/notes", "Nothing of that sort.");
        JsonNode nothing = good("{\"url\":\"" + url + "/notes\"}");
        assertThat(nothing.get("status").textValue()).isEqualTo("NOTHING");
        assertThat(nothing.get("problems")).hasSize(2);
        site.put("/robots.txt", "User-agent: *\nDisallow: /\n");
        stop();
        start();
        site.put("/robots.txt", "User-agent: *\nDisallow: /\n");
        assertThat(good("{\"url\":\"" + url + "/feed.xml\"}").get("status").textValue())
                .isEqualTo("ROBOTS");
    }

    @Test
    void aPrivateAddressIsNotAsked() throws Exception {
        server.close();
        client.close();
        serve(Map.of());

        JsonNode tried = good("{\"url\":\"" + url + "/feed.xml\"}");

        assertThat(tried.get("status").textValue()).isEqualTo("ADDRESS_REFUSED");
        assertThat(tried.get("items")).isEmpty();
    }

    @Test
    void aSourceThatMakesNoSenseIsRefused() throws Exception {
        for (String wrong : List.of(
                "{\"url\":\"ftp://news.example/\"}",
                "{\"url\":\"" + url + "\",\"kind\":\"GOPHER\"}",
                "{\"url\":\"" + url + "\",\"kind\":\"LISTING\",\"mapping\":\"none-of-ours\"}",
                "{}")) {
            HttpResponse<String> refused = post(wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(Json.MAPPER.readTree(refused.body()).hasNonNull("field")).isTrue();
        }
    }

    private JsonNode good(String body) throws Exception {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/api/sources/test"))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
