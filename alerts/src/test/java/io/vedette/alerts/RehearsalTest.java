package io.vedette.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import io.vedette.schemas.WatchPace;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private final CountingRegistry registry = new CountingRegistry();
    private final AvroSerdes serdes = new AvroSerdes(RegistrySettings.at("mock://rehearsal"), registry);
    private final Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);

    @Test
    void afterwardsTheRegistryIsNotAskedForWhatAnAlertTakes() throws Exception {
        SchemaRegistration registration = new SchemaRegistration(registry, "NONE");
        registration.register(topics.all());
        registration.register(topics.internal());
        Rehearsal.run(topics);
        registry.asked = 0;

        topics.alerts()
                .valueSerde()
                .serializer()
                .serialize("vedette.alerts", Alert.newBuilder().build());
        topics.watchPace()
                .valueSerdeAnywhere()
                .serializer()
                .serialize("some-changelog", WatchPace.newBuilder().build());

        assertThat(registry.asked).isZero();
    }

    @Test
    void aRegistryThatKnowsNothingIsLeftToTheFirstArticle() {
        assertThatCode(() -> Rehearsal.run(topics)).doesNotThrowAnyException();
    }

    private static final class CountingRegistry extends MockSchemaRegistryClient {

        private int asked;

        @Override
        public int getId(String subject, ParsedSchema schema, boolean normalize)
                throws IOException, RestClientException {
            asked++;
            return super.getId(subject, schema, normalize);
        }
    }
}
