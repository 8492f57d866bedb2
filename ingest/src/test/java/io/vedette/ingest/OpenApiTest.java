package io.vedette.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service is not started: its description needs no broker. */
class OpenApiTest {

    private final Metrics metrics = new Metrics();
    private final AvroSerdes serdes = new AvroSerdes(RegistrySettings.at("mock://description"));
    private IngestService service;
    private HttpServer server;

    @BeforeEach
    void start() {
        Configuration config = Configuration.of(Map.of("http.port", "0", "registry.url", "mock://description"));
        service = new IngestService(
                config, new Topics(TopicSettings.DEFAULTS, serdes), new SimpleMeterRegistry(), Clock.systemUTC());
        server = new HttpServer(config.http(), metrics, List.of(service), List.of()).start();
    }

    @AfterEach
    void stop() {
        server.close();
        service.close();
        metrics.close();
        serdes.close();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedOneIsAnswered() throws Exception {
        Set<String> described = new TreeSet<>();
        description().path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        Set<String> routed = new TreeSet<>(server.routes());
        routed.removeIf(route -> !route.contains(" /api/") || route.endsWith("/api/openapi.json"));
        assertThat(described).isEqualTo(routed).contains("POST /api/sources", "POST /api/articles");
    }

    @Test
    void theGuideSpeaksOfEveryRoute() throws Exception {
        String guide = Files.readString(Path.of("../docs/api.md"));

        assertThat(server.routes())
                .filteredOn(route -> route.contains(" /api/"))
                .allSatisfy(route -> assertThat(guide).contains("`" + route + "`"));
    }

    @Test
    void aSourceIsDescribedWithItsParts() throws Exception {
        JsonNode schemas = description().path("components").path("schemas");

        assertThat(schemas.path("SourceForm").path("properties").fieldNames())
                .toIterable()
                .contains("id", "url", "kind", "interval", "textDelivery");
        assertThat(schemas.path("StateView").path("properties").fieldNames())
                .toIterable()
                .contains("lastNewItem", "usualPerDay");
    }

    private JsonNode description() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/openapi.json"))
                .build();
        return Json.MAPPER.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }
}
