package io.vedette.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vedette.runtime.Component;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.Service;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.access.Authentication;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.HttpConfig;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.AuditEntry;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Metrics metrics = new Metrics();
    private final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private HttpServer server;

    @AfterEach
    void stop() {
        release.countDown();
        if (server != null) {
            server.close();
        }
        metrics.close();
    }

    @ParameterizedTest
    @CsvSource({
        "none, 401, 401, 401, 401, 401",
        "unknown, 401, 401, 401, 401, 401",
        "read, 200, 403, 403, 403, 200",
        "write, 403, 200, 403, 403, 403",
        "ingest, 403, 403, 200, 403, 403",
        "admin, 200, 200, 200, 200, 200"
    })
    void eachScopeOpensWhatNeedsIt(String key, int read, int write, int ingest, int admin, int metrics)
            throws Exception {
        start(keys());

        assertThat(status("GET", "/api/things", key)).isEqualTo(read);
        assertThat(status("PUT", "/api/things", key)).isEqualTo(write);
        assertThat(status("POST", "/api/things", key)).isEqualTo(ingest);
        assertThat(status("DELETE", "/api/things", key)).isEqualTo(admin);
        assertThat(status("GET", "/metrics", key)).isEqualTo(metrics);
        assertThat(status("GET", "/health/live", key)).isEqualTo(200);
        assertThat(status("GET", "/api/openapi.json", key)).isEqualTo(200);
    }

    @Test
    void aKeyMayComeInThreeWays() throws Exception {
        start(keys());

        assertThat(get("/api/things", "X-Api-Key", "read").statusCode()).isEqualTo(200);
        assertThat(get("/api/things", "Authorization", "bearer read").statusCode())
                .isEqualTo(200);
        String basic = Base64.getEncoder().encodeToString("reader:read".getBytes(StandardCharsets.UTF_8));
        assertThat(get("/api/things", "Authorization", "Basic " + basic).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/things", "Authorization", "Digest read").statusCode())
                .isEqualTo(401);
        // a hash, which the configuration shows, is no key
        assertThat(get("/api/things", "X-Api-Key", SecretKey.hash("read")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRefusalSaysHowToBeLetIn() throws Exception {
        start(keys());

        HttpResponse<String> unknown = get("/api/things", "X-Api-Key", "nobody's");
        HttpResponse<String> forbidden = send("DELETE", "/api/things", "read");

        assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"vedette\"");
        assertThat(unknown.body()).contains("vedette key create").doesNotContain("nobody's");
        assertThat(forbidden.body()).contains("\"scope\":\"admin\"");
    }

    @Test
    void whoeverIsNotKnownLearnsOfHealthOnlyThatItIsGood() throws Exception {
        start(keys());

        assertThat(send("GET", "/health/ready", "none").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(send("GET", "/health/ready", "read").body()).contains("\"components\"");
    }

    @Test
    void metricsCanBeLeftOpen() throws Exception {
        Map<String, String> settings = keys();
        settings.put("http.auth.openMetrics", "true");
        start(settings);

        assertThat(status("GET", "/metrics", "none")).isEqualTo(200);
    }

    @Test
    void onLoopbackWithoutKeysNobodyNeedsOne() throws Exception {
        start(new HashMap<>());

        assertThat(status("DELETE", "/api/things", "none")).isEqualTo(200);
        assertThat(get("/api/things", "Origin", server.url()).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/health/ready", "none").body()).contains("\"components\"");
    }

    @Test
    void pagesOfOthersMayNotUseTheBrowserOfWhoeverIsHere() throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("http.corsOrigins", "https://desk.example.org,https://*.news.example");
        start(settings);

        assertThat(get("/api/things", "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(get("/api/things", "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(get("/api/things", "Origin", "https://desk.example.org.evil.example")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> allowed = get("/api/things", "Origin", "https://desk.example.org");
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains("https://desk.example.org");
        assertThat(get("/api/things", "Origin", "https://a.news.example").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPageThatGivesItsOwnNameTheLoopbackAddressIsRefused() throws Exception {
        start(new HashMap<>());

        assertThat(statusLine("evil.example:" + server.port())).contains(" 421 ");
        assertThat(statusLine("LOCALHOST:" + server.port())).contains(" 200 ");
        assertThat(statusLine("[::1]")).contains(" 200 ");
    }

    /** By hand, since the JDK's client sets Host itself. */
    private String statusLine(String host) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request = "GET /api/things HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void aBrowserMayAskFirstWithoutAKey() throws Exception {
        Map<String, String> settings = keys();
        settings.put("http.corsOrigins", "https://desk.example.org");
        start(settings);

        HttpResponse<String> preflight = CLIENT.send(
                request("/api/things")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", "https://desk.example.org")
                        .header("Access-Control-Request-Method", "PUT")
                        .header("Access-Control-Request-Headers", "authorization")
                        .build(),
                BodyHandlers.ofString());

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("authorization");
    }

    @Test
    void everyAnswerTellsBrowsersToDoNothingWithIt() throws Exception {
        start(keys());

        for (String path : List.of("/health/live", "/api/things", "/api/nothing")) {
            HttpResponse<String> response = send("GET", path, "none");
            assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(response.headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    @Test
    void aCallerThatAsksTooOftenIsToldWhenToComeBackAndOthersAreNot() throws Exception {
        Map<String, String> settings = keys();
        settings.put("http.limits.requestsPerSecond", "1");
        settings.put("http.limits.burst", "2");
        start(settings);

        assertThat(status("GET", "/api/things", "read")).isEqualTo(200);
        assertThat(status("GET", "/api/things", "read")).isEqualTo(200);
        HttpResponse<String> third = send("GET", "/api/things", "read");

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(status("GET", "/api/things", "admin")).isEqualTo(200);
        assertThat(status("GET", "/health/live", "read")).isEqualTo(200);
    }

    @Test
    void aCallerMayHaveOnlySoManyRequestsUnderWay() throws Exception {
        Map<String, String> settings = keys();
        settings.put("http.limits.concurrentRequests", "1");
        start(settings);

        CompletableFuture<HttpResponse<String>> slow = CLIENT.sendAsync(
                request("/api/slow").header("X-Api-Key", "read").build(), BodyHandlers.ofString());
        Awaitility.await().until(() -> status("GET", "/api/things", "read") == 429);
        assertThat(status("GET", "/api/things", "admin")).isEqualTo(200);
        release.countDown();

        assertThat(slow.join().statusCode()).isEqualTo(200);
        Awaitility.await().until(() -> status("GET", "/api/things", "read") == 200);
    }

    @Test
    void anAddressThatIsRefusedAgainAndAgainFillsNoLogAndKeysStillWorkFromThere() throws Exception {
        Map<String, String> settings = keys();
        settings.put("http.limits.refusalsPerMinute", "2");
        start(settings);

        assertThat(status("GET", "/api/things", "guess-1")).isEqualTo(401);
        assertThat(status("GET", "/api/things", "guess-2")).isEqualTo(401);
        assertThat(status("GET", "/api/things", "guess-3")).isEqualTo(429);
        assertThat(status("GET", "/api/things", "read")).isEqualTo(200);
        Awaitility.await().untilAsserted(() -> assertThat(audit).hasSize(2));
    }

    @Test
    void changesAndRefusalsAreWrittenDownAndLooksAreNot() throws Exception {
        start(keys());

        send("GET", "/api/things", "read");
        CLIENT.send(
                request("/api/things?secret=hush")
                        .PUT(BodyPublishers.ofString("{}"))
                        .header("Authorization", "Bearer write")
                        .header("X-Vedette-User", "anna")
                        .build(),
                BodyHandlers.ofString());
        CLIENT.send(request("/api/things").header("X-Vedette-User", "the boss").build(), BodyHandlers.ofString());
        send("POST", "/api/things", "ingest");

        Awaitility.await().untilAsserted(() -> assertThat(audit).hasSize(2));
        AuditEntry change = audit.get(0);
        assertThat(change.getWho()).isEqualTo("write-key/anna");
        assertThat(change.getCallerId()).isEqualTo("key:write-key");
        assertThat(change.getMethod() + " " + change.getRoute()).isEqualTo("PUT /api/things");
        assertThat(change.getStatus()).isEqualTo(400); // there is no such parameter
        assertThat(change.getFrom()).isEqualTo("127.0.0.1");
        assertThat(change.getInstance()).isEqualTo("127.0.0.1:" + server.port());
        AuditEntry refused = audit.get(1);
        assertThat(refused.getWho()).as("what nobody has vouched for").isEmpty();
        assertThat(refused.getStatus()).isEqualTo(401);
        assertThat(audit.toString()).doesNotContain("hush").doesNotContain("Bearer");
    }

    @Test
    void whatWasChangedIsWrittenDownWithItsVersions() throws Exception {
        start(keys());

        send("PUT", "/api/things", "write");

        Awaitility.await().untilAsserted(() -> assertThat(audit).hasSize(1));
        assertThat(audit.get(0).getVersionBefore()).isEqualTo("\"1\"");
        assertThat(audit.get(0).getVersionAfter()).isEqualTo("\"2\"");
    }

    @Test
    void aServerThatOthersReachWithoutKeysDoesNotStart() {
        HttpConfig open = config(Map.of("http.host", "0.0.0.0"));

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> new HttpServer(open, metrics, List.of(), List.of()))
                .withMessageContaining("vedette key")
                .withMessageContaining("http.allowUnauthenticated")
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
        HttpConfig deliberate = config(Map.of("http.host", "0.0.0.0", "http.allowUnauthenticated", "true"));
        assertThat(new HttpServer(deliberate, metrics, List.of(), List.of())).isNotNull();
    }

    @Test
    void aTrustedProxySaysWhereARequestCameFromForLimitsAndAudit() throws Exception {
        Map<String, String> settings = keys();
        settings.put("http.limits.refusalsPerMinute", "1");
        settings.put("http.proxies.trusted", "127.0.0.0/8");
        start(settings);

        assertThat(get("/api/things", "X-Forwarded-For", "6.6.6.6, 198.51.100.1")
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/api/things", "X-Forwarded-For", "7.7.7.7, 198.51.100.1")
                        .statusCode())
                .as("the same client, whatever it writes itself")
                .isEqualTo(429);
        assertThat(get("/api/things", "X-Forwarded-For", "198.51.100.2").statusCode())
                .as("another client behind the same proxy")
                .isEqualTo(401);
        Awaitility.await().untilAsserted(() -> assertThat(audit)
                .extracting(AuditEntry::getFrom)
                .containsExactlyInAnyOrder("198.51.100.1", "198.51.100.2"));
    }

    @Test
    void nobodysWordIsTakenUnlessItIsConfigured() throws Exception {
        Map<String, String> settings = keys();
        start(settings);

        get("/api/things", "X-Forwarded-For", "198.51.100.1");
        get("/api/things", "Forwarded", "for=198.51.100.1");

        Awaitility.await().untilAsserted(() -> assertThat(audit)
                .hasSize(2)
                .extracting(AuditEntry::getFrom)
                .containsOnly("127.0.0.1"));
    }

    @Test
    void aTenantComesToWhatIsOpenedForTenantsAndHasAQuotaForAllItsKeys() throws Exception {
        Map<String, String> settings = keys();
        for (int i = 0; i < 2; i++) {
            settings.put("http.auth.keys.1" + i + ".name", "acme-" + i);
            settings.put("http.auth.keys.1" + i + ".hash", SecretKey.hash("acme-" + i));
            settings.put("http.auth.keys.1" + i + ".scopes", "admin");
            settings.put("http.auth.keys.1" + i + ".tenant", "acme");
        }
        settings.put("http.limits.tenantRequestsPerSecond", "1");
        start(settings);

        assertThat(status("GET", "/api/things", "acme-0")).isEqualTo(403);
        assertThat(status("DELETE", "/api/things", "acme-0")).isEqualTo(403);
        assertThat(status("GET", "/metrics", "acme-0")).isEqualTo(403);
        assertThat(send("GET", "/api/ours", "acme-0").body()).isEqualTo("acme");
        assertThat(send("GET", "/api/ours", "read").body()).as("the house").isEmpty();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(status("GET", "/api/ours", "acme-" + i % 2));
        }
        assertThat(answers).contains(429);
        assertThat(status("GET", "/api/ours", "read")).isEqualTo(200);
    }

    @Test
    void headersMayNotGrowWithoutEnd() throws Exception {
        start(new HashMap<>());

        assertThat(get("/api/things", "X-Much", "x".repeat(10_000)).statusCode())
                .isEqualTo(431);
    }

    @Test
    void theDescriptionNamesSchemesAndScopes() throws Exception {
        start(keys());

        String description = send("GET", "/api/openapi.json", "none").body();

        assertThat(description)
                .contains("\"securitySchemes\":{\"bearer\":{\"type\":\"http\",\"scheme\":\"bearer\"")
                .contains("\"x-vedette-scope\":\"admin\"");
    }

    private void start(Map<String, String> settings) {
        HttpConfig config = config(settings);
        Authentication authentication = Authentication.of(config.auth(), List.of(), List.of());
        server = new HttpServer(
                        config, metrics, List.of(new Things()), List.of(), new Access(authentication, audit::add))
                .start();
    }

    private static HttpConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("http.port", "0");
        return Configuration.of(all).http();
    }

    /** One key for each scope, called as the scope is. */
    private static Map<String, String> keys() {
        Map<String, String> settings = new HashMap<>();
        int i = 0;
        for (Scope scope : Scope.values()) {
            String prefix = "http.auth.keys." + i++;
            settings.put(prefix + ".name", scope.word() + "-key");
            settings.put(prefix + ".hash", SecretKey.hash(scope.word()));
            settings.put(prefix + ".scopes", scope.word());
        }
        return settings;
    }

    private int status(String method, String path, String key) throws Exception {
        return send(method, path, key).statusCode();
    }

    private HttpResponse<String> send(String method, String path, String key) throws Exception {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());
        if (!key.equals("none")) {
            request.header("Authorization", "Bearer " + key);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String header, String value) throws Exception {
        return CLIENT.send(request(path).header(header, value).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private final class Things implements Service {

        @Override
        public String name() {
            return "things";
        }

        @Override
        public void start() {
            // answers only
        }

        @Override
        public List<Component> components() {
            return List.of();
        }

        @Override
        public List<Routes> routes() {
            return List.of(() -> List.of(
                    Endpoint.get("/api/things", "Shows.", ctx -> ctx.result("shown")),
                    Endpoint.get(
                                    "/api/ours",
                                    "Says whose.",
                                    ctx -> ctx.result(Callers.tenant(ctx).name()))
                            .forTenants(),
                    Endpoint.get("/api/slow", "Takes its time.", ctx -> {
                        release.await();
                        ctx.result("at last");
                    }),
                    Endpoint.put("/api/things", "Changes.", ctx -> {
                        Callers.changes(ctx, "\"1\"");
                        ctx.header("ETag", "\"2\"").result("changed");
                    }),
                    Endpoint.post("/api/things", "Takes in.", ctx -> ctx.result("taken"))
                            .needs(Scope.INGEST),
                    Endpoint.delete("/api/things", "Deletes.", ctx -> ctx.result("gone"))
                            .needs(Scope.ADMIN)));
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
