package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void listsWhatItCanOpen() throws IOException {
        assertThat(Seeds.list("articles")).contains("articles/seed-article.txt");
        try (InputStream in = Seeds.open("articles/seed-article.txt")) {
            assertThat(in.readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> Seeds.open("articles/none.txt"))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("articles/none.txt");
        assertThat(Seeds.exists("articles/none.txt")).isFalse();
    }

    @Test
    void aFolderHasTheSameVersionEachTime() throws IOException {
        assertThat(Seeds.version("articles")).hasSize(12).isEqualTo(Seeds.version("articles"));
    }
}
