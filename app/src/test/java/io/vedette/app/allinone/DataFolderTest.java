package io.vedette.app.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temp;

    @Test
    void aTemporaryFolderIsGoneOnceItIsClosed() throws Exception {
        DataFolder folder = DataFolder.temporary();
        Files.createDirectories(folder.broker().resolve("deep"));

        folder.close();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void aGivenFolderStays() throws Exception {
        DataFolder folder = DataFolder.at(temp.resolve("a/b"));
        Files.createDirectories(folder.registry());

        folder.close();

        assertThat(folder.registry()).isDirectory();
    }

    @Test
    void twoDoNotShareAFolder() throws Exception {
        try (DataFolder folder = DataFolder.at(temp)) {
            assertThatThrownBy(() -> DataFolder.at(folder.path()))
                    .isInstanceOfSatisfying(StartupException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.UNAVAILABLE))
                    .hasMessageContaining("--data");
        }
    }
}
