package io.vedette.app.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.runtime.StartupException;
import io.vedette.text.gazetteer.Gazetteer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerFilesTest {

    @TempDir
    Path folder;

    @Test
    void aFileOfTheUsersStandsInForOursAndChangesTheVersion() throws IOException {
        Files.writeString(folder.resolve("my-actors.tsv"), "org:mine\tORGANISATION\t\tOur Organisation of Testing\n");
        Gazetteer mine = GazetteerFiles.of(folder).read();
        assertThat(mine.actors("Our Organisation of Testing")).containsExactly("org:mine");
        assertThat(mine.places("Strait of Hormuz")).isNotEmpty();
        assertThat(mine.version())
                .matches("[0-9a-f]{12}")
                .isNotEqualTo(GazetteerFiles.of(null).version());
    }

    @Test
    void saysWhichFileOfTheUsersIsWrongAndWhere() throws IOException {
        Files.writeString(folder.resolve("my-places.tsv"), "# mine\nplace:x\tVILLAGE\tX\n");
        assertThatThrownBy(() -> GazetteerFiles.of(folder).read())
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("my-places.tsv, line 2")
                .hasMessageContaining("VILLAGE")
                .hasMessageContaining("gazetteer check");
        assertThatThrownBy(() -> GazetteerFiles.of(folder.resolve("nowhere")))
                .hasMessageContaining("tagging.gazetteer")
                .hasMessageContaining("no folder");
    }
}
