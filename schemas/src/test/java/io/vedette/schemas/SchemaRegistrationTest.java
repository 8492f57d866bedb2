package io.vedette.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import org.junit.jupiter.api.Test;

class SchemaRegistrationTest {

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final AvroSerdes serdes = new AvroSerdes(RegistrySettings.at("mock://registration"), registry);
    private final Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);

    @Test
    void noSchemaSpeaksOfJava() throws Exception {
        new SchemaRegistration(registry, "NONE").register(topics.all());

        assertThat(registry.getAllSubjects()).isNotEmpty();
        for (String subject : registry.getAllSubjects()) {
            assertThat(registry.getLatestSchemaMetadata(subject).getSchema())
                    .as(subject)
                    .doesNotContain("avro.java");
        }
    }

    @Test
    void aRecordWithAMapIsKnownAsItIsWritten() throws Exception {
        new SchemaRegistration(registry, "NONE").register(topics.all());
        Topic<String, SourceState> states = topics.sourceState();

        assertThatCode(() -> states.valueSerde()
                        .serializer()
                        .serialize(states.name(), SourceState.newBuilder().build()))
                .doesNotThrowAnyException();
    }
}
