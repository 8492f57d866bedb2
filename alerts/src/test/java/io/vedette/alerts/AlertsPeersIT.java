package io.vedette.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.http.Peers;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.text.Annotations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two whole services that ask each other over TLS, and share a secret. */
@ExtendWith(KafkaClusterExtension.class)
class AlertsPeersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PASSWORD = "changeit";

    private final String registry = "mock://" + UUID.randomUUID();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder;

    private KafkaCluster cluster;

    /** @param peers trusts what the instance shows, as another of its kind does */
    private record Instance(HttpServer server, Peers peers) {

        HttpResponse<String> send(String method, String path, String body) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            return peers.http().send(request, BodyHandlers.ofString());
        }

        JsonNode status(String watch) throws Exception {
            return Json.MAPPER.readTree(
                    send("GET", "/api/watches/" + watch + "/status/0/0", "").body());
        }
    }

    @BeforeEach
    void createTopics() throws Exception {
        certificate("shared");
        Configuration configuration = configuration(0, 0, "shared");
        AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
        open.add(serdes);
        Topics topics = new Topics(configuration.topics().settings(), serdes);
        SchemaRegistration registration = new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE");
        registration.register(topics.all());
        registration.register(topics.internal());
        try (Admin admin = Admin.create(new HashMap<>(cluster.getKafkaClientConfiguration()))) {
            admin.createTopics(topics.all().stream().map(Topic::toNewTopic).toList())
                    .all()
                    .get();
        }
    }

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void aWatchIsAnsweredOnceBothHaveAppliedIt() throws Exception {
        Instance one = start(1, "shared");
        Instance two = start(2, "shared");
        awaitKnown(one, two);

        assertThat(one.server().url().toString()).startsWith("https:");
        assertThat(one.send("PUT", "/api/watches/routes", "{\"query\": \"convoy\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(two.send("PUT", "/api/watches/routes", "{\"query\": \"ferry\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoShowsAnotherCertificateIsNotAskedAndTheWatchIsMadeNevertheless() throws Exception {
        certificate("other");
        Instance one = start(1, "shared");
        Instance two = start(2, "other");
        awaitKnown(one, two);

        HttpResponse<String> accepted = one.send("PUT", "/api/watches/routes", "{\"query\": \"convoy\"}");

        assertThat(accepted.statusCode()).isEqualTo(202);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        two.send("GET", "/api/watches/routes", "").statusCode())
                .isEqualTo(200));
    }

    private static void awaitKnown(Instance... instances) {
        for (Instance instance : instances) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(instance.status("any").get("instances")).hasSize(instances.length));
        }
    }

    private Instance start(int number, String certificate) throws IOException {
        Configuration configuration = configuration(number, freePort(), certificate);
        Metrics metrics = new Metrics();
        AlertsService service = new AlertsService(
                configuration,
                metrics.registry(),
                new SomeEntities(),
                document -> new Annotations("en", List.of(), List.of()));
        HttpServer server = new HttpServer(configuration.http(), metrics, List.of(service), List.of()).start();
        open.add(metrics);
        open.add(service);
        open.add(server);
        service.start();
        Instance instance = new Instance(server, new Peers(configuration.http()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        instance.send("GET", "/health/ready", "").statusCode())
                .isEqualTo(200));
        return instance;
    }

    private Configuration configuration(int number, int port, String certificate) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", cluster.getBootstrapServers());
        settings.put("registry.url", registry);
        settings.put("topics.partitions", "2");
        settings.put("topics.replication", "1");
        settings.put("http.port", Integer.toString(port));
        settings.put("http.tls.keyStore", store(certificate).toString());
        settings.put("http.tls.keyStorePassword", PASSWORD);
        settings.put("http.peers.secret", "0123456789abcdef0123456789abcdef");
        settings.put("alerts.threads", "1");
        settings.put("alerts.instanceId", "alerts-" + number);
        settings.put("alerts.stateDir", folder.resolve("state-" + number).toString());
        settings.put("alerts.canaryInterval", "0s");
        // the second instance need not wait until the first one's tasks may be moved
        settings.put("kafka.streams.probing.rebalance.interval.ms", "60000");
        settings.put("kafka.streams.acceptable.recovery.lag", "1000000");
        return Configuration.of(settings);
    }

    private Path store(String certificate) {
        return folder.resolve(certificate + ".p12");
    }

    /** Its name is that of a load balancer, and of no instance. */
    private void certificate(String name) throws Exception {
        SelfSigned.certificate(store(name), name, "dns:vedette.example.org", PASSWORD);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
