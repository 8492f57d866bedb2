package io.vedette.runtime.config;

import java.util.List;

/**
 * Who may do what over HTTP.  If there is neither a key nor an issuer here, everybody may do everything.
 *
 * @param keys that are known from the start; one with the scope admin can make others
 * @param storedKeys whether those count, too, that {@code vedette key create} has made
 * @param openMetrics whether {@code /metrics} is answered without a key
 * @param oidc whose tokens are accepted
 */
public record AuthConfig(
        List<AuthKeyConfig> keys,
        @Default("true") boolean storedKeys,
        @Default("false") boolean openMetrics,
        OidcConfig oidc) {

    public AuthConfig {
        keys = List.copyOf(keys);
    }

    /** Whether a request needs a key or token. */
    public boolean required() {
        return !keys.isEmpty() || oidc.issuer() != null;
    }
}
