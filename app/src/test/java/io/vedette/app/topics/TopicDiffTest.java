package io.vedette.app.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

class TopicDiffTest {

    private final Topics topics =
            new Topics(TopicSettings.DEFAULTS, new AvroSerdes(RegistrySettings.at("mock://diff")));
    private final Topic<?, ?> stories = topics.stories();

    @Test
    void aTopicThatIsAsWantedDoesNotDifferWhateverTheOrderOfItsPolicies() {
        Map<String, String> config = new HashMap<>(stories.toNewTopic().configs());
        config.put("cleanup.policy", "delete,compact");

        assertThat(differences(6, config)).isEmpty();
    }

    @Test
    void anotherNumberOfPartitionsAndAnotherRetentionAreTold() {
        Map<String, String> config = new HashMap<>(stories.toNewTopic().configs());
        config.put("retention.ms", "1000");

        assertThat(differences(3, config))
                .extracting(TopicDifference::property, TopicDifference::wanted, TopicDifference::found)
                .containsExactly(tuple("partitions", "6", "3"), tuple("retention.ms", "2592000000", "1000"));
        assertThat(differences(3, config).get(1).remedy())
                .isEqualTo("kafka-configs.sh --alter --entity-type topics --entity-name vedette.stories"
                        + " --add-config 'retention.ms=2592000000'");
    }

    @Test
    void aTopicThatIsNotThereIsOneDifference() {
        assertThat(TopicDiff.differences(List.of(stories), Map.of(), Map.of()))
                .singleElement()
                .satisfies(difference -> assertThat(difference.remedy()).isEqualTo("run: vedette topics create"));
    }

    private List<TopicDifference> differences(int partitions, Map<String, String> config) {
        Node node = new Node(1, "localhost", 9092);
        TopicPartitionInfo partition = new TopicPartitionInfo(0, node, List.of(node), List.of(node));
        TopicDescription there =
                new TopicDescription(stories.name(), false, Collections.nCopies(partitions, partition));
        List<ConfigEntry> entries = config.entrySet().stream()
                .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                .toList();
        return TopicDiff.differences(
                List.of(stories), Map.of(stories.name(), there), Map.of(stories.name(), new Config(entries)));
    }
}
