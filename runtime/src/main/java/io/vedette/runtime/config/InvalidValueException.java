package io.vedette.runtime.config;

/** Thrown by a section's constructor; the reader adds the key's full name and where the value came from. */
final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String component;

    /**
     * @param component the record component that is wrong
     * @param problem what is wrong and what would be right, to follow the key in a message
     */
    InvalidValueException(String component, String problem) {
        super(problem);
        this.component = component;
    }

    String component() {
        return component;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
