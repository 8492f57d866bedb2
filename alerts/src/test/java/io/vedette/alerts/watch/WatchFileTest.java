package io.vedette.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchFileTest {

    @Test
    void readsWatchesInTheirOrder() throws IOException {
        assertThat(read("""
                                # what the desk watches
                                - id: routes
                                  title: Supply routes
                                  query: '"supply routes" AND place:Ukraine'
                                  severity: CRITICAL
                                - {id: b, query: melitopol}
                                """))
                .containsExactly(
                        new WatchDefinition(
                                "routes", "Supply routes", "\"supply routes\" AND place:Ukraine", Severity.CRITICAL),
                        new WatchDefinition("b", "b", "melitopol", Severity.INFO));
    }

    @Test
    void anEmptyFileHasNoWatches() throws IOException {
        assertThat(read("# nothing yet\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "- id: a\\n  qeury: b            | w.yaml, line 2: unknown key \"qeury\"; use id, title, query, severity,",
                "- id: a\\n- id: b\\n  query: c  | w.yaml, line 1: query: is missing; write what to watch for",
                "- query: c                      | w.yaml, line 1: id: is missing; give the watch a name of its own",
                "- id: a\\n  query: b\\n  severity: HIGH | w.yaml, line 3: severity: \"HIGH\" is none; use INFO, WARNING or CRITICAL",
                "- id: a\\n  query: b\\n- id: a\\n  query: c | w.yaml, line 3: id: \"a\" is there twice; rename one of the two",
                "- id: a\\n  query: [b]          | w.yaml, line 2: query: must be text; quote it if it begins with [ or {",
                "watches: []                     | w.yaml, line 1: must be a list of watches; begin each with \"- id: \"",
            })
    void refusesWhatIsWrongWithItsLineAndTheRemedy(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
                .isInstanceOf(WatchFileException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesWhatIsNoYamlWithItsLine() {
        assertThatThrownBy(() -> read("- id: a\n  query: \"b\n"))
                .isInstanceOf(WatchFileException.class)
                .hasMessageStartingWith("w.yaml, line ")
                .hasMessageContaining("is not YAML");
    }

    private static List<WatchDefinition> read(String yaml) throws IOException {
        return WatchFile.read("w.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
