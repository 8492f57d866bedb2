package io.vedette.app.terminal;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes: results on standard output, everything else on standard error, UTF-8 on both
 * whatever the platform's default is.
 *
 * @param in standard input
 * @param out for the result and nothing else; flushed by whoever writes
 * @param err for messages and progress; flushed at each line end
 * @param colour whether the result is read on a terminal that shows colours
 * @param progress whether messages are read on a terminal, so that a line may be written over
 */
public record Terminal(InputStream in, PrintWriter out, PrintWriter err, boolean colour, boolean progress) {

    private static final int BUFFER = 1 << 16;

    /** The process's own streams.  The launcher tells which are terminals; {@code NO_COLOR} (no-color.org) is honoured. */
    public static Terminal system() {
        String noColour = System.getenv("NO_COLOR");
        boolean plain = (noColour != null && !noColour.isEmpty()) || "dumb".equals(System.getenv("TERM"));
        return new Terminal(
                System.in,
                writer(new FileOutputStream(FileDescriptor.out), false),
                writer(new FileOutputStream(FileDescriptor.err), true),
                Boolean.getBoolean("terminal.out") && !plain,
                Boolean.getBoolean("terminal.err"));
    }

    /** In-memory streams, no terminal. */
    public static Terminal of(InputStream in, OutputStream out, OutputStream err) {
        return new Terminal(in, writer(out, false), writer(err, true), false, false);
    }

    private static PrintWriter writer(OutputStream stream, boolean autoFlush) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER), autoFlush);
    }

    /** Writes one line of the result and shows it at once. */
    public void result(String line) {
        out.print(line);
        out.print('\n');
        out.flush();
    }

    /** Writes one line for people. */
    public void note(String line) {
        err.println(line);
    }
}
