package io.vedette.e2e.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One instance of a service, as {@code vedette SERVICE} runs it. */
final class Instance {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String service;
    private final Child child;
    private final int port;

    /** Starts nothing yet. */
    Instance(String service, String site, Path folder, int heapMegabytes, int port, Map<String, String> settings) {
        this.service = service;
        this.port = port;
        String name = service + "-" + site;
        Map<String, String> all = new TreeMap<>(settings);
        all.put("http.port", Integer.toString(port));
        List<String> options = all.entrySet().stream()
                .map(entry -> "-Dvedette." + entry.getKey() + "=" + entry.getValue())
                .toList();
        child = new Child(service + "-" + site, folder, heapMegabytes, options, "io.vedette.app.Vedette", service);
    }

    String service() {
        return service;
    }

    String name() {
        return child.name();
    }

    Child child() {
        return child;
    }

    int port() {
        return port;
    }

    boolean isReady() {
        try {
            return send(HttpRequest.newBuilder(uri("/health/ready")).timeout(Duration.ofSeconds(10)))
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> put(String path, String json) throws IOException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> post(String path, String json, Duration patience) throws IOException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
