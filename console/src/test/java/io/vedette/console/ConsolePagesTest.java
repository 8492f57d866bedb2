package io.vedette.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolePagesTest {

    private final Metrics metrics = new Metrics();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeAll
    void start() {
        Configuration configuration = Configuration.of(Map.of("http.port", "0"));
        server = new HttpServer(configuration.http(), metrics, List.of(ConsoleService.create()), List.of()).start();
    }

    @AfterAll
    void stop() {
        server.close();
        metrics.close();
    }

    static Stream<String> addresses() {
        return Stream.concat(
                Stream.of("/", "/alerts?watch=routes&q=%22supply%20routes%22"),
                ConsolePages.VIEWS.stream().flatMap(view -> Stream.of(view, view + "/an-id")));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void everyAddressOfAViewIsThePage(String address) throws Exception {
        HttpResponse<String> page = get(address);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).matches("text/html; ?charset=utf-8"));
        assertThat(page.body()).contains("<div id=\"console\">");
    }

    @Test
    void thePageMayLoadAndRunNothingButItsOwn() throws Exception {
        String policy =
                get("/alerts").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy.split("; "))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "connect-src 'self'",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'");
        assertThat(policy).doesNotContain("unsafe", "http:", "https:");
        assertThat(get("/alerts").body()).doesNotContainPattern("<script(?![^>]* src=)|<style|style=|https?://");
    }

    @Test
    void whatThePageLoadsIsThere() throws Exception {
        Matcher loaded = Pattern.compile("(?:src|href)=\"(/console/[^\"]+)\"").matcher(get("/").body());

        List<String> files = loaded.results().map(found -> found.group(1)).toList();
        assertThat(files).contains("/console/app.js", "/console/style.css", "/console/icon.svg");
        for (String file : files) {
            assertThat(get(file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void whatABrowserHasIsNotSentAgain() throws Exception {
        String tag = get("/console/app.js").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = get("/console/app.js", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get("/console/app.js", "If-None-Match", "\"of another build\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFileThatIsNamedByItsContentIsKeptForGoodAndOthersAreAskedForAgain() throws Exception {
        try (Stream<Path> built = Files.list(Path.of("src/main/resources/io/vedette/console/page"))) {
            String named = built.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches(".+-[0-9A-Z]{8}\\.js"))
                    .findFirst()
                    .orElseThrow();
            assertThat(get("/console/" + named).headers().firstValue("Cache-Control"))
                    .hasValue("public, max-age=31536000, immutable");
        }
        assertThat(get("/console/app.js").headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(get("/alerts").headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such.js", "..%2FAsset.class", "%2e%2e%2fAssets.class", "page", "app.class", ".html"})
    void nothingElseIsFound(String name) throws Exception {
        assertThat(get("/console/" + name).statusCode()).isIn(400, 404);
    }

    @Test
    void theViewsOfThePageAreThoseThatTheServerKnows() throws Exception {
        String views = Files.readString(Path.of("src/main/typescript/app/views.tsx"));
        Matcher paths = Pattern.compile("path: \"(/[a-z]+)").matcher(views);

        assertThat(ConsolePages.VIEWS)
                .containsAll(
                        paths.results().map(found -> found.group(1)).distinct().toList());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
