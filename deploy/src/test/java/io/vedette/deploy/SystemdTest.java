package io.vedette.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vedette.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemdTest {

    private static final Path UNIT = Repository.DEPLOY.resolve("systemd/vedette@.service");

    @TempDir
    Path folder;

    @Test
    void whatStartingAgainCannotMendEndsIt() throws IOException {
        assertThat(Files.readAllLines(UNIT))
                .contains("RestartPreventExitStatus=" + ExitCode.USAGE.code() + " " + ExitCode.NO_INPUT.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "alerts"})
    void systemdTakesTheUnit(String service) throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/systemd-analyze"))
                .as("systemd is installed")
                .isExecutable();
        assumeThat(Path.of("/usr/bin/java"))
                .as("Java is where the unit looks for it")
                .isExecutable();
        Path instance = folder.resolve("vedette@" + service + ".service");
        Files.copy(UNIT, folder.resolve("vedette@.service"));
        Process process = new ProcessBuilder("/usr/bin/systemd-analyze", "verify", "--man=no", instance.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(said).doesNotContain("vedette@");
        assertThat(process.waitFor()).as(said).isZero();
    }
}
