package io.vedette.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.article.ArticleId;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class HomePartitionTest {

    @Test
    void isWhereAJavaProducerWritesTheId() {
        IntStream.range(0, 1000).mapToObj(i -> ArticleId.of(null, "text " + i)).forEach(id -> assertThat(
                        HomePartition.of(id, 6))
                .isEqualTo(BuiltInPartitioner.partitionForKey(id.getBytes(), 6)));
    }
}
