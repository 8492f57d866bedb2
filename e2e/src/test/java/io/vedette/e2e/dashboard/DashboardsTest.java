package io.vedette.e2e.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WRITE = "vedette.write";

    static List<Board> boards() {
        return Board.all();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void theFileIsWhatIsDescribed(Board board) throws Exception {
        String described = BoardJson.of(board);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(BoardFile.of(board), described);
        }

        assertThat(BoardFile.of(board))
                .as("write it with mvn -pl e2e -am test -Dtest=DashboardsTest -D" + WRITE
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .hasContent(described);
    }

    @Test
    void noOtherFileLiesThere() throws Exception {
        try (Stream<Path> files = Files.list(BoardFile.of(Board.all().get(0)).getParent())) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            Board.all().stream().map(BoardFile::of).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void grafanasSchemaHasNothingToSay(Board board) throws Exception {
        assertThat(validate(read(board))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatGrafanaDoesNotKnow() throws Exception {
        JsonNode json = read(Board.all().get(0));
        JsonNode stat = json.get("panels").get(1);
        ((ObjectNode) stat.get("options")).put("graphMood", "area");

        assertThat(validate(json)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyPanelSaysWhatItShows(Board board) {
        assertThat(board.panels()).allSatisfy(panel -> {
            assertThat(panel.title()).isNotBlank();
            assertThat(panel.description()).as(panel.title()).endsWith(".").hasSizeGreaterThan(10);
            assertThat(panel.unit()).as(panel.title()).isNotBlank();
            assertThat(panel.thresholds().steps()).as(panel.title()).isNotEmpty();
        });
        assertThat(board.panels().map(Panel::title)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void noPanelLiesOnAnother(Board board) throws Exception {
        Set<String> taken = new HashSet<>();
        for (JsonNode panel : read(board).get("panels")) {
            JsonNode place = panel.get("gridPos");
            int right = place.get("x").asInt() + place.get("w").asInt();
            int bottom = place.get("y").asInt() + place.get("h").asInt();
            assertThat(right).isLessThanOrEqualTo(24);
            for (int x = place.get("x").asInt(); x < right; x++) {
                for (int y = place.get("y").asInt(); y < bottom; y++) {
                    assertThat(taken.add(x + "," + y))
                            .as(panel.get("title").asText())
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyVariableIsUsedAndEveryOneUsedIsThere(Board board) {
        String asked = board.panels()
                .flatMap(panel -> panel.queries().stream())
                .map(Query::expression)
                .reduce("", String::concat);

        assertThat(Variable.values()).allSatisfy(variable -> assertThat(asked.contains("$" + variable.key))
                .as(variable.key)
                .isEqualTo(board.variables().contains(variable)));
    }

    private static JsonNode read(Board board) throws Exception {
        return JSON.readTree(Files.readString(BoardFile.of(board)));
    }

    private static Set<ValidationMessage> validate(JsonNode dashboard) throws Exception {
        try (InputStream schema = DashboardsTest.class.getResourceAsStream("/grafana/dashboard.schema.json")) {
            JsonSchema grafana =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
            return grafana.validate(dashboard);
        }
    }
}
