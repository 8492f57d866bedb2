package io.vedette.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.Topics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;

/** A running service with its HTTP server, and a client of it. */
final class Posts implements AutoCloseable {

    record Answer(int status, String contentType, JsonNode body, HttpResponse<String> response) {}

    private final Metrics metrics = new Metrics();
    private final IngestService service;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Posts(Configuration config, Topics topics) {
        service = new IngestService(config, topics, metrics.registry(), Clock.systemUTC());
        server = new HttpServer(config.http(), metrics, List.of(service), List.of());
        service.start();
        server.start();
    }

    Answer post(String body) throws Exception {
        return send(BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    Answer postGzip(byte[] body) throws Exception {
        return send(BodyPublishers.ofByteArray(body), "Content-Encoding", "gzip");
    }

    /** Sends a body of unknown length, as a stream. */
    Answer stream(byte[] body, String... headers) throws Exception {
        return send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), headers);
    }

    int port() {
        return server.port();
    }

    private Answer send(BodyPublisher body, String... headers) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/api/articles"))
                        .headers(headers)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type, Json.MAPPER.readTree(response.body()), response);
    }

    @Override
    public void close() {
        server.close();
        service.close();
        metrics.close();
    }
}
