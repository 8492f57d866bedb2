package io.vedette.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class AvroWriterTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void asksConfluentsSerializerOnceForEachTopicAndWritesTheSameBytes() throws Exception {
        try (AvroSerdes serdes = new AvroSerdes(RegistrySettings.at("mock://same-bytes"))) {
            new SchemaRegistration(serdes.client(), "NONE").register(new Topics(TopicSettings.DEFAULTS, serdes).all());
            KafkaAvroSerializer genuine = new KafkaAvroSerializer(serdes.client());
            genuine.configure(
                    Map.of("schema.registry.url", "mock://same-bytes", "avro.remove.java.properties", true), false);
            Serializer<Article> writer = new AvroWriter<>(counting(genuine), Article.class);

            for (String text : List.of("One.", "Drei Wörter, länger.", "")) {
                Article article = Article.newBuilder().setText(text).build();
                assertThat(writer.serialize("vedette.articles", article))
                        .isEqualTo(genuine.serialize("vedette.articles", article));
            }
            assertThat(asked).containsExactly("vedette.articles");
        }
    }

    @Test
    void leavesItToASerializerThatWritesOtherBytes() {
        byte[] other = "something else".getBytes(StandardCharsets.UTF_8);
        Serializer<Article> writer = new AvroWriter<>(counting((topic, value) -> other), Article.class);
        Article article = Article.newBuilder().setText("A text.").build();

        assertThat(writer.serialize("a", article)).isEqualTo(other);
        assertThat(writer.serialize("a", article)).isEqualTo(other);
        assertThat(asked).containsExactly("a", "a");
    }

    @Test
    void aRegistryThatFailsIsAskedAgain() {
        Serializer<Article> writer = new AvroWriter<>(
                (topic, value) -> {
                    asked.add(topic);
                    throw new SerializationException("away");
                },
                Article.class);
        Article article = Article.newBuilder().setText("A text.").build();

        assertThatThrownBy(() -> writer.serialize("a", article)).hasMessage("away");
        assertThatThrownBy(() -> writer.serialize("a", article)).hasMessage("away");
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatCannotBeWrittenIsASerializationException() {
        Serializer<Article> writer = new AvroWriter<>((topic, value) -> new byte[] {0}, Article.class);

        assertThatThrownBy(() -> writer.serialize("a", new Article()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("a record of a");
    }

    private Serializer<Object> counting(Serializer<Object> inner) {
        return (topic, value) -> {
            asked.add(topic);
            return inner.serialize(topic, value);
        };
    }
}
