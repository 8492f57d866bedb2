package io.vedette.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.runtime.ExitCode;
import io.vedette.runtime.config.Schema.Key;
import io.vedette.runtime.config.Schema.Kind;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Topic.Cleanup;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-zA-Z.*]+)` \\|(?: `([^`]*)`| (required))? \\|.*");

    @Test
    void theTableHasEveryKeyWithItsDefaultAndNoOther() throws IOException {
        assertThat(documented()).containsExactlyEntriesOf(declared());
    }

    @Test
    void theTableHasEveryExitCode() throws IOException {
        String document = Files.readString(DOCUMENT);

        assertThat(Arrays.stream(ExitCode.values()).map(code -> "| " + code.code() + " |"))
                .allSatisfy(row -> assertThat(document).contains(row));
    }

    @Test
    void topicsThatForgetByAgeAreThoseOfTheSchemas() {
        try (AvroSerdes serdes = new AvroSerdes(RegistrySettings.at("mock://runtime"))) {
            List<String> retained = new Topics(TopicSettings.DEFAULTS, serdes)
                    .all().stream()
                            .filter(topic -> topic.settings().cleanup() != Cleanup.COMPACT)
                            .map(topic -> topic.name().substring("vedette.".length()))
                            .toList();

            assertThat(TopicsConfig.RETAINED).containsExactlyInAnyOrderElementsOf(retained);
            assertThat(Configuration.defaults().topics().settings()).isEqualTo(TopicSettings.DEFAULTS);
        }
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String given = row.group(2) == null ? row.group(3) : row.group(2);
                rows.put(row.group(1), given == null ? "" : given);
            }
        }
        return rows;
    }

    private static Map<String, String> declared() {
        List<Key> keys = new ArrayList<>();
        for (Key key : Schema.of(Configuration.class, "")) {
            keys.add(key);
            if (key.kind() == Kind.SECTIONS) {
                keys.addAll(Schema.of(key.type(), key.path() + ".N"));
            }
        }
        Map<String, String> declared = new LinkedHashMap<>();
        for (Key key : keys) {
            declared.put(key.path() + (key.kind() == Kind.MAP ? ".*" : ""), fallback(key));
        }
        return declared;
    }

    private static String fallback(Key key) {
        if (key.fallback() != null) {
            return key.fallback();
        }
        return key.kind() == Kind.VALUE && !key.nullable() ? "required" : "";
    }
}
