package io.vedette.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ConfigurationReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeTest {

    private static final Path FILE = Repository.DEPLOY.resolve("compose.yaml");
    private static final JsonNode COMPOSE = read();

    /** Jackson knows no merge keys. */
    private static JsonNode read() {
        try {
            Map<String, Object> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
            return new ObjectMapper().valueToTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> services() {
        Set<String> names = new TreeSet<>();
        COMPOSE.path("services").fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @MethodSource("services")
    void servicesAreHardenedPinnedAndOnLoopback(String name) {
        JsonNode service = COMPOSE.path("services").path(name);
        assertThat(service.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
        assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
        assertThat(service.path("image").asText()).matches("\\$\\{[A-Z_]+:-[a-z/-]+:v?\\d+\\.\\d+\\.\\d+}");
        assertThat(service.path("ports"))
                .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
        // the broker's image writes its configuration into itself
        assertThat(service.path("read_only").asBoolean()).isEqualTo(!name.startsWith("kafka-"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void servicesAreWatchedUnlessTheyEndByThemselves(String name) {
        JsonNode service = COMPOSE.path("services").path(name);
        boolean ends = !service.path("restart").asText().equals("unless-stopped");
        assertThat(service.at("/healthcheck/test").isArray()
                        && !service.at("/healthcheck/disable").asBoolean())
                .isEqualTo(!ends);
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatServicesReferToIsThere(String name) {
        JsonNode service = COMPOSE.path("services").path(name);
        JsonNode after = service.path("depends_on");
        after.fieldNames().forEachRemaining(other -> assertThat(services()).contains(other));
        service.path("volumes").forEach(volume -> {
            String source = volume.asText().split(":")[0];
            if (source.startsWith(".")) {
                assertThat(Repository.DEPLOY.resolve(source)).exists();
            } else {
                assertThat(COMPOSE.path("volumes").has(source)).as(source).isTrue();
            }
        });
    }

    @Test
    void vedetteTakesTheConfigurationOfItsServices() {
        for (String name : List.of("topics", "ingest", "enrich", "alerts", "demo")) {
            Configuration configuration = ConfigurationReader.read(null, environment(name), new Properties());
            assertThat(configuration.kafka().bootstrapServers().split(",")).hasSize(3);
            assertThat(configuration.topics().settings().replication()).isEqualTo((short) 3);
        }
        assertThat(ConfigurationReader.read(null, environment("enrich"), new Properties())
                        .enrich()
                        .stateDir())
                .startsWithRaw(Path.of("/var/lib/vedette"));
        assertThat(ConfigurationReader.read(null, environment("alerts"), new Properties())
                        .alerts()
                        .stateDir())
                .startsWithRaw(Path.of("/var/lib/vedette"));
    }

    @Test
    void threeBrokersShareOneQuorumAndLoseNothingWhenOneFails() {
        Set<String> nodes = new TreeSet<>();
        for (int number = 1; number <= 3; number++) {
            Map<String, String> broker = environment("kafka-" + number);
            nodes.add(broker.get("KAFKA_NODE_ID"));
            assertThat(broker.get("KAFKA_CONTROLLER_QUORUM_VOTERS")).contains(number + "@kafka-" + number + ":9093");
            assertThat(broker)
                    .containsEntry("KAFKA_MIN_INSYNC_REPLICAS", "2")
                    .containsEntry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "3")
                    .containsEntry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "2");
        }
        assertThat(nodes).containsExactly("1", "2", "3");
    }

    @Test
    void prometheusScrapesServicesThatAreThere() {
        JsonNode prometheus = io.vedette.deploy.Yaml.file(Repository.DEPLOY.resolve("prometheus/prometheus.yaml"));
        prometheus
                .findValues("targets")
                .forEach(targets -> targets.forEach(target ->
                        assertThat(services()).contains(target.asText().split(":")[0])));
    }

    @Test
    void grafanaLooksForDashboardsWhereTheyAre() {
        JsonNode provider =
                io.vedette.deploy.Yaml.file(Repository.DEPLOY.resolve("grafana/provisioning/dashboards/vedette.yaml"));
        String folder = provider.at("/providers/0/options/path").asText();
        JsonNode grafana = COMPOSE.path("services").path("grafana");
        assertThat(grafana.path("volumes"))
                .anySatisfy(volume -> assertThat(volume.asText()).contains(":" + folder + ":"));
        assertThat(grafana.at("/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                        .asText())
                .startsWith(folder + "/");
    }

    @Test
    void dockerComposeTakesIt() throws IOException, InterruptedException {
        boolean installed = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker-compose")));
        assumeThat(installed).as("docker-compose is installed").isTrue();
        Process process = new ProcessBuilder(
                        "docker-compose", "-f", FILE.toString(), "--profile", "demo", "config", "--quiet")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Map<String, String> environment(String name) {
        Map<String, String> environment = new HashMap<>();
        ((ObjectNode) COMPOSE.path("services").path(name).path("environment"))
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        return environment;
    }
}
