package io.vedette.bench.taggers;

import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.text.Document;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What an article costs that is read from its bytes and written to bytes again as the services do, with nothing done to
 * it.  The registry is the mock of Confluent's client: schemas are cached after the first article.
 */
final class PassThrough implements AutoCloseable {

    private final AvroSerdes serdes;
    private final String topic;
    private final Serializer<Article> serializer;
    private final Deserializer<Article> deserializer;
    private final List<byte[]> encoded;
    private long bytes;

    PassThrough(List<Document> documents) throws Exception {
        Configuration configuration = Configuration.of(Map.of("registry.url", "mock://taggers"));
        serdes = new AvroSerdes(configuration.registry().settings());
        Topic<String, Article> articles = new Topics(configuration.topics().settings(), serdes).articles();
        new SchemaRegistration(serdes.client(), "NONE").register(List.of(articles));
        topic = articles.name();
        serializer = articles.valueSerde().serializer();
        deserializer = articles.valueSerde().deserializer();
        encoded = documents.stream()
                .map(document -> serializer.serialize(topic, article(document)))
                .toList();
    }

    /** Articles a second, in this thread. */
    double run() {
        long start = System.nanoTime();
        for (byte[] article : encoded) {
            bytes += serializer.serialize(topic, deserializer.deserialize(topic, article)).length;
        }
        return ChainSpeed.perSecond(encoded, System.nanoTime() - start);
    }

    /** So that nothing is computed in vain. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        serdes.close();
    }

    private static Article article(Document document) {
        return Article.newBuilder()
                .setId(Integer.toHexString(document.body().hashCode()))
                .setText(document.body())
                .build();
    }
}
