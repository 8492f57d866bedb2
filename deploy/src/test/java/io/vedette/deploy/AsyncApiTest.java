package io.vedette.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    void asyncApisSchemaTakesIt() {
        assertThat(violations(document)).isEmpty();
    }

    @Test
    void asyncApisSchemaWouldFindAMistake() {
        ObjectNode broken = document.deepCopy();
        ((ObjectNode) broken.path("operations").elements().next()).put("action", "publish");

        assertThat(violations(broken)).anyMatch(message -> message.contains("action"));
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

    private static List<String> violations(JsonNode document) {
        try (InputStream schema = AsyncApiTest.class.getResourceAsStream("/asyncapi/asyncapi-3.0.0.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(schema)
                    .validate(document)
                    .stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
