package io.vedette.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

final class LineReaderTest {

    @Test
    void splitsAtLineEndsOfBothKinds() throws Exception {
        LineReader lines = new LineReader(new StringReader("a\r\n\nb"), 10);

        assertThat(lines.next()).isEqualTo("a");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).isEqualTo("b");
        assertThat(lines.next()).isNull();
    }

    @Test
    void cutsALineThatIsTooLongAndSaysSo() throws Exception {
        LineReader lines = new LineReader(new StringReader("abcdef\ngh\n"), 3);

        assertThat(lines.next()).isEqualTo("abc");
        assertThat(lines.tooLong()).isTrue();
        assertThat(lines.next()).isEqualTo("gh");
        assertThat(lines.tooLong()).isFalse();
    }
}
