package io.vedette.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class AvroSerdesTest {

    private RegistrySettings settings = RegistrySettings.at("mock://unset");
    private AvroSerdes serdes = new AvroSerdes(settings);

    @BeforeEach
    void freshRegistry(TestInfo test) {
        settings = RegistrySettings.at("mock://" + test.getDisplayName().replaceAll("\\W", ""));
        serdes = new AvroSerdes(settings);
    }

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void writesNothingThatIsNotRegistered() {
        Serde<Article> serde = serdes.of(Article.class);

        assertThatThrownBy(() -> serde.serializer().serialize("vedette.articles", article("a text")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void readsWhatAStockProducerWritesWithOnlyAText() {
        var minimal = SchemaBuilder.record("Article")
                .namespace("io.vedette.schemas")
                .fields()
                .requiredString("text")
                .endRecord();
        GenericRecord record = new GenericData.Record(minimal);
        record.put("text", "Only this.");
        KafkaAvroSerializer stock = new KafkaAvroSerializer(serdes.client());
        stock.configure(Map.of("schema.registry.url", settings.url()), false);

        Article read = serdes.of(Article.class)
                .deserializer()
                .deserialize("vedette.articles", stock.serialize("vedette.articles", record));

        assertThat(read.getText()).isEqualTo("Only this.");
        assertThat(read.getTitle()).isNull();
        assertThat(read.getMarks()).isEmpty();
    }

    @Test
    void aStockConsumerReadsWhatItWrites() throws Exception {
        Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);
        new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE").register(topics.all());
        byte[] bytes =
                topics.articles().valueSerde().serializer().serialize("vedette.articles", article("Drei Wörter."));
        KafkaAvroDeserializer stock = new KafkaAvroDeserializer(serdes.client());
        stock.configure(Map.of("schema.registry.url", settings.url()), false);

        GenericRecord read = (GenericRecord) stock.deserialize("vedette.articles", bytes);

        assertThat(read.get("text")).hasToString("Drei Wörter.");
    }

    @Test
    void tellsWhichSubjectsAreMissing() throws Exception {
        Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);
        SchemaRegistration registration = new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE");
        registration.register(List.of(topics.articles()));

        assertThat(registration.missing(List.of(topics.articles(), topics.alerts())))
                .containsExactly("vedette.alerts-value");
    }

    private static Article article(String text) {
        return Article.newBuilder().setText(text).setFetchedAt(Instant.EPOCH).build();
    }
}
