package io.vedette.app.demo;

import io.vedette.app.alert.AlertFeed;
import io.vedette.app.alert.AlertPrinter;
import io.vedette.schemas.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Prints each alert when it comes, on a thread of its own: whoever publishes is busy meanwhile, and would measure how long it
 * took to look.
 */
final class Arrivals implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final AlertFeed feed;
    private final AlertPrinter printer;
    private final List<Long> delays = new ArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "demo-alerts");

    /** Asked for by another thread: completed once all is printed that was committed then. */
    private volatile @Nullable CompletableFuture<Void> allIn;

    /** @param feed from where it is on; of this thread alone from now on, until this is closed */
    Arrivals(AlertFeed feed, AlertPrinter printer) {
        this.feed = feed;
        this.printer = printer;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits until all is printed that is committed now.
     *
     * @return milliseconds from the append of its article to the alert, of each that was printed
     */
    List<Long> untilAllAreIn() {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        allIn = asked;
        await(CompletableFuture.anyOf(asked, ended));
        synchronized (delays) {
            return List.copyOf(delays);
        }
    }

    /** Goes on until the feed is woken up. */
    void goOn() {
        await(ended);
    }

    @Override
    public void close() throws InterruptedException {
        feed.wakeUp();
        thread.join();
    }

    private void run() {
        try {
            while (true) {
                feed.poll(POLL).forEach(this::print);
                CompletableFuture<Void> asked = allIn;
                if (asked != null && !asked.isDone() && feed.isAtEnd()) {
                    asked.complete(null);
                }
            }
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    private void print(Alert alert) {
        long now = System.currentTimeMillis();
        Instant accepted = alert.getAcceptedAt();
        if (accepted == null) {
            printer.print(alert, OptionalLong.empty());
            return;
        }
        long delay = Math.max(0, now - accepted.toEpochMilli());
        synchronized (delays) {
            delays.add(delay);
        }
        printer.print(alert, OptionalLong.of(delay));
    }

    private static void await(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }
}
