package io.vedette.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.ingest.IngestService;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service is not started: what the configuration says is known without a broker. */
class ConfiguredFeedsTest {

    private static final Configuration CONFIG = Configuration.of(Map.of(
            "http.port", "0",
            "registry.url", "mock://configured",
            "ingest.feeds.0.id", "harbour",
            "ingest.feeds.0.url", "https://news.example/feed.xml",
            "ingest.feeds.0.source", "Harbour News",
            "ingest.feeds.0.interval", "10m"));

    @Test
    void aFeedOfTheConfigurationIsShownAndCannotBeChangedHere() throws Exception {
        try (Metrics metrics = new Metrics();
                AvroSerdes serdes = new AvroSerdes(RegistrySettings.at("mock://configured"));
                IngestService service = new IngestService(
                        CONFIG, new Topics(TopicSettings.DEFAULTS, serdes), metrics.registry(), Clock.systemUTC());
                HttpServer server = new HttpServer(CONFIG.http(), metrics, List.of(service), List.of()).start()) {
            String one = server.url() + "/api/sources/feed-harbour";

            assertThat(send("GET", server.url() + "/api/sources", "").body())
                    .contains("\"id\":\"feed-harbour\"", "\"name\":\"Harbour News\"", "\"interval\":\"10m\"");
            assertThat(send("GET", one, "").statusCode()).isEqualTo(200);

            for (HttpResponse<String> refused : List.of(
                    send("PUT", one, "{\"url\": \"https://other.example/\"}"),
                    send("DELETE", one, ""),
                    send("POST", one + "/pause", ""))) {
                assertThat(refused.statusCode()).isEqualTo(409);
                assertThat(refused.body()).contains("ingest.feeds");
            }
        }
    }

    private static HttpResponse<String> send(String method, String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
