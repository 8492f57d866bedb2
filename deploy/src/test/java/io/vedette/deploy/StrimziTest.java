package io.vedette.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.util.List;
import java.util.Map;
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
}
