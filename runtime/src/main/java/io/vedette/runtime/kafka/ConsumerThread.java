package io.vedette.runtime.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * A daemon thread that reads with a consumer of its own until it is closed.  When reading fails, it begins anew with a new
 * consumer, after a pause that grows from 100 ms to 5 s as long as no attempt lasts 10 s.  Thread-safe.
 */
public final class ConsumerThread implements AutoCloseable {

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long GOOD_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long CLOSE_PATIENCE_MILLIS = 10_000;
    private static final CloseOptions GOODBYE = CloseOptions.timeout(Duration.ofSeconds(2));

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Reading reading;
    private final Failure failure;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    /** What the thread does with a consumer, until {@link #isClosing()}. */
    @FunctionalInterface
    public interface Reading {
        void with(Consumer<byte[], byte[]> consumer) throws IOException;
    }

    /** Is told, on the thread, why reading has ended before its time. */
    @FunctionalInterface
    public interface Failure {
        void because(Exception reason);
    }

    /**
     * @param name of the thread
     * @param consumers makes a consumer, anew after each failure
     */
    public ConsumerThread(String name, Supplier<Consumer<byte[], byte[]>> consumers, Reading reading, Failure failure) {
        this.consumers = consumers;
        this.reading = reading;
        this.failure = failure;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether reading is to end. */
    public boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Wakes the consumer up, and waits a while for the thread to end. */
    @Override
    public void close() {
        closing.countDown();
        Consumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(CLOSE_PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!isClosing()) {
            long begun = System.nanoTime();
            try {
                read();
            } catch (WakeupException | InterruptException e) {
                continue; // nobody but close does that
            } catch (IOException | RuntimeException e) {
                failure.because(e);
                if (System.nanoTime() - begun > GOOD_NANOS) {
                    pause = FIRST_PAUSE_MILLIS;
                }
                await(pause);
                pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
            }
        }
    }

    private void read() throws IOException {
        Consumer<byte[], byte[]> opened = consumers.get();
        try {
            consumer = opened;
            if (!isClosing()) {
                reading.with(opened);
            }
        } finally {
            consumer = null;
            opened.close(GOODBYE);
        }
    }

    private void await(long millis) {
        try {
            closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }
}
