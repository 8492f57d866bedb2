package io.vedette.alerts.delivery.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of an attempt to deliver. */
public sealed interface Outcome {

    /** The receiver took it. */
    record Delivered() implements Outcome {}

    /**
     * It failed in a way that may pass.
     *
     * @param reason for people, in one line, without secrets
     * @param after how long the receiver asks to be left alone; null if it does not say
     */
    record Failed(String reason, @Nullable Duration after) implements Outcome {}

    /**
     * It failed and will fail again until somebody changes something.
     *
     * @param reason for people, in one line, without secrets
     */
    record Refused(String reason) implements Outcome {}

    static Outcome delivered() {
        return new Delivered();
    }

    static Outcome failed(String reason) {
        return new Failed(reason, null);
    }

    static Outcome refused(String reason) {
        return new Refused(reason);
    }
}
