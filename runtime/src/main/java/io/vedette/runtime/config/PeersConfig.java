package io.vedette.runtime.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the instances of a service ask each other.
 *
 * @param trust certificates in PEM that may have signed those of other instances, whose names have to fit then; without it those that
 *     this Java trusts. An instance with the very certificate of this one is trusted in either case, whatever its address
 * @param secret that all instances share and by which they know each other; without it anybody may ask what they ask
 */
public record PeersConfig(@Nullable Path trust, @Nullable String secret) {

    private static final int SHORTEST = 32;

    public PeersConfig {
        if (secret != null && secret.length() < SHORTEST) {
            throw new InvalidValueException(
                    "secret", "is shorter than " + SHORTEST + " characters; take what openssl rand -hex 32 makes");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "PeersConfig[trust=" + trust + ", secret=" + (secret == null ? "none" : "given") + "]";
    }
}
