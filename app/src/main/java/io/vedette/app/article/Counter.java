package io.vedette.app.article;

import io.vedette.app.terminal.Terminal;

/** Counts what is done, and shows it now and then on a terminal.  For one thread. */
public final class Counter implements AutoCloseable {

    private static final long BETWEEN_NANOS = 200_000_000;

    private final Terminal terminal;
    private final String what;
    private final long start = System.nanoTime();
    private long shown = start;
    private long count;

    /** @param what is counted, in the plural */
    public Counter(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** One more. */
    public void increment() {
        count++;
        long now = System.nanoTime();
        if (terminal.progress() && now - shown > BETWEEN_NANOS) {
            shown = now;
            long perSecond = count * 1_000_000_000L / Math.max(1, now - start);
            terminal.err().print("\r\u001b[K" + count + " " + what + ", " + perSecond + " a second");
            terminal.err().flush();
        }
    }

    /** Takes the line off the terminal again. */
    @Override
    public void close() {
        if (shown != start) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}
