package io.vedette.runtime.access;

import java.util.Optional;

/** Knows some of the callers.  Thread-safe. */
@FunctionalInterface
public interface Credentials {

    /**
     * Whose secret that is; nothing if it is not known here, or not any more.
     *
     * @param secret a key or token, as it was sent
     */
    Optional<Caller> caller(String secret);
}
