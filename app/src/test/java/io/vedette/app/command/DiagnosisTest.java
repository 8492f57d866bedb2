package io.vedette.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.Vedette;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that say what is wrong, where neither broker nor registry is. */
class DiagnosisTest {

    private static final String NOBODY = "127.0.0.1:1";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void theDoctorSaysOfEachThatIsAwayWhatToDo() {
        assertThat(run("doctor")).isEqualTo(1);

        assertThat(out.toString(UTF_8))
                .containsPattern("wrong +broker +127\\.0\\.0\\.1:1 does not answer")
                .contains("check kafka.bootstrap.servers, kafka.security.protocol and whether the brokers run")
                .containsPattern("wrong +registry ")
                .containsPattern("(ok|warning) +disk ")
                .doesNotContain("\033");
        assertThat(err.toString(UTF_8)).containsPattern("[2-9] wrong, ");
    }

    @Test
    void whatTheDoctorFindsIsAnObjectALineForPrograms() throws Exception {
        assertThat(run("doctor", "--json")).isEqualTo(1);

        List<JsonNode> findings = new ArrayList<>();
        for (String line : out.toString(UTF_8).split("\n")) {
            findings.add(Json.MAPPER.readTree(line));
        }
        assertThat(findings)
                .extracting(finding -> finding.path("check").asText())
                .contains("broker", "registry", "disk");
        assertThat(findings)
                .filteredOn(finding -> finding.path("status").asText().equals("WRONG"))
                .isNotEmpty()
                .allMatch(finding -> finding.path("what").isTextual()
                        && finding.path("remedy").isTextual());
    }

    @Test
    void aFolderThatCantBeMadeIsFound() {
        String file = folder.resolve("file").toString();
        assertThat(folder.resolve("file").toFile())
                .satisfies(it -> assertThat(it.createNewFile()).isTrue());

        run("doctor", "-Denrich.stateDir=" + file + "/state");

        assertThat(out.toString(UTF_8)).containsPattern("wrong +disk +" + file + "/state can't be written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics diff", "topics acls --apply", "topics acls --apply --dry-run"})
    void aBrokerThatIsAwayIsUnavailableAndOneLine(String command) {
        assertThat(run(command.split(" "))).isEqualTo(69);

        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8).strip().lines().toList()).singleElement().satisfies(line -> assertThat(line)
                .contains(NOBODY, "check kafka.bootstrap.servers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadletters list", "reprocess --since 1h --dry-run"})
    void whatReadsTopicsOfABrokerThatIsAwaySaysWhatToCheck(String command) {
        assertThat(run(command.split(" "))).isEqualTo(69);

        assertThat(err.toString(UTF_8)).contains("check kafka.bootstrap.servers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "topics diff", "topics acls"})
    void aKeyThatThereIsNotIsUsageAndNamed(String command) {
        assertThat(run((command + " -Denrich.threats=2").split(" "))).isEqualTo(64);

        assertThat(err.toString(UTF_8)).contains("enrich.threats").contains("enrich.threads");
    }

    @Test
    void aServiceWhosePermissionsNobodyAsksForIsUsage() {
        assertThat(run("doctor", "--service", "reader")).isEqualTo(64);

        assertThat(err.toString(UTF_8)).contains("give ingest, enrich, alerts or reprocess");
    }

    @Test
    void aclsAreWrittenWithoutABroker() {
        assertThat(run("topics", "acls", "--role", "producer")).isZero();

        assertThat(out.toString(UTF_8)).startsWith("#!/bin/sh\n").contains("--topic 'vedette.articles'");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "-Dkafka.bootstrap.servers=" + NOBODY,
                "-Dkafka.default.api.timeout.ms=1000",
                "-Dkafka.request.timeout.ms=500",
                "-Dregistry.url=http://" + NOBODY,
                "-Dalerts.stateDir=" + folder,
                "-Dingest.evidence.folder=" + folder));
        if (all.stream().noneMatch(argument -> argument.startsWith("-Denrich.stateDir"))) {
            all.add("-Denrich.stateDir=" + folder);
        }
        return Vedette.run(Terminal.of(new ByteArrayInputStream(new byte[0]), out, err), all.toArray(String[]::new));
    }
}
