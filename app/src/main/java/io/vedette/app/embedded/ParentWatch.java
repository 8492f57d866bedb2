package io.vedette.app.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * The first class of a child process: runs another {@code main} and ends the process when standard input ends, which
 * it does when the parent is gone, however it went.
 *
 * <p>It may use nothing but the JDK: the child has no other class of ours.
 */
final class ParentWatch {

    private static final long PATIENCE_MILLIS = 3_000;

    private ParentWatch() {}

    /** Expects the name of the class to run, then its arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        daemon("parent-watch", ParentWatch::endWithParent).start();
        Method main = Class.forName(args[0]).getMethod("main", String[].class);
        main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    }

    private static void endWithParent() {
        awaitEnd(System.in);
        daemon("impatience", ParentWatch::haltSoon).start();
        System.exit(0);
    }

    private static void awaitEnd(InputStream in) {
        byte[] ignored = new byte[64];
        try {
            while (in.read(ignored) >= 0) {
                // Nothing is said on it; only its end counts.
            }
        } catch (IOException e) {
            // A broken pipe is as good an end as any.
            return;
        }
    }

    private static void haltSoon() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
