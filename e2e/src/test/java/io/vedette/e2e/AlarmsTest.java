package io.vedette.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vedette.e2e.Alarms.Alarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlarmsTest {

    private static final String TESTS = "alarms_test.yaml";

    @Test
    void everyRuleFiresWhenItMustAndOnlyThen() throws Exception {
        assertThat(promtool("test", "rules", TESTS)).contains("SUCCESS");
    }

    @Test
    void prometheusTakesTheRules() throws Exception {
        assertThat(promtool("check", "rules", "alarms.yaml"))
                .contains("SUCCESS: " + Alarms.all().size() + " rules");
    }

    @Test
    void everyRuleIsTriedBothWays() throws Exception {
        Set<String> fire = new HashSet<>();
        Set<String> quiet = new HashSet<>();
        JsonNode tests =
                new YAMLMapper().readTree(Alarms.FOLDER.resolve(TESTS).toFile()).get("tests");
        tests.findValues("alert_rule_test")
                .forEach(cases -> cases.forEach(one -> (one.get("exp_alerts").isEmpty() ? quiet : fire)
                        .add(one.get("alertname").asText())));

        assertThat(fire).containsExactlyInAnyOrderElementsOf(names());
        assertThat(quiet).containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void everyRuleHasARunbookOfItsName() throws Exception {
        List<String> headings;
        try (Stream<String> lines = Files.lines(Path.of("../docs/operations.md"))) {
            headings = lines.filter(line -> line.startsWith("### "))
                    .map(line -> line.substring(4))
                    .toList();
        }

        assertThat(headings).containsAll(names());
        assertThat(Alarms.all()).allSatisfy(alarm -> assertThat(
                        alarm.annotations().path("runbook_url").asText())
                .isEqualTo("docs/operations.md#" + alarm.name().toLowerCase(Locale.ROOT)));
    }

    private static List<String> names() throws IOException {
        return Alarms.all().stream().map(Alarm::name).toList();
    }

    private static String promtool(String... arguments) throws Exception {
        String[] command = Stream.concat(Stream.of(Peer.require("promtool")), Stream.of(arguments))
                .toArray(String[]::new);
        Process process = new ProcessBuilder(command)
                .directory(Alarms.FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
