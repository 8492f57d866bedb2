package io.vedette.runtime.deadletter;

/** There is more behind a dead letter than can be looked at, to see whether it was sent once more. */
public final class TooFarBackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooFarBackException(String topic, int records) {
        super("more than " + records + " records lie behind it in " + topic
                + ", by which it would show whether it was sent again; use vedette deadletters, or raise"
                + " http.deadLetters.records");
    }
}
