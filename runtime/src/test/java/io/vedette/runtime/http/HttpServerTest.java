package io.vedette.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.Service;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.HttpConfig;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class HttpServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final HttpConfig CONFIG = Configuration.of(Map.of("http.port", "0", "http.maxRequestBytes", "2000"))
            .http();

    private final AtomicReference<CheckResult> health = new AtomicReference<>(CheckResult.pass());
    private final Metrics metrics = new Metrics();
    private HttpServer server;

    @BeforeAll
    void start() {
        server = new HttpServer(CONFIG, metrics, List.of(new Echo()), List.of()).start();
    }

    @AfterAll
    void stop() {
        server.close();
        metrics.close();
    }

    @Test
    void aLivingProcessSaysSo() throws Exception {
        HttpResponse<String> response = get("/health/live");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).at("/status").asText()).isEqualTo("UP");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void readinessFollowsTheComponents() throws Exception {
        health.set(CheckResult.pass());
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);

        health.set(CheckResult.fail("the broker is away"));
        HttpResponse<String> response = get("/health/ready");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(json(response).at("/components/echo/reason").asText()).isEqualTo("the broker is away");
    }

    @Test
    void metricsAndTopologyAreText() throws Exception {
        assertThat(get("/metrics").body()).contains("jvm_memory_used_bytes").contains("process_uptime_seconds");
        assertThat(get("/topology").body()).isEqualTo("echo\n\nTopologies:\n");
    }

    @Test
    void whatIsNotThereIsAProblem() throws Exception {
        HttpResponse<String> response = get("/api/nothing");

        assertProblem(response, 404);
        assertThat(json(response).at("/detail").asText()).isEqualTo("there is nothing at GET /api/nothing");
    }

    @Test
    void aWrongMethodIsAProblem() throws Exception {
        assertProblem(get("/api/echo"), 405);
    }

    @Test
    void malformedJsonSaysWhere() throws Exception {
        HttpResponse<String> response = post("{\"a\":\n  x}");

        assertProblem(response, 400);
        assertThat(json(response).at("/line").asInt()).isEqualTo(2);
        assertThat(json(response).at("/column").asInt()).isPositive();
    }

    @Test
    void aRequestThatIsTooLargeIsRefused() throws Exception {
        assertProblem(post("{\"a\":\"" + "x".repeat(3_000) + "\"}"), 413);
    }

    @Test
    void problemsCarryMembersOfTheirOwn() throws Exception {
        HttpResponse<String> response = post("{}");

        assertProblem(response, 422);
        assertThat(json(response).at("/column").asInt()).isEqualTo(7);
        assertThat(json(response).at("/detail").asText()).isEqualTo("give a name");
    }

    @Test
    void whatFailsTellsNoSecrets() throws Exception {
        HttpResponse<String> response = post("{\"fail\":\"hush\"}");

        assertProblem(response, 500);
        assertThat(response.body()).doesNotContain("hush");
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsKey() {
        HttpConfig taken = Configuration.of(Map.of("http.port", Integer.toString(server.port())))
                .http();
        HttpServer second = new HttpServer(taken, metrics, List.of(), List.of());

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(second::start)
                .withMessageStartingWith("can't listen on 127.0.0.1:" + server.port())
                .withMessageContaining("http.port")
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.UNAVAILABLE));
    }

    private static void assertProblem(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(response).at("/status").asInt()).isEqualTo(status);
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.MAPPER.readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return CLIENT.send(
                request("/api/echo").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private final class Echo implements Service {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public void start() {
            // answers only
        }

        @Override
        public List<Component> components() {
            return List.of(new Component() {
                @Override
                public String name() {
                    return "echo";
                }

                @Override
                public CheckResult check() {
                    return health.get();
                }
            });
        }

        @Override
        public List<Routes> routes() {
            return List.of(() -> List.of(Endpoint.post("/api/echo", "Echoes.", ctx -> {
                JsonNode body = Json.MAPPER.readTree(ctx.body());
                if (body.has("fail")) {
                    throw new IllegalStateException(body.get("fail").asText());
                }
                throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "give a name").with("column", 7);
            })));
        }

        @Override
        public String topology() {
            return "Topologies:\n";
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
