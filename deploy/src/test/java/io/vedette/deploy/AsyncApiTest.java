package io.vedette.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private final String written = Vedette.run("topics", "asyncapi");
    private final JsonNode document = Yaml.documents(written).get(0);

    @Test
    void theCommittedDocumentIsUpToDate() throws IOException {
        assertThat(Files.readString(Repository.ROOT.resolve("docs/asyncapi.yaml")))
                .as("docs/asyncapi.yaml: write it anew with ./vedette topics asyncapi > docs/asyncapi.yaml")
                .isEqualTo(written);
    }

    @Test
    void itHasEveryTopic() {
        Configuration configuration = Configuration.defaults();
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            assertThat(document.path("channels").findValuesAsText("address"))
                    .containsExactlyElementsOf(new Topics(configuration.topics().settings(), serdes)
                            .all().stream().map(Topic::name).toList());
        }
    }

    @Test
    void everyChannelHasOneOperationAndEveryReferenceLeadsSomewhere() {
        assertThat(document.path("operations").size())
                .isEqualTo(document.path("channels").size());
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isObject())
                .as(reference)
                .isTrue());
    }

    @Test
    void itsSchemasAreAvroAndDescribed() {
        List<Schema> schemas = new ArrayList<>();
        document.at("/components/messages").forEach(message -> {
            JsonNode payload = message.path("payload");
            if (payload.has("schemaFormat")) {
                schemas.add(new Schema.Parser().parse(payload.path("schema").toString()));
            }
            assertThat(message.path("summary").asText()).isNotEmpty();
        });
        assertThat(schemas).extracting(Schema::getName).contains("Article", "EnrichedArticle", "Alert", "Watch");
    }

    @Test
    void whatOthersMayWriteVedetteReceives() {
        List<String> received = new ArrayList<>();
        document.path("operations").properties().forEach(operation -> {
            if (operation.getValue().path("action").asText().equals("receive")) {
                received.add(operation.getKey());
            }
        });
        assertThat(received)
                .containsExactlyInAnyOrder(
                        "receive.articles",
                        "receive.articles.backfill",
                        "receive.watches",
                        "receive.feedback",
                        "receive.sources");
    }
}
