package io.vedette.app.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTasksTest {

    @TempDir
    Path streams;

    @Test
    void tasksGoAndTheProcessIdStays() throws IOException {
        Path application = streams.resolve("vedette-alerts");
        Path store = Files.createDirectories(application.resolve("1_0/rocksdb/held"));
        Files.writeString(store.resolve("CURRENT"), "MANIFEST-000004");
        Path other = Files.createDirectories(application.resolve("global/rocksdb"));
        Path processId = Files.writeString(application.resolve("kafka-streams-process-metadata"), "{}");

        KilledTasks.discard(streams);

        assertThat(application.resolve("1_0")).doesNotExist();
        assertThat(other).exists();
        assertThat(processId).exists();
    }

    @Test
    void noFolderIsNoTrouble() {
        assertThatCode(() -> KilledTasks.discard(streams.resolve("none"))).doesNotThrowAnyException();
    }
}
