package io.vedette.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.ingest.kafka.Submission;
import io.vedette.runtime.RoutesOnly;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.Article;
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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ArticleRoutesTest {

    private final AvroSerdes serdes = new AvroSerdes(RegistrySettings.at("mock://articles"));
    private final Configuration config = Configuration.of(Map.of("ingest.bufferCapacity", "2", "http.port", "0"));

    @Test
    void aFullBufferIsAnswered503WithRetryAfter() throws Exception {
        Topics topics = topics();
        // never started, as if Kafka were away
        ArticleWriter writer = new ArticleWriters(config, topics, Clock.systemUTC()).create("http");
        try (Metrics metrics = new Metrics();
                HttpServer server = new HttpServer(
                                config.http(),
                                metrics,
                                List.of(new RoutesOnly("ingest", List.of(routes(writer, metrics)))),
                                List.of())
                        .start()) {
            HttpClient client = HttpClient.newHttpClient();
            CompletableFuture<Void> first =
                    writer.offer(new Submission(List.of(new Article(), new Article()), null, 2, 0, false));

            HttpResponse<String> second = client.send(post(server, "{\"text\": \"Three.\"}"), BodyHandlers.ofString());

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).contains("2");
            assertThat(second.body()).contains("the buffer of 2 articles is full");
            assertThat(first).isNotDone();
        }
    }

    @Test
    void areDescribedWhereTheyAreAnswered() throws Exception {
        ArticleWriter writer = new ArticleWriters(config, topics(), Clock.systemUTC()).create("http");
        try (Metrics metrics = new Metrics();
                HttpServer server = new HttpServer(
                                config.http(),
                                metrics,
                                List.of(new RoutesOnly("ingest", List.of(routes(writer, metrics)))),
                                List.of())
                        .start()) {
            URI description = URI.create(server.url() + "/api/openapi.json");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(description).build(), BodyHandlers.ofString());

            JsonNode post = Json.MAPPER.readTree(answer.body()).at("/paths/~1api~1articles/post");
            assertThat(post.at("/requestBody/content").has("application/x-ndjson"))
                    .isTrue();
            assertThat(post.at("/responses/202").isMissingNode()).isFalse();
            assertThat(server.routes()).contains("POST /api/articles");
        }
    }

    private Topics topics() {
        return new Topics(TopicSettings.DEFAULTS, serdes);
    }

    private ArticleRoutes routes(ArticleWriter writer, Metrics metrics) {
        return new ArticleRoutes(
                writer,
                new PushStreams(new ArticleWriters(config, topics(), Clock.systemUTC()), "streams", 1),
                new ArticleFactory(1024, Clock.systemUTC()),
                new IngestMetrics(metrics.registry()),
                config.ingest(),
                config.http().maxRequestBytes());
    }

    private static HttpRequest post(HttpServer server, String body) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/articles"))
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
