package io.vedette.runtime.status;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What only the alerts service knows of how it goes.  Thread-safe; answers at once. */
public interface Pulse {

    /** Where there is none. */
    Pulse NONE = new Pulse() {};

    /** How many articles were accepted since then; empty if it is not known. */
    default OptionalLong articles(Instant since) {
        return OptionalLong.empty();
    }

    /** How many alerts were raised since then; empty if it is not known. */
    default OptionalLong alerts(Instant since) {
        return OptionalLong.empty();
    }

    /** The canaries of this instance; null if none fly. */
    default @Nullable Canary canary() {
        return null;
    }

    /**
     * Canaries.
     *
     * @param lastSeen when the last one came; null if none has yet
     * @param millis how long that took; null if none has come yet
     * @param missing partitions whose canary has not come in time
     */
    record Canary(@Nullable Instant lastSeen, @Nullable Long millis, int missing) {}
}
