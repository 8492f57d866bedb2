package io.vedette.ingest.polling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Gives out times to begin with, a little apart: ten thousand sources must not be polled all at once.  Thread-safe. */
final class Starts {

    private final Clock clock;
    private final Duration apart;
    private Instant last = Instant.MIN;

    Starts(Clock clock, int perSecond) {
        this.clock = clock;
        this.apart = Duration.ofSeconds(1).dividedBy(perSecond);
    }

    /** Now, if nobody has begun just before; else the next time that is free. */
    synchronized Instant next() {
        Instant now = clock.instant();
        last = last.isBefore(now.minus(apart)) ? now : last.plus(apart);
        return last;
    }
}
