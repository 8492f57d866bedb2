package io.vedette.runtime;

/**
 * A part of a service whose health can be asked for. Nothing is connected or checked before somebody asks.
 *
 * <p>Implementations are thread-safe.
 */
public interface Component {

    /** Its name in {@code /health/ready}: lower case, hyphens; unique within the process. */
    String name();

    /**
     * Whether it can do its work now. Answers within about a second and never throws: what goes wrong is in the result.
     */
    CheckResult check();
}
