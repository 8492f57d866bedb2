package io.vedette.alerts.api;

import io.vedette.alerts.watch.WatchWriter.Written;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets changes of one watch follow one another on this instance: the second sees what the first has written.  Of two that
 * come at once to two instances the later one still wins, for Kafka has no conditional write.
 */
final class OneAtATime {

    private static final int LOCKS = 64;

    private final Instances instances;
    private final Duration patience;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    OneAtATime(Instances instances, Duration patience) {
        this.instances = instances;
        this.patience = patience;
    }

    /** Writes, and waits until this instance has read what was written. */
    Written one(String watchId, Supplier<Written> write) throws InterruptedException {
        ReentrantLock lock = locks[Math.floorMod(watchId.hashCode(), LOCKS)];
        lock.lockInterruptibly();
        try {
            Written written = write.get();
            instances.hereApplied(written.partition(), written.offset(), patience);
            return written;
        } finally {
            lock.unlock();
        }
    }
}
