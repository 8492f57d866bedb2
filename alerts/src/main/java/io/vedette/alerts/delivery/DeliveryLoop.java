package io.vedette.alerts.delivery;

import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.DeliveryState;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link DeliverySession} going in a thread of its own, with a new one after each failure.  Thread-safe. */
final class DeliveryLoop implements Component, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long PATIENCE_SECONDS = 6;

    private final Supplier<DeliverySession> sessions;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "vedette-delivery");
    private volatile @Nullable DeliverySession session;
    private volatile @Nullable String trouble = "not started";

    DeliveryLoop(Supplier<DeliverySession> sessions) {
        this.sessions = sessions;
        thread.setDaemon(true);
    }

    void start() {
        trouble = "no partitions yet";
        thread.start();
    }

    /** See {@link DeliverySession#replay}; while there is no session nobody here has the partition. */
    void replay(DeliveryState wish) {
        DeliverySession now = session;
        if (now != null) {
            now.replay(wish);
        }
    }

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public CheckResult check() {
        String reason = trouble;
        return reason == null ? CheckResult.pass() : CheckResult.fail(reason);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            if (thread.isAlive()) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (closing.getCount() > 0) {
            try (DeliverySession now = sessions.get()) {
                session = now;
                while (closing.getCount() > 0) {
                    now.round();
                    if (now.settled()) {
                        trouble = null;
                        pause = FIRST_PAUSE_MILLIS;
                    }
                }
                now.farewell();
            } catch (WakeupException | InterruptException | InterruptedException e) {
                LOG.debug("interrupted while closing", e);
            } catch (RuntimeException e) {
                trouble = Trouble.describe(e);
                LOG.atWarn().addKeyValue("reason", trouble).log("delivery begins anew with what is committed");
                pause = pause(pause);
            } finally {
                session = null;
            }
        }
    }

    private long pause(long millis) {
        try {
            if (closing.await(millis, TimeUnit.MILLISECONDS)) {
                return millis;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.min(2 * millis, LONGEST_PAUSE_MILLIS);
    }
}
