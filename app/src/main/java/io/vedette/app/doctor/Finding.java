package io.vedette.app.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What was found of one thing.
 *
 * @param check what was looked at: broker, topics, registry, acls, clock or disk
 * @param status how it is
 * @param what was found
 * @param remedy what to do; null where there is nothing to do
 */
public record Finding(
        String check, Status status, String what, @Nullable String remedy) {

    /** How something is, the best first. */
    public enum Status {
        OK,
        /** It could not be seen. */
        UNKNOWN,
        /** It works, and something should be done. */
        WARNING,
        /** Something does not work, or will not. */
        WRONG
    }

    static Finding ok(String check, String what) {
        return new Finding(check, Status.OK, what, null);
    }

    static Finding unknown(String check, String what, String remedy) {
        return new Finding(check, Status.UNKNOWN, what, remedy);
    }

    static Finding warning(String check, String what, String remedy) {
        return new Finding(check, Status.WARNING, what, remedy);
    }

    static Finding wrong(String check, String what, String remedy) {
        return new Finding(check, Status.WRONG, what, remedy);
    }
}
