package io.vedette.ingest.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines, none longer than a limit: a file without line ends must not fill the memory. */
final class LineReader {

    /** Long enough for a text of ten megabytes with every character escaped. */
    static final int LONGEST_LINE = 64 * 1024 * 1024;

    private final BufferedReader in;
    private final int longest;
    private boolean tooLong;

    LineReader(Reader in, int longest) {
        this.in = new BufferedReader(in, 1 << 16);
        this.longest = longest;
    }

    /** The next line without its end, or null at the end; its head only if it is too long. */
    @Nullable
    String next() throws IOException {
        tooLong = false;
        StringBuilder line = new StringBuilder(256);
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() < longest) {
                line.append((char) c);
            } else {
                tooLong = true;
            }
        }
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
            line.setLength(end - 1);
        }
        return line.toString();
    }

    /** Whether the line read last was cut. */
    boolean tooLong() {
        return tooLong;
    }
}
