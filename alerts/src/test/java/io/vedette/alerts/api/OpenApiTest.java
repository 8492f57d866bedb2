package io.vedette.alerts.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.vedette.alerts.AlertsService;
import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.text.Annotations;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service is not started: its description needs no broker. */
class OpenApiTest {

    private static final Pattern MENTIONED = Pattern.compile("`(?:GET|POST|PUT|DELETE) (/api/[^ `?]+)[^`]*`");

    private final Metrics metrics = new Metrics();
    private final HttpClient http = HttpClient.newHttpClient();
    private AlertsService service;
    private DeliveryService delivery;
    private HttpServer server;

    @BeforeEach
    void start() {
        Configuration configuration = Configuration.of(Map.of("http.port", "0"));
        service = new AlertsService(
                configuration,
                new SimpleMeterRegistry(),
                new SomeEntities(),
                document -> new Annotations("en", List.of(), List.of()));
        delivery = new DeliveryService(configuration, new SimpleMeterRegistry());
        server = new HttpServer(configuration.http(), metrics, List.of(delivery, service), List.of()).start();
    }

    @AfterEach
    void stop() {
        server.close();
        service.close();
        delivery.close();
        metrics.close();
    }

    @Test
    void theDescriptionIsValid() throws Exception {
        SwaggerParseResult parsed = parse();

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getComponents().getSchemas())
                .containsKeys("Alert", "EnrichedArticle", "Claim", "WatchView", "Problem");
        assertThat(parsed.getOpenAPI().getPaths().get("/api/alerts").getGet().getParameters())
                .extracting("name")
                .contains("watch", "from", "cursor", "format", "query");
        assertThat(parsed.getOpenAPI().getPaths())
                .containsKeys("/api/alerts/stream", "/api/deliveries", "/api/watches/{id}/feed.atom");
        assertThat(parsed.getOpenAPI()
                        .getPaths()
                        .get("/api/alerts/stream")
                        .getGet()
                        .getResponses()
                        .get("200")
                        .getContent())
                .containsOnlyKeys("text/event-stream");
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedOneIsAnswered() throws Exception {
        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, PathItem> path : description().getPaths().entrySet()) {
            path.getValue().readOperationsMap().keySet().forEach(method -> described.add(method + " " + path.getKey()));
        }

        Set<String> routed = new TreeSet<>(server.routes());
        routed.removeIf(route -> !route.contains(" /api/") || route.endsWith("/api/openapi.json"));
        // what instances ask each other
        routed.remove("GET " + Instances.PATH);
        assertThat(described).isEqualTo(routed);
    }

    @Test
    void theStreamIsNoAlertWhateverServiceComesFirst() throws Exception {
        assertThat(get("/api/alerts/stream").body()).contains("ask with Accept: text/event-stream");
        assertThat(get("/api/alerts/another").body()).contains("the view is being built");
    }

    @Test
    void theGuideSpeaksOfEveryPathAndOfNoOther() throws Exception {
        Set<String> mentioned = new TreeSet<>();
        Matcher path = MENTIONED.matcher(Files.readString(Path.of("../docs/api.md")));
        while (path.find()) {
            mentioned.add(path.group(1));
        }

        Set<String> elsewhere = Set.of("/api/openapi.json", "/api/articles");
        mentioned.removeIf(
                one -> one.startsWith("/api/sources") || one.startsWith("/api/evidence")); // ingest answers them
        mentioned.removeIf(one ->
                one.startsWith("/api/deadletters") || one.equals("/api/system")); // beside whatever service there is
        Set<String> described = new TreeSet<>(description().getPaths().keySet());
        described.addAll(elsewhere);
        assertThat(mentioned).isEqualTo(described);
    }

    @Test
    void aSearchBeforeTheViewIsBuiltSaysSo() throws Exception {
        HttpResponse<String> response = get("/api/alerts");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void explainsTextsWithoutAView() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/api/explain"))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"query\": \"convoy bridge\", \"text\": \"A convoy crossed the river.\"}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("\"matches\":false").contains("\"firstFailure\":{\"clause\":\"bridge\"");
    }

    private OpenAPI description() throws Exception {
        return parse().getOpenAPI();
    }

    private SwaggerParseResult parse() throws Exception {
        ParseOptions options = new ParseOptions();
        options.setValidateInternalRefs(true);
        return new OpenAPIV3Parser().readContents(get("/api/openapi.json").body(), null, options);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());
    }
}
