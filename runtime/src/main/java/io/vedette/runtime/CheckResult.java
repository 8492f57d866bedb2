package io.vedette.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a check of a component found.
 *
 * @param ok whether the component can do its work now
 * @param reason why not, in one line; may also remark on something that is fine, null if there is nothing to say
 */
public record CheckResult(boolean ok, @Nullable String reason) {
    private static final CheckResult OK = new CheckResult(true, null);

    public static CheckResult pass() {
        return OK;
    }

    /** Fine, with a remark such as how many partitions it reads. */
    public static CheckResult pass(String remark) {
        return new CheckResult(true, remark);
    }

    public static CheckResult fail(String reason) {
        return new CheckResult(false, reason);
    }

    /** A failure with what the exception says, or its class where it says nothing. */
    public static CheckResult fail(Throwable cause) {
        String message = cause.getMessage();
        return fail(message == null ? cause.getClass().getSimpleName() : message);
    }
}
