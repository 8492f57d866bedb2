package io.vedette.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.alerts.AlertsService;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.app.article.TagData;
import io.vedette.console.ConsoleService;
import io.vedette.ingest.IngestService;
import io.vedette.runtime.Service;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.deadletter.DeadLetterService;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.keys.KeyService;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.runtime.status.Pulse;
import io.vedette.runtime.status.SystemService;
import io.vedette.runtime.trail.AuditService;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Walks through every route of all services, which are not started: to be refused or not needs no broker. */
@TestInstance(Lifecycle.PER_CLASS)
class RouteAccessTest {

    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+ /[^`]*)` \\| ([a-z]+) \\|");
    private static final int ADMITTED = 0;

    private final Metrics metrics = new Metrics();
    private final HttpClient http = HttpClient.newHttpClient();
    private AvroSerdes serdes;
    private List<Service> services;
    private HttpServer server;

    @BeforeAll
    void start() {
        Configuration configuration = Configuration.of(settings());
        serdes = new AvroSerdes(configuration.registry().settings());
        Topics topics = new Topics(configuration.topics().settings(), serdes);
        TagData data = TagData.load(configuration.tagging());
        services = List.of(
                new KeyService(topics.keys(), new KafkaClients(configuration.kafka()), Clock.systemUTC()),
                AuditService.create(
                        topics.audit(),
                        new KafkaClients(configuration.kafka()),
                        configuration.http().audit(),
                        Clock.systemUTC()),
                ConsoleService.create(),
                new SystemService(
                        configuration,
                        topics,
                        List.of(),
                        List.of(),
                        Pulse.NONE,
                        new SimpleMeterRegistry(),
                        Clock.systemUTC()),
                DeadLetterService.create(configuration, topics, serdes.client(), Clock.systemUTC()),
                new DeliveryService(configuration, new SimpleMeterRegistry()),
                new AlertsService(configuration, new SimpleMeterRegistry(), data.gazetteer(), data.annotator()),
                new IngestService(configuration, topics, new SimpleMeterRegistry(), Clock.systemUTC()));
        server = new HttpServer(configuration.http(), metrics, services, List.of()).start();
    }

    @AfterAll
    void stop() {
        server.close();
        services.forEach(Service::close);
        serdes.close();
        metrics.close();
    }

    @Test
    void theManualHasTheScopeOfEveryRoute() throws Exception {
        Map<String, String> documented = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("../docs/security.md")));
        while (row.find()) {
            documented.put(row.group(1), row.group(2));
        }

        assertThat(documented).isEqualTo(server.scopes());
    }

    @Test
    void theManualSaysWhichRoutesTenantsReach() throws Exception {
        Set<String> documented = new TreeSet<>();
        Matcher row = Pattern.compile("\\| `([A-Z]+ /[^`]*)` \\| [a-z]+ \\| (?!no \\|)[a-z ]+\\|")
                .matcher(Files.readString(Path.of("../docs/security.md")));
        while (row.find()) {
            documented.add(row.group(1));
        }

        assertThat(documented).isEqualTo(server.tenantRoutes());
    }

    @Test
    void withoutAKeyNothingIsAnsweredThatIsNotOpen() {
        Map<String, Integer> answered = walk(null);

        server.scopes()
                .forEach((route, scope) ->
                        assertThat(answered.get(route)).as(route).isEqualTo(scope.equals("open") ? ADMITTED : 401));
    }

    @Test
    void eachScopeOpensItsOwnRoutesAndNoOthers() {
        for (Scope own : Scope.values()) {
            Map<String, Integer> answered = walk(own);

            server.scopes().forEach((route, scope) -> assertThat(answered.get(route))
                    .as("%s with the scope %s", route, own.word())
                    .isEqualTo(
                            scope.equals("open") || scope.equals(own.word()) || own == Scope.ADMIN ? ADMITTED : 403));
        }
    }

    /** Of each route 401, 403, or that the request came through, whatever became of it without a broker. */
    private Map<String, Integer> walk(@Nullable Scope scope) {
        Map<String, CompletableFuture<Integer>> asked = new TreeMap<>();
        server.scopes().keySet().forEach(route -> asked.put(route, ask(route, scope)));
        Map<String, Integer> answered = new HashMap<>();
        asked.forEach((route, status) -> answered.put(route, status.join()));
        return answered;
    }

    private CompletableFuture<Integer> ask(String route, @Nullable Scope scope) {
        String[] parts = route.split(" ");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.url() + parts[1].replaceAll("\\{[^}]*}", "1")))
                .method(parts[0], BodyPublishers.noBody())
                .timeout(scope == null ? Duration.ofMinutes(1) : Duration.ofSeconds(5));
        if (scope != null) {
            request.header("Authorization", "Bearer " + scope.word());
        }
        return http.sendAsync(request.build(), BodyHandlers.discarding()).handle((response, failure) -> {
            // what waits for a broker has come through; without a key nothing may wait
            int status = failure != null ? ADMITTED : response.statusCode();
            return status == 401 || status == 403 ? status : ADMITTED;
        });
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("http.port", "0");
        settings.put("http.limits.refusalsPerMinute", "10000");
        settings.put("registry.url", "mock://routes");
        settings.put("kafka.producer.max.block.ms", "500");
        int i = 0;
        for (Scope scope : Scope.values()) {
            String prefix = "http.auth.keys." + i++;
            settings.put(prefix + ".name", scope.word());
            settings.put(prefix + ".hash", SecretKey.hash(scope.word()));
            settings.put(prefix + ".scopes", scope.word());
        }
        return settings;
    }
}
