package io.vedette.app.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChangesTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private FolderChanges changes;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectory(temporary.resolve("gazetteer"));
        Files.writeString(folder.resolve("my-actors.tsv"), "one");
        changes = new FolderChanges(folder);
        assertThat(changes.due()).isFalse();
        assertThat(changes.due()).isTrue();
        assertThat(changes.unchanged()).isTrue();
    }

    @Test
    void whatStaysTheSameIsNotDueAgain() throws IOException {
        assertThat(changes.due()).isFalse();
        assertThat(changes.due()).isFalse();
    }

    @Test
    void aFileIsDueOnceNobodyWritesIt() throws IOException {
        Files.writeString(folder.resolve("my-actors.tsv"), "one two");
        assertThat(changes.due()).isFalse();
        Files.writeString(folder.resolve("my-actors.tsv"), "one two three");
        assertThat(changes.due()).isFalse();
        assertThat(changes.due()).isTrue();
        assertThat(changes.due()).isFalse();
    }

    @Test
    void aFileThatComesOrGoesOrIsReplacedByOneOfItsSizeAndTimeIsAChange() throws IOException {
        Path other = Files.writeString(folder.resolve("my-places.tsv"), "one");
        assertThat(isDue()).isTrue();
        Files.delete(other);
        assertThat(isDue()).isTrue();

        Path actors = folder.resolve("my-actors.tsv");
        FileTime time = Files.getLastModifiedTime(actors);
        Path next = Files.writeString(temporary.resolve("next"), "two");
        Files.setLastModifiedTime(next, time);
        Files.delete(actors);
        Files.move(next, actors);
        assertThat(isDue()).isTrue();
    }

    @Test
    void whatChangesWhileItIsReadIsDueAgain() throws IOException {
        Files.writeString(folder.resolve("my-actors.tsv"), "one two");
        assertThat(isDue()).isTrue();
        Files.writeString(folder.resolve("my-actors.tsv"), "one two three");

        assertThat(changes.unchanged()).isFalse();
        assertThat(isDue()).isTrue();
    }

    /** As Kubernetes does it: the files are links through a link that it turns to another folder. */
    @Test
    void aConfigMapThatIsExchangedIsAChangeAndItsFolderIsNoFileOfItsOwn() throws IOException {
        Path mount = Files.createDirectory(temporary.resolve("mount"));
        Path first = Files.createDirectory(mount.resolve("..first"));
        Path second = Files.createDirectory(mount.resolve("..second"));
        Files.writeString(first.resolve("my-actors.tsv"), "one");
        Files.writeString(second.resolve("my-actors.tsv"), "two");
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..first"));
        Files.createSymbolicLink(mount.resolve("my-actors.tsv"), Path.of("..data", "my-actors.tsv"));
        changes = new FolderChanges(mount);
        assertThat(isDue()).isTrue();
        assertThat(FolderFiles.of(mount)).containsExactly(Path.of("my-actors.tsv"));

        Files.delete(mount.resolve("..data"));
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..second"));

        assertThat(isDue()).isTrue();
    }

    @Test
    void aFolderThatIsALinkIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("current"), folder);

        assertThat(FolderFiles.of(link)).containsExactly(Path.of("my-actors.tsv"));
    }

    @Test
    void aFolderThatIsGoneIsToldAndWhatComesBackAsItWasIsNoChangeUnlessSomebodyAsks() throws IOException {
        Path elsewhere = Files.move(folder, temporary.resolve("elsewhere"));
        assertThatThrownBy(() -> changes.due()).isInstanceOf(IOException.class);
        Files.move(elsewhere, folder);

        assertThat(isDue()).isFalse();
        changes.forget();
        assertThat(isDue()).isTrue();
    }

    private boolean isDue() throws IOException {
        return changes.due() || changes.due();
    }
}
