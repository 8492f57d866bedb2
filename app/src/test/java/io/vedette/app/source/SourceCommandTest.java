package io.vedette.app.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.app.Vedette;
import io.vedette.app.terminal.Terminal;
import io.vedette.ingest.source.InvalidSourceException;
import io.vedette.ingest.source.SourceForm;
import io.vedette.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an API of sources that keeps them in memory. */
class SourceCommandTest {

    private final TreeMap<String, ObjectNode> kept = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/sources", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anOpmlIsImportedWithItsFoldersAndCategoriesAsLabelsAndAgainChangesNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("feeds.opml"), """
                <?xml version="1.0"?><!DOCTYPE opml SYSTEM "file:///etc/passwd">
                <opml version="2.0"><head><title>Mine</title></head><body>
                <outline text="Black Sea / ports"><outline text="Häfen &amp; Küste" type="rss"
                    xmlUrl="https://ports.example/feed.xml" language="de_DE" category="/Trade/Sea,Black Sea ports, Weather"/></outline>
                <outline title="Same name" xmlUrl="feed://one.example/rss"/>
                <outline text="Same name" xmlURL="https://two.example/rss" language="unknown">
                <outline text="Новости" xmlUrl="https://www.novosti.example/rss?a=1&b=2"/>
                <outline text="Broken" xmlUrl="feed:nowhere"/>
                </body></opml>
                """);

        assertThat(source("import", file.toString())).isEqualTo(2);

        assertThat(out()).isEqualTo("4 added, 0 changed, 0 there already, 1 refused\n");
        assertThat(err()).contains("feed 5: broken: refused: url: \"feed:nowhere\" is no address that can be asked");
        assertThat(kept.keySet()).containsExactly("hafen-kuste", "novosti-example", "same-name", "same-name-2");
        assertThat(kept.get("hafen-kuste").toString())
                .contains(
                        "\"labels\":[\"Black Sea ports\",\"Trade\",\"Sea\",\"Weather\"]",
                        "\"language\":\"de-DE\"",
                        "\"enabled\":true");
        assertThat(kept.get("novosti-example").path("url").asText())
                .isEqualTo("https://www.novosti.example/rss?a=1&b=2");
        assertThat(kept.get("same-name").path("url").asText()).isEqualTo("http://one.example/rss");

        out.reset();
        source("import", file.toString());
        assertThat(out()).isEqualTo("0 added, 0 changed, 4 there already, 1 refused\n");
    }

    @Test
    void theStarterListIsNotPolledUnlessSomebodySaysSo() {
        assertThat(source("import", "starter", "--country", "ua")).isZero();

        assertThat(kept).isNotEmpty();
        assertThat(kept.values()).allSatisfy(one -> {
            assertThat(one.path("country").asText()).isEqualTo("ua");
            assertThat(one.path("enabled").asBoolean()).isFalse();
        });
        assertThat(out()).startsWith(kept.size() + " added, 0 changed");
    }

    @Test
    void allOfTheStarterListIsInOrder() {
        assertThat(source("import", "starter", "--enable")).as(this::err).isZero();

        assertThat(out()).endsWith(" added, 0 changed, 0 there already, 0 refused\n");
        assertThat(kept).hasSizeGreaterThan(300);
        assertThat(kept.values())
                .allSatisfy(one -> assertThat(one.path("enabled").asBoolean()).isTrue());
    }

    @Test
    void whatAUserHasSetStaysThoughTheStarterListIsImportedAgain() {
        source("import", "starter", "--country", "ua");
        ObjectNode one = kept.firstEntry().getValue();
        one.put("enabled", true).put("interval", "1h").put("name", "mine");

        out.reset();
        source("import", "starter", "--country", "ua");

        assertThat(out()).startsWith("0 added, 1 changed, ");
        assertThat(kept.firstEntry().getValue().toString())
                .contains("\"enabled\":true", "\"interval\":\"1h\"")
                .doesNotContain("\"name\":\"mine\"");
    }

    @Test
    void aYamlSaysEverythingOfItsSources() throws Exception {
        Path file = Files.writeString(folder.resolve("sources.yaml"), """
                - {id: harbour, url: "https://news.example/feed.xml", interval: 5m, name: Harbour}
                - {id: twin, url: "https://news.example/feed.xml"}
                - {id: press, url: "https://press.example/", kind: LISTING}
                """);
        kept.put(
                "harbour", form("{\"id\":\"harbour\",\"url\":\"https://news.example/feed.xml\",\"covers\":\"coast\"}"));

        assertThat(source("import", "--dry-run", file.toString())).isEqualTo(2);
        assertThat(asked).containsExactly("GET /api/sources");
        assertThat(out()).isEqualTo("would be: 0 added, 1 changed, 1 there already, 1 refused\n");

        source("import", file.toString());
        assertThat(kept.get("harbour").toString())
                .contains("\"interval\":\"5m\"")
                .doesNotContain("coast");
        assertThat(err())
                .contains("entry 2: twin: known: its address is that of the source harbour")
                .contains("entry 3: press: refused: mapping: is missing");
    }

    @Test
    void aFileOfSomethingElseIsRefusedWithItsPlace() throws Exception {
        Path misspelt = Files.writeString(folder.resolve("a.yaml"), "- {id: a, urll: 'https://a.example/'}\n");
        Path feed = Files.writeString(folder.resolve("feed.xml"), "<?xml version='1.0'?><rss><channel/></rss>");

        assertThat(source("import", misspelt.toString())).isEqualTo(65);
        assertThat(source("import", feed.toString())).isEqualTo(65);
        assertThat(source("import", folder.resolve("none").toString())).isEqualTo(66);

        assertThat(err())
                .contains("entry 1: urll: there is no such field; there are id, ")
                .contains("vedette source add URL");
    }

    @Test
    void aSourceIsAddedUnderANameOfItsOwnPausedAndDeleted() {
        assertThat(source("add", "https://www.news.example/feed.xml", "--language", "uk", "--label", "coast"))
                .isZero();
        assertThat(out()).isEqualTo("news-example\n");
        assertThat(kept.get("news-example").toString()).contains("\"labels\":[\"coast\"]", "\"enabled\":true");

        assertThat(source("pause", "news-example")).isZero();
        assertThat(source("delete", "news-example", "gone")).isEqualTo(1);

        assertThat(asked)
                .containsExactly(
                        "POST /api/sources",
                        "POST /api/sources/news-example/pause",
                        "DELETE /api/sources/news-example",
                        "DELETE /api/sources/gone");
        assertThat(err()).contains("gone: there is no source gone");
    }

    @Test
    void aListTellsHowEachDoesAndWhyOneDoesNot() throws Exception {
        ObjectNode sick = form("{\"id\":\"harbour\",\"url\":\"https://news.example/feed.xml\"}");
        sick.put("status", "FORBIDDEN");
        sick.set(
                "state",
                Json.MAPPER
                        .createObjectNode()
                        .put("reason", "403 since Sunday")
                        .put(
                                "lastNewItem",
                                Instant.now().minus(Duration.ofHours(75)).toString())
                        .put("itemsPerDay", 0.0)
                        .put("usualPerDay", 41.5));
        kept.put("harbour", sick);

        assertThat(source("list", "--unhealthy", "--country", "UA")).isZero();

        assertThat(out())
                .contains("forbidden  3d ago             0/42  harbour ")
                .contains("https://news.example/feed.xml\n           403 since Sunday\n");
        assertThat(err()).isEqualTo("1 source\n");
        assertThat(asked).containsExactly("GET /api/sources?limit=1000&country=UA&unhealthy=true");

        out.reset();
        source("list", "--format", "json");
        assertThat(Json.MAPPER.readTree(out()).path("state").path("usualPerDay").asDouble())
                .isEqualTo(41.5);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        asked.add(method + " " + exchange.getRequestURI());
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String[] parts = path.split("/");
        String id = parts.length > 3 ? parts[3] : "";
        if (id.isEmpty() && method.equals("GET")) {
            ArrayNode all = Json.MAPPER.createArrayNode();
            all.addAll(kept.values());
            answer(exchange, 200, all);
        } else if (!id.isEmpty() && !method.equals("PUT") && !kept.containsKey(id)) {
            answer(exchange, 404, problem("there is no source " + id));
        } else if (method.equals("DELETE")) {
            answer(exchange, 200, kept.remove(id));
        } else if (body.isEmpty()) {
            answer(exchange, 200, kept.get(id));
        } else {
            keep(exchange, body);
        }
    }

    private void keep(HttpExchange exchange, String body) throws IOException {
        try {
            ObjectNode form = form(body);
            kept.put(form.path("id").asText(), form);
            answer(exchange, 200, form);
        } catch (InvalidSourceException e) {
            answer(exchange, 400, problem(e.getMessage()));
        }
    }

    private static ObjectNode form(String json) throws IOException {
        SourceForm form = SourceForm.of(SourceForm.read(json.getBytes(UTF_8)).source(Duration.ofSeconds(30)));
        return Json.MAPPER.valueToTree(form);
    }

    private static ObjectNode problem(String detail) {
        return Json.MAPPER.createObjectNode().put("detail", detail);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int source(String... args) {
        List<String> all = new ArrayList<>(List.of("source"));
        all.addAll(List.of(args));
        all.add("--url=http://127.0.0.1:" + server.getAddress().getPort());
        return Vedette.run(Terminal.of(new ByteArrayInputStream(new byte[0]), out, err), all.toArray(String[]::new));
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }
}
