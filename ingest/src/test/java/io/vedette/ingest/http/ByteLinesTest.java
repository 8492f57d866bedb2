package io.vedette.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ByteLinesTest {

    @Test
    void linesEndWithALineFeedOrBothOrTheStream() throws Exception {
        assertThat(lines("one\ntwo\r\n\n  \nlast", 10)).containsExactly("one", "two", "", "  ", "last");
        assertThat(lines("one\n", 10)).containsExactly("one");
        assertThat(lines("", 10)).isEmpty();
    }

    @Test
    void aLineBeyondTheLimitIsPassedOverAndTheNextIsRead() throws Exception {
        String long1 = "x".repeat(200_000);

        assertThat(lines("ok\n" + long1 + "\nstill\n" + "y".repeat(11) + "\n" + "z".repeat(10) + "\r\n" + long1, 10))
                .containsExactly("ok", "TOO LONG", "still", "TOO LONG", "zzzzzzzzzz", "TOO LONG");
    }

    @Test
    void linesOfAnySizeComeOutAsTheyWentInHoweverTheyArrive() throws Exception {
        List<String> sent = IntStream.range(0, 400)
                .mapToObj(i -> "é" + "a".repeat(i * i % 3001))
                .toList();
        byte[] bytes = sent.stream().collect(Collectors.joining("\n")).getBytes(UTF_8);

        ByteLines dripping = new ByteLines(new Dripping(bytes), 1 << 20);
        assertThat(all(dripping)).isEqualTo(sent);
        assertThat(dripping.number()).isEqualTo(400);
    }

    @Test
    void whatIsLeftOfALineWhenTheStreamBreaksIsNoLine() throws Exception {
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream("whole\nhal".getBytes(UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                });
        ByteLines lines = new ByteLines(broken, 100);

        assertThat(lines.next()).isTrue();
        assertThat(lines.hasNext()).isFalse();
        assertThatThrownBy(lines::next).isInstanceOf(IOException.class);
    }

    private static List<String> lines(String text, int longest) throws IOException {
        return all(new ByteLines(new ByteArrayInputStream(text.getBytes(UTF_8)), longest));
    }

    private static List<String> all(ByteLines lines) throws IOException {
        List<String> all = new ArrayList<>();
        while (lines.next()) {
            all.add(lines.tooLong() ? "TOO LONG" : new String(lines.buffer(), lines.offset(), lines.length(), UTF_8));
        }
        return all;
    }

    /** Gives a few bytes at a time, as networks do. */
    private static final class Dripping extends ByteArrayInputStream {
        private int turn;

        Dripping(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] to, int offset, int length) {
            turn = turn % 997 + 1;
            return super.read(to, offset, Math.min(length, turn));
        }
    }
}
