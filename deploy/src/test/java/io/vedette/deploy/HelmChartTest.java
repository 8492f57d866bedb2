package io.vedette.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelmChartTest {

    private static final String EVERYTHING = """
            image: {digest: sha256:%s, pullSecrets: [{name: pull}]}
            config:
              kafka: {bootstrap.servers: 'broker:9093', security.protocol: SSL}
              topics: {prefix: desk.}
              enrich: {applicationId: desk-enrich}
              http: {threads: 20}
            extraEnv: [{name: SECRET, valueFrom: {secretKeyRef: {name: s, key: k}}}]
            envFrom: [{secretRef: {name: more}}]
            extraVolumes: [{name: certs, secret: {secretName: certs}}]
            extraVolumeMounts: [{name: certs, mountPath: /certs, readOnly: true}]
            ingest:
              persistence: {enabled: true, storageClass: fast}
              env: [{name: VEDETTE_INGEST_WEB_CONTACT, value: desk@example.org}]
              podAnnotations: {a: b}
              nodeSelector: {disk: ssd}
              tolerations: [{key: k, operator: Exists}]
              affinity: {nodeAffinity: {}}
              service: {type: LoadBalancer, annotations: {a: b}}
            enrich: {autoscaling: {enabled: true, authenticationRef: kafka, metadata: {tls: enable}}}
            alerts: {autoscaling: {enabled: true}}
            backfill: {enabled: true, autoscaling: {enabled: true}}
            serviceAccount: {annotations: {role: r}}
            networkPolicy:
              apiFrom: [{namespaceSelector: {matchLabels: {team: desk}}}]
              kafkaTo: [{podSelector: {matchLabels: {app: kafka}}}]
              allowCidrs: [10.1.0.0/16]
            monitoring:
              serviceMonitor: {enabled: true, labels: {release: prometheus}}
              rules: {enabled: true, labels: {release: prometheus}}
              dashboards: {enabled: true, annotations: {grafana_folder: Vedette}}
            """.formatted("0".repeat(64));

    private static final String AS_LITTLE_AS_POSSIBLE = """
            topics: {create: false}
            ingest: {enabled: false}
            enrich: {persistence: {enabled: false}, replicas: 1, standbyReplicas: 0}
            alerts: {enabled: false}
            serviceAccount: {create: false}
            podDisruptionBudget: {enabled: false}
            networkPolicy: {enabled: false}
            """;

    @TempDir
    Path folder;

    @Test
    void helmFindsNothingToComplainOf() {
        assertThat(Chart.lint().getMessages())
                .allSatisfy(message -> assertThat(message).startsWith("[INFO]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", AS_LITTLE_AS_POSSIBLE})
    void whatItRendersIsWhatKubernetesTakes(String values) {
        assertThat(Chart.render(values)).isNotEmpty().allSatisfy(KubernetesTypes::check);
    }

    @Test
    void withEverythingOnOnlyScaledObjectsAreOfAnUnknownType() {
        List<JsonNode> manifests = Chart.render(EVERYTHING);
        assertThat(manifests).filteredOn(KubernetesTypes::knows).allSatisfy(KubernetesTypes::check);
        assertThat(manifests)
                .filteredOn(manifest -> !KubernetesTypes.knows(manifest))
                .hasSize(3)
                .allSatisfy(
                        manifest -> assertThat(manifest.path("kind").asText()).isEqualTo("ScaledObject"));
    }

    @Test
    void aMistakeInAManifestWouldBeFound() {
        JsonNode pod = Yaml.documents("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: p}
                        spec: {containers: [{name: c, image: i, volumeMount: []}]}
                        """).get(0);
        assertThatThrownBy(() -> KubernetesTypes.check(pod)).hasMessageContaining("volumeMount");
        JsonNode claimless = Yaml.documents("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {}}")
                .get(0);
        assertThatThrownBy(() -> KubernetesTypes.check(claimless)).hasMessageContaining("containers");
        JsonNode rule = Yaml.documents("""
                        apiVersion: monitoring.coreos.com/v1
                        kind: PrometheusRule
                        spec: {groups: [{name: g, rules: [{alert: A, expresion: up}]}]}
                        """).get(0);
        assertThatThrownBy(() -> KubernetesTypes.check(rule)).hasMessageContaining("expresion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"news-vedette-ingest", "news-vedette-enrich", "news-vedette-alerts", "news-vedette-backfill"})
    void podsAreHardenedAndProbed(String name) {
        JsonNode pod = Chart.find(Chart.render(EVERYTHING), "StatefulSet", name).at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                .isEqualTo("ALL");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
        assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
    }

    @Test
    void vedetteTakesTheConfigurationThatPodsGet() throws IOException {
        List<JsonNode> manifests = Chart.render(EVERYTHING);
        for (JsonNode statefulSet : Chart.ofKind(manifests, "StatefulSet")) {
            Configuration configuration = configuration(manifests, statefulSet);
            assertThat(configuration.http().host()).isEqualTo("0.0.0.0");
            assertThat(configuration.kafka().bootstrapServers()).contains(":909");
        }
    }

    @Test
    void aPodKeepsItsNameAsAMemberWhenItIsRestarted() throws IOException {
        List<JsonNode> manifests = Chart.render("{}");
        assertThat(of(manifests, "ingest").ingest().polling().instanceId()).isEqualTo("pod-0");
        assertThat(of(manifests, "enrich").enrich().instanceId()).isEqualTo("pod-0");
        assertThat(of(manifests, "enrich").enrich().standbyReplicas()).isEqualTo(1);
        assertThat(of(manifests, "alerts").alerts().instanceId()).isEqualTo("pod-0");
        assertThat(of(manifests, "alerts").alerts().standbyReplicas()).isEqualTo(1);
    }

    @Test
    void stateAndEvidenceLieOnTheVolume() throws IOException {
        List<JsonNode> manifests = Chart.render("{}");
        Path volume = Path.of("/var/lib/vedette");
        assertThat(of(manifests, "enrich").enrich().stateDir()).startsWithRaw(volume);
        assertThat(of(manifests, "alerts").alerts().stateDir()).startsWithRaw(volume);
        assertThat(of(manifests, "ingest").ingest().evidence().folder()).startsWithRaw(volume);
    }

    @Test
    void evidenceMayLieOnAVolumeThatPodsShare() throws IOException {
        List<JsonNode> manifests = Chart.render("config: {ingest: {evidence: {folder: /shared}}}");
        assertThat(of(manifests, "ingest").ingest().evidence().folder()).isEqualTo(Path.of("/shared"));
    }

    @Test
    void scalingLooksAtTheGroupAndTopicThatAreConfigured() {
        List<JsonNode> manifests = Chart.render(EVERYTHING);
        assertThat(trigger(manifests, "enrich"))
                .containsEntry("consumerGroup", "desk-enrich")
                .containsEntry("topic", "desk.articles")
                .containsEntry("bootstrapServers", "broker:9093")
                .containsEntry("tls", "enable");
        assertThat(trigger(manifests, "alerts"))
                .containsEntry("consumerGroup", "vedette-alerts")
                .containsEntry("topic", "desk.enriched");
        assertThat(trigger(manifests, "backfill"))
                .containsEntry("consumerGroup", "desk-enrich-backfill")
                .containsEntry("topic", "desk.articles.backfill");
        assertThat(Chart.find(manifests, "StatefulSet", "news-vedette-enrich")
                        .at("/spec")
                        .has("replicas"))
                .as("replicas that the scaler and Helm would fight over")
                .isFalse();
    }

    @Test
    void theAlarmsOfTheRepositoryAreThoseOfTheRule() {
        JsonNode rule = Chart.find(Chart.render(EVERYTHING), "PrometheusRule", "news-vedette");
        assertThat(rule.findValuesAsText("alert"))
                .isEqualTo(Yaml.file(Repository.DEPLOY.resolve("prometheus/alarms.yaml"))
                        .findValuesAsText("alert"));
        assertThat(rule.toString()).contains("{{ $labels.channel }}");
    }

    @Test
    void theAlarmsLeadToWhereTheRunbooksAreRead() {
        String values = "monitoring: {rules: {enabled: true, runbooks: https://wiki.example.org/vedette}}";
        assertThat(Chart.find(Chart.render(values), "PrometheusRule", "news-vedette")
                        .findValuesAsText("runbook_url"))
                .isNotEmpty()
                .allMatch(url -> url.matches("https://wiki\\.example\\.org/vedette#[a-z]+"));
    }

    @Test
    void everyDashboardIsThereAsItIs() throws IOException {
        List<JsonNode> manifests = Chart.render(EVERYTHING);
        try (var files = Files.list(Repository.DEPLOY.resolve("grafana/dashboards"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                JsonNode map =
                        Chart.find(manifests, "ConfigMap", "news-vedette-dashboard-" + name.replace(".json", ""));
                assertThat(map.at("/data").path(name).asText()).isEqualTo(Files.readString(file));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{replicas: 3}",
                "{enrich: {replicas: -1}}",
                "{ingest: {standbyReplicas: 1}}",
                "{image: {digest: latest}}",
                "{config: {http: {host: 127.0.0.1}}}",
                "{networkPolicy: {kafkaPorts: [kafka]}}"
            })
    void valuesThatMakeNoSenseAreRefused(String values) {
        assertThatThrownBy(() -> Chart.render(values)).hasMessageContaining("schema");
    }

    @Test
    void everyValueIsDescribed() {
        JsonNode schema = Yaml.file(Chart.FOLDER.resolve("values.schema.json"));
        Set<String> undescribed = new TreeSet<>();
        collect("", Yaml.file(Chart.FOLDER.resolve("values.yaml")), schema, schema, undescribed);
        assertThat(undescribed).isEmpty();
    }

    @Test
    void aChangedConfigurationRestartsPodsAndMakesTopicsAgain() {
        List<JsonNode> before = Chart.render("{}");
        List<JsonNode> after = Chart.render("{config: {topics: {partitions: 12}}}");
        String annotation = "/spec/template/metadata/annotations/vedette.io~1config";
        assertThat(Chart.find(after, "StatefulSet", "news-vedette-enrich").at(annotation))
                .isNotEqualTo(
                        Chart.find(before, "StatefulSet", "news-vedette-enrich").at(annotation));
        assertThat(Chart.ofKind(after, "Job").get(0).at("/metadata/name"))
                .isNotEqualTo(Chart.ofKind(before, "Job").get(0).at("/metadata/name"));
    }

    private Configuration of(List<JsonNode> manifests, String component) throws IOException {
        return configuration(manifests, Chart.find(manifests, "StatefulSet", "news-vedette-" + component));
    }

    /** What a container of that set would read at its start, as the pod {@code pod-0}. */
    private Configuration configuration(List<JsonNode> manifests, JsonNode statefulSet) throws IOException {
        String yaml = Chart.find(manifests, "ConfigMap", "news-vedette")
                .at("/data/vedette.yaml")
                .asText();
        Map<String, String> env = new HashMap<>();
        for (JsonNode variable : statefulSet.at("/spec/template/spec/containers/0/env")) {
            boolean isPodName =
                    variable.at("/valueFrom/fieldRef/fieldPath").asText().equals("metadata.name");
            env.put(
                    variable.path("name").asText(),
                    isPodName ? "pod-0" : variable.path("value").asText());
        }
        Path file = Files.writeString(folder.resolve("vedette.yaml"), yaml);
        return ConfigurationReader.read(file, env, new Properties());
    }

    private static Map<String, String> trigger(List<JsonNode> manifests, String component) {
        Map<String, String> metadata = new HashMap<>();
        Chart.find(manifests, "ScaledObject", "news-vedette-" + component)
                .at("/spec/triggers/0/metadata")
                .properties()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asText()));
        return metadata;
    }

    /** Goes down the values and the schema side by side; what stands below free-form values is the user's. */
    private static void collect(String path, JsonNode value, JsonNode schema, JsonNode root, Set<String> undescribed) {
        JsonNode resolved = resolve(schema, root);
        if (!resolved.has("properties")
                || !resolved.path("additionalProperties").isBoolean()) {
            return;
        }
        value.properties().forEach(entry -> {
            JsonNode below = resolved.path("properties").path(entry.getKey());
            String name = path + entry.getKey();
            if (below.path("description").asText().isEmpty()) {
                undescribed.add(name);
            }
            collect(name + ".", entry.getValue(), below, root, undescribed);
        });
    }

    private static JsonNode resolve(JsonNode schema, JsonNode root) {
        List<JsonNode> references = new ArrayList<>(List.of(schema));
        schema.path("allOf").forEach(references::add);
        for (JsonNode reference : references) {
            if (reference.has("$ref")) {
                return root.at(reference.path("$ref").asText().substring(1));
            }
        }
        return schema;
    }
}
