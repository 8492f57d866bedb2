package io.vedette.app.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls the HTTP API of a running Vedette.  Thread-safe. */
public final class ApiClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String user;
    private final String key;

    /** @param url such as {@code http://127.0.0.1:8080} */
    public ApiClient(String url) {
        this(url, "", "");
    }

    /**
     * @param user who calls; empty for nobody in particular
     * @param key to the API, or a token; empty where none is needed
     */
    public ApiClient(String url, String user, String key) {
        this.user = user.strip();
        this.key = key.strip();
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * An answer.
     *
     * @param status HTTP's code
     * @param body the JSON; a missing node if there is none
     */
    public record Answer(int status, JsonNode body) {

        /** Whether it is one of the 2xx. */
        public boolean isGood() {
            return status / 100 == 2;
        }

        /** What went wrong, as the server says it (RFC 9457). */
        public String problem() {
            String detail = body.path("detail").asText("");
            return detail.isEmpty() ? body.path("title").asText("status " + status) : detail;
        }
    }

    /** Asks for something. */
    public Answer get(String path) throws InterruptedException {
        return send("GET", path, null);
    }

    /** Puts JSON there. */
    public Answer put(String path, String json) throws InterruptedException {
        return send("PUT", path, json);
    }

    /** Posts JSON there. */
    public Answer post(String path, String json) throws InterruptedException {
        return send("POST", path, json);
    }

    /** Deletes what is there. */
    public Answer delete(String path) throws InterruptedException {
        return send("DELETE", path, null);
    }

    /** Whether the process says that all its parts can work. */
    public boolean isReady() throws InterruptedException {
        return get("/health/ready").isGood();
    }

    /** A piece of a path, escaped. */
    public static String segment(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer send(String method, String path, @Nullable String json) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!user.isEmpty()) {
            request.header("X-Vedette-User", user);
        }
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException e) {
            throw new StartupException(
                    ExitCode.UNAVAILABLE,
                    "nothing answers at " + url + "; start it with vedette up, or name another address with --url",
                    e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? Json.MAPPER.missingNode() : Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return Json.MAPPER.getNodeFactory().textNode(body);
        }
    }
}
