package io.vedette.alerts.feedback;

import io.vedette.runtime.streams.Trouble;

/** What somebody said can't be written to Kafka; it is not known whether it arrived. */
public final class FeedbackWriteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FeedbackWriteException(String key, Throwable cause) {
        super("what was said of " + key + " could not be written: " + Trouble.describe(cause), cause);
    }
}
