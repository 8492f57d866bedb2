package io.vedette.app.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.alerts.AlertsService;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.app.article.TagData;
import io.vedette.app.embedded.EmbeddedBroker;
import io.vedette.app.embedded.Ports;
import io.vedette.app.topics.TopicSetup;
import io.vedette.ingest.IngestService;
import io.vedette.runtime.Service;
import io.vedette.runtime.access.Authentication;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.audit.AuditTopic;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.Access;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.keys.KeyService;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.runtime.trail.AuditService;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;

/** The services that tenants can ask, on a broker of their own, with a key for each tenant that is called as it. */
final class TenantServer implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Path folder;
    private final Topics topics;
    private final KafkaClients clients;
    private HttpServer server;

    TenantServer(Path folder) throws Exception {
        this.folder = folder;
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), Ports.from(0));
        open.add(broker);
        Configuration configuration = Configuration.of(settings(broker.bootstrapServers()));
        new TopicSetup(configuration).create();
        AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
        open.add(serdes);
        topics = new Topics(configuration.topics().settings(), serdes);
        clients = new KafkaClients(configuration.kafka());
        new OwnedRecords(topics, clients).write();
        serve(configuration);
    }

    /** The routes that it answers, as {@code GET /api/alerts}. */
    Set<String> routes() {
        return new TreeSet<>(server.routes());
    }

    /** Those of them that are for tenants. */
    Collection<String> tenantRoutes() {
        return server.tenantRoutes();
    }

    private void serve(Configuration configuration) {
        TagData data = TagData.load(configuration.tagging());
        KeyService keys = new KeyService(topics.keys(), clients, Clock.systemUTC());
        Service ingest = new IngestService(configuration, topics, metrics.registry(), Clock.systemUTC());
        List<Service> started = List.of(
                keys,
                AuditService.create(
                        topics.audit(), clients, configuration.http().audit(), Clock.systemUTC()),
                new DeliveryService(configuration, metrics.registry()),
                new AlertsService(configuration, metrics.registry(), data.gazetteer(), data.annotator()));
        List<Service> all = new ArrayList<>(started);
        all.add(ingest); // its routes only: they are the house's
        AuditTopic audit = new AuditTopic(
                topics.audit(),
                () -> new KafkaProducer<>(
                        clients.producer(),
                        topics.audit().keySerde().serializer(),
                        topics.audit().valueSerde().serializer()),
                1_000,
                metrics.registry());
        Authentication authentication =
                Authentication.of(configuration.http().auth(), List.of(), List.of(keys.credentials()));
        server = new HttpServer(configuration.http(), metrics, all, List.of(), new Access(authentication, audit))
                .start();
        started.forEach(Service::start);
        started.forEach(open::add);
        open.add(audit);
        open.add(ingest);
        open.add(server);
    }

    private Map<String, String> settings(String brokers) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", brokers);
        settings.put("registry.url", "mock://tenants");
        settings.put("http.port", "0");
        settings.put("http.limits.refusalsPerMinute", "10000");
        settings.put("topics.replication", "1");
        settings.put("topics.partitions", "1");
        settings.put("alerts.stateDir", folder.resolve("state").toString());
        settings.put("alerts.canaryInterval", "0s");
        settings.put("alerts.api.tenantWatches", "5");
        settings.put("delivery.channels.0.name", Owned.CHANNEL);
        settings.put("delivery.channels.0.type", "webhook");
        settings.put("delivery.channels.0.tenant", Owned.OWNER);
        settings.put("delivery.channels.0.settings.url", "https://hooks.example.org/");
        List<String> tenants = new ArrayList<>(Owned.OTHERS);
        tenants.add(Owned.OWNER);
        tenants.add("full");
        int i = 0;
        for (String tenant : tenants) {
            settings.putAll(key(i++, tenant, tenant));
        }
        settings.putAll(key(i, "operator", "house"));
        return settings;
    }

    /** A key that is called as its owner. */
    private static Map<String, String> key(int index, String name, String tenant) {
        String prefix = "http.auth.keys." + index;
        return Map.of(
                prefix + ".name",
                name.equals(Owned.OWNER) ? Owned.SECRET : name,
                prefix + ".hash",
                SecretKey.hash(name),
                prefix + ".scopes",
                "admin",
                prefix + ".tenant",
                tenant);
    }

    /** What comes within two seconds to somebody who was last there at the beginning. */
    String stream(String key, String query) throws Exception {
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/api/alerts/stream" + query))
                        .header("Authorization", "Bearer " + key)
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", "0:0")
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        StringBuilder said = new StringBuilder();
        InputStream body = answer.body();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            try {
                for (int letter = body.read(); letter >= 0; letter = body.read()) {
                    synchronized (said) {
                        said.append((char) letter);
                    }
                }
            } catch (IOException e) {
                // it was closed
            }
        });
        reading.completeOnTimeout(null, 2, TimeUnit.SECONDS).join();
        body.close();
        synchronized (said) {
            return said.toString();
        }
    }

    static JsonNode json(Answer response) throws IOException {
        assertThat(response.statusCode() / 100).as(response.body()).isEqualTo(2);
        return Json.MAPPER.readTree(response.body());
    }

    /** An answer; 400 without a word where the server closed the connection on what it can't read. */
    record Answer(int statusCode, String body) {}

    Answer send(String key, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .build();
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.body());
            } catch (HttpTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // the connection was one that the server has closed after the request before
            }
        }
        return new Answer(400, "");
    }

    @Override
    public void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
        metrics.close();
    }
}
