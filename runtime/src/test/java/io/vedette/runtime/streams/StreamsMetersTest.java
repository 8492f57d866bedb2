package io.vedette.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsMetersTest {

    @Test
    void knowsTheSecondNamesThatKafkaGivesToTopicsWithDots() {
        assertThat(StreamsMeters.underscored(reading("vedette.articles", "plain", "a_b.c"), "app"))
                .containsExactlyInAnyOrder("vedette_articles", "app-vedette_articles", "a_b_c", "app-a_b_c");
    }

    @Test
    void aTopicWhoseOwnNameHasUnderscoresIsNoSecondName() {
        assertThat(StreamsMeters.underscored(reading("a.b", "a_b"), "app")).doesNotContain("a_b");
    }

    @Test
    void internalTopicsOfAnApplicationWithDotsHaveSecondNamesToo() {
        assertThat(StreamsMeters.underscored(reading("by-id-repartition"), "my.app"))
                .containsExactly("my_app-by-id-repartition");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.stream.state.put.latency.avg",
                "kafka.stream.state.bytes.written.total",
                "kafka.stream.state.block.cache.data.hit.ratio",
                "kafka.stream.task.process.latency.max",
                "kafka.stream.processor.node.process.total",
                "kafka.stream.record.cache.hit.ratio.avg"
            })
    void whatKafkaRecordsAtDebugIsLeftOut(String name) {
        assertThat(StreamsMeters.isDebug(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.stream.state.total.sst.files.size",
                "kafka.stream.state.block.cache.usage",
                "kafka.stream.state.estimate.num.keys",
                "kafka.stream.task.restore.remaining.records.total",
                "kafka.stream.task.dropped.records.total",
                "kafka.stream.thread.commit.latency.avg",
                "kafka.stream.topic.records.consumed.total",
                "kafka.consumer.fetch.manager.records.lag"
            })
    void whatTheDashboardsShowStays(String name) {
        assertThat(StreamsMeters.isDebug(name)).isFalse();
    }

    private static Topology reading(String... topics) {
        StreamsBuilder builder = new StreamsBuilder();
        for (String topic : topics) {
            builder.stream(topic);
        }
        return builder.build();
    }
}
