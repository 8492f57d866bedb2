package io.vedette.text.step;

/** A step that there is not, that can't be set up, or that gave what no document can hold. */
public final class StepException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StepException(String message) {
        super(message);
    }

    StepException(String message, Throwable cause) {
        super(message, cause);
    }
}
