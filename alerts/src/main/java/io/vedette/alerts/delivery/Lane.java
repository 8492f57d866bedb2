package io.vedette.alerts.delivery;

import io.vedette.alerts.delivery.channel.Channel;
import java.time.Duration;
import java.time.Instant;

/**
 * A channel with what bounds it.
 *
 * @param name what watches call it
 * @param channel does the work
 * @param concurrency the most deliveries under way at a time
 * @param digest how long alerts are collected; zero for each by itself
 */
record Lane(String name, Channel channel, int concurrency, Duration digest) {

    private static final int MOST_IN_DIGEST = 100;

    /** When what comes now is due: at once, or with the others of its digest, at a multiple of the digest's time. */
    Instant first(Instant now) {
        if (digest.isZero()) {
            return now;
        }
        long millis = digest.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), millis) * millis + millis);
    }

    /** How many go into one message. */
    int most() {
        return digest.isZero() ? 1 : MOST_IN_DIGEST;
    }
}
