package io.vedette.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.ingest.IngestService;
import io.vedette.runtime.Service;
import io.vedette.runtime.access.Authentication;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.Access;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.AuditEntry;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Marks every secret that is given or sent, and looks for the mark wherever something is told. */
class SecretsTest {

    private static final String MARK = "hush4711";
    private static final String KEY = "vdt_" + MARK;

    private final HttpClient http = HttpClient.newHttpClient();
    private final StringBuilder told = new StringBuilder();
    private final List<AuditEntry> audit = new CopyOnWriteArrayList<>();

    @Test
    void noSecretIsToldInLogsMetricsAnswersOrTheAuditLog() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger("io.vedette");
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
        try {
            use(Configuration.of(settings()));
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }

        assertThat(audit).isNotEmpty();
        log.list.forEach(event -> told.append(event.getFormattedMessage())
                .append(event.getKeyValuePairs())
                .append('\n'));
        assertThat(told.append(audit).toString()).contains("securitySchemes").doesNotContain(MARK);
    }

    private void use(Configuration configuration) throws Exception {
        told.append(configuration);
        Metrics metrics = new Metrics();
        AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
        Topics topics = new Topics(configuration.topics().settings(), serdes);
        List<Service> services = List.of(
                new DeliveryService(configuration, new SimpleMeterRegistry()),
                new IngestService(configuration, topics, new SimpleMeterRegistry(), Clock.systemUTC()));
        Access access = new Access(Authentication.of(configuration.http().auth(), List.of(), List.of()), audit::add);
        try (HttpServer server = new HttpServer(configuration.http(), metrics, services, List.of(), access).start()) {
            for (String path : List.of(
                    "/api/openapi.json", "/health/ready", "/metrics", "/topology", "/api/sources", "/api/deliveries")) {
                send(server, "GET", path, "Authorization", "Bearer " + KEY);
                send(server, "GET", path, "X-Api-Key", "wrong-" + MARK);
                send(server, "GET", path, "Authorization", "Bearer a." + MARK + ".b");
            }
            send(server, "PUT", "/api/sources/x", "Authorization", "Bearer " + KEY);
            Awaitility.await().until(() -> !audit.isEmpty());
        } finally {
            services.forEach(Service::close);
            serdes.close();
            metrics.close();
        }
    }

    private void send(HttpServer server, String method, String path, String header, String value) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .method(method, BodyPublishers.ofString("{}"))
                        .header(header, value)
                        .build(),
                BodyHandlers.ofString());
        told.append(response.headers().map()).append(response.body()).append('\n');
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("http.port", "0");
        settings.put("http.auth.keys.0.name", "operator");
        settings.put("http.auth.keys.0.hash", SecretKey.hash(KEY));
        settings.put("http.auth.keys.0.scopes", "admin");
        settings.put("http.auth.oidc.issuer", "http://127.0.0.1:1");
        settings.put("http.auth.oidc.audience", "vedette");
        settings.put("registry.url", "mock://secrets");
        settings.put("registry.client.basic.auth.user.info", "vedette:" + MARK);
        settings.put("kafka.sasl.jaas.config", "PlainLoginModule required password=\"" + MARK + "\";");
        settings.put("kafka.ssl.keystore.password", MARK);
        settings.put("delivery.channels.0.name", "desk");
        settings.put("delivery.channels.0.type", "webhook");
        settings.put("delivery.channels.0.settings.url", "https://desk.example.org/" + MARK);
        settings.put("delivery.channels.0.settings.secret", "secret-" + MARK);
        return settings;
    }
}
