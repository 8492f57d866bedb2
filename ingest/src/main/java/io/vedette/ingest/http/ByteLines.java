package io.vedette.ingest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a stream of bytes, each shown where it lies in the buffer: nothing is copied or decoded.  A line that is longer
 * than the limit is passed over without being held.  For one thread.
 */
final class ByteLines {

    private static final int FIRST_BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private byte[] buffer;
    private int start;
    private int length;
    private int next;
    private int end;
    private long number;
    private boolean tooLong;

    /** @param longest of a line, in bytes, without its end */
    ByteLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
        this.buffer = new byte[Math.min(FIRST_BUFFER, room())];
    }

    /**
     * Goes to the next line; the one before is no longer there.
     *
     * @return false at the end
     * @throws IOException if reading fails; what was read of a line that is not whole is no line
     */
    boolean next() throws IOException {
        start = next;
        tooLong = false;
        int searched = 0;
        while (true) {
            int feed = lineFeed(start + searched);
            if (feed >= 0) {
                return line(feed, feed + 1);
            }
            searched = end - start;
            if (searched == room()) {
                tooLong = true;
                start = end;
                searched = 0;
            }
            if (!fill()) {
                return (searched > 0 || tooLong) && line(end, end);
            }
        }
    }

    /** Whether the line after this one is here already, so that {@link #next} won't wait. */
    boolean hasNext() {
        return lineFeed(next) >= 0;
    }

    /** Where the line lies. */
    byte[] buffer() {
        return buffer;
    }

    /** Where in the buffer it begins. */
    int offset() {
        return start;
    }

    /** In bytes, without the end of the line, be that a line feed or a carriage return and a line feed. */
    int length() {
        return length;
    }

    /** Of the line, counted from 1. */
    long number() {
        return number;
    }

    /** Whether the line is longer than the limit, so that there is nothing to look at. */
    boolean tooLong() {
        return tooLong;
    }

    /** Whether there is nothing on the line. */
    boolean blank() {
        for (int i = start; i < start + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return !tooLong;
    }

    private boolean line(int lineEnd, int following) {
        number++;
        next = following;
        int last = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        tooLong |= last - start > longest;
        length = tooLong ? 0 : last - start;
        return true;
    }

    /** With a carriage return and a line feed at its end. */
    private int room() {
        return longest + 2;
    }

    private int lineFeed(int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads more behind what is there of the line, which moves to the beginning. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        next = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, room()));
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }
}
