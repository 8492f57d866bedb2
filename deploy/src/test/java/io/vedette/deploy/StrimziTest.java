package io.vedette.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import io.vedette.app.acl.Grant;
import io.vedette.app.acl.Grants;
import io.vedette.app.acl.Role;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.junit.jupiter.api.Test;

class StrimziTest {

    @Test
    void topicsAreOfStrimzisTypeAndInItsCluster() {
        assertThat(Yaml.documents(Vedette.run("topics", "strimzi", "--cluster", "kafka")))
                .isNotEmpty()
                .allSatisfy(KubernetesTypes::check)
                .allSatisfy(topic -> assertThat(
                                topic.at("/metadata/labels/strimzi.io~1cluster").asText())
                        .isEqualTo("kafka"));
    }

    @Test
    void everyTopicIsThereAsTheCommandMakesIt() {
        List<JsonNode> resources = Yaml.documents(Vedette.run(
                "topics", "strimzi", "--cluster", "kafka", "-Dtopics.replication=3", "-Dtopics.prefix=desk."));
        Configuration configuration = Configuration.of(Map.of("topics.replication", "3", "topics.prefix", "desk."));
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            List<Topic<?, ?>> topics = new Topics(configuration.topics().settings(), serdes).all();
            assertThat(resources).hasSameSizeAs(topics);
            for (int i = 0; i < topics.size(); i++) {
                JsonNode spec = resources.get(i).path("spec");
                var created = topics.get(i).toNewTopic();
                assertThat(spec.path("topicName").asText()).isEqualTo(created.name());
                assertThat(spec.path("partitions").asInt()).isEqualTo(created.numPartitions());
                assertThat(spec.path("replicas").asInt()).isEqualTo(3);
                created.configs().forEach((key, value) -> assertThat(
                                spec.path("config").path(key).asText())
                        .isEqualTo(value));
            }
        }
    }

    @Test
    void replicasAreLeftToTheBrokerUnlessTheyAreGiven() {
        assertThat(Yaml.documents(Vedette.run("topics", "strimzi", "--cluster", "kafka")))
                .allSatisfy(
                        topic -> assertThat(topic.path("spec").has("replicas")).isFalse());
    }

    @Test
    void namesThatKubernetesRefusesAreMadeToFit() {
        JsonNode topic = Yaml.documents(
                        Vedette.run("topics", "strimzi", "--cluster", "kafka", "-Dtopics.prefix=News_Desk."))
                .get(0);
        assertThat(topic.at("/metadata/name").asText()).isEqualTo("news-desk.articles");
        assertThat(topic.at("/spec/topicName").asText()).isEqualTo("News_Desk.articles");
    }

    @Test
    void topicsOfChannelsAreThereToo() {
        assertThat(Vedette.run(
                        "topics",
                        "strimzi",
                        "--cluster",
                        "kafka",
                        "-Ddelivery.channels.0.name=desk",
                        "-Ddelivery.channels.0.type=topic"))
                .contains("topicName: vedette.alerts.desk");
    }

    @Test
    void usersMayDoWhatTheAclsSayAndNothingElse() {
        List<KafkaUser> users = users("--users", "scram-sha-512");

        assertThat(users)
                .extracting(user -> user.getMetadata().getName())
                .containsExactly(
                        "vedette-ingest",
                        "vedette-enrich",
                        "vedette-alerts",
                        "vedette-reprocess",
                        "vedette-reader",
                        "vedette-producer");
        assertThat(users.stream().flatMap(StrimziTest::allowed))
                .containsExactlyInAnyOrderElementsOf(
                        Grants.of(Configuration.defaults(), List.of(Role.values()), Map.of()).stream()
                                .map(StrimziTest::text)
                                .toList());
    }

    @Test
    void usersSayWhoTheyAreAsWasAskedFor() {
        for (String type : List.of("scram-sha-512", "tls", "tls-external")) {
            assertThat(users("--users", type)).allSatisfy(user -> assertThat(
                            user.getSpec().getAuthentication().getType())
                    .isEqualTo(type));
        }
        assertThat(users("--users", "none")).isNotEmpty().allSatisfy(user -> assertThat(
                        user.getSpec().getAuthentication())
                .isNull());
    }

    @Test
    void rolesOfOneNameAreOneUser() {
        List<KafkaUser> users =
                users("--users", "tls", "--role", "ingest,enrich", "--user", "ingest=news", "--user", "enrich=news");

        assertThat(users)
                .singleElement()
                .satisfies(user -> assertThat(user.getMetadata().getName()).isEqualTo("news"))
                .satisfies(
                        user -> assertThat(allowed(user))
                                .containsOnlyOnceElementsOf(Grants.of(
                                                Configuration.defaults(),
                                                List.of(Role.ENRICH),
                                                Map.of(Role.ENRICH, "User:news"))
                                        .stream()
                                        .map(StrimziTest::text)
                                        .toList())
                                .doesNotHaveDuplicates());
    }

    @Test
    void aUsersOwnQuotaComesBeforeThatOfAll() {
        List<KafkaUser> users = users(
                "--users",
                "tls",
                "--quota",
                "producerByteRate=1000",
                "--quota",
                "controllerMutationRate=0.5",
                "--quota",
                "vedette-reader.producerByteRate=10");

        assertThat(users)
                .allSatisfy(user -> assertThat(user.getSpec().getQuotas().getControllerMutationRate())
                        .isEqualTo(0.5))
                .extracting(user -> user.getSpec().getQuotas().getProducerByteRate())
                .containsExactly(1000, 1000, 1000, 1000, 10, 1000);
    }

    @Test
    void whatStrimziWouldRefuseIsRefusedWithTheReason() {
        assertThatThrownBy(() -> users("--users", "tls", "--quota", "producerByteRates=1"))
                .hasMessageContaining("exit code 64")
                .hasMessageContaining("quota producerByteRates: there are producerByteRate, consumerByteRate");
        assertThatThrownBy(() -> users("--users", "tls", "--quota", "vedette-nobody.producerByteRate=1"))
                .hasMessageContaining("there is no user vedette-nobody");
        assertThatThrownBy(() -> users("--users", "tls", "--quota", "requestPercentage=-1"))
                .hasMessageContaining("not below 0");
        assertThatThrownBy(() -> users("--users", "tls", "--user", "ingest=CN=ingest"))
                .hasMessageContaining("user CN=ingest: Kubernetes takes");
        assertThatThrownBy(() -> users("--role", "ingest")).hasMessageContaining("--users");
    }

    private static List<KafkaUser> users(String... options) {
        List<String> arguments = new ArrayList<>(List.of("topics", "strimzi", "--cluster", "kafka"));
        arguments.addAll(List.of(options));
        return Yaml.documents(Vedette.run(arguments.toArray(String[]::new))).stream()
                .filter(resource -> resource.path("kind").asText().equals("KafkaUser"))
                .map(resource -> KubernetesTypes.as(resource, KafkaUser.class))
                .toList();
    }

    /** The permissions of that user as {@link #text} writes them. */
    private static Stream<String> allowed(KafkaUser user) {
        return ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization())
                .getAcls().stream().flatMap(acl -> acl.getOperations().stream()
                        .map(operation ->
                                user.getMetadata().getName() + " " + operation + " " + resource(acl.getResource())));
    }

    private static String resource(AclRuleResource resource) {
        if (resource instanceof AclRuleTopicResource topic) {
            return "TOPIC " + topic.getPatternType() + " " + topic.getName();
        }
        if (resource instanceof AclRuleGroupResource group) {
            return "GROUP " + group.getPatternType() + " " + group.getName();
        }
        AclRuleTransactionalIdResource id = (AclRuleTransactionalIdResource) resource;
        return "TRANSACTIONAL_ID " + id.getPatternType() + " " + id.getName();
    }

    private static String text(Grant grant) {
        ResourcePattern resource = grant.permission().resource();
        return grant.principal().substring("User:".length()) + " "
                + grant.permission().operation() + " "
                + resource.resourceType() + " "
                + (resource.patternType() == PatternType.PREFIXED ? "PREFIX" : "LITERAL")
                + " " + resource.name();
    }
}
