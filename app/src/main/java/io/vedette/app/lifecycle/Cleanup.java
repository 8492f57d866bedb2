package io.vedette.app.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be closed when a command ends, the last opened first, each once: at its normal end, after an error, and on
 * Ctrl-C or SIGTERM, also in the middle of starting.  Thread-safe.
 */
public final class Cleanup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /** One that closes by itself when the process is told to end. */
    public static Cleanup onExit() {
        Cleanup cleanup = new Cleanup();
        Runtime.getRuntime().addShutdownHook(new Thread(cleanup::close, "vedette-shutdown"));
        return cleanup;
    }

    /**
     * Takes charge of it.
     *
     * @return the same
     * @throws EndingException if the command ends already; it is closed then
     */
    public synchronized <T extends AutoCloseable> T add(T resource) {
        if (closed) {
            close(resource);
            throw new EndingException();
        }
        open.push(resource);
        return resource;
    }

    /** Closes everything, and waits if another thread is at it. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            close(open.pop());
        }
        notifyAll();
    }

    /** Waits for Ctrl-C. */
    public synchronized void await() throws InterruptedException {
        while (!closed) {
            wait();
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // The rest must still be closed.
            LOG.warn("{} was not closed: {}", resource.getClass().getSimpleName(), e.toString());
        }
    }

    /** Thrown where something is started while the command ends. */
    public static final class EndingException extends RuntimeException {
        private static final long serialVersionUID = 1;

        EndingException() {
            super("interrupted");
        }
    }
}
