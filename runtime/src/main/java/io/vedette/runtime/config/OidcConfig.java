package io.vedette.runtime.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens of an OpenID Connect provider: JWTs that are signed with one of its published keys (RFC 7519, RFC 9068).
 *
 * @param issuer what {@code iss} must say; none, and no token is accepted
 * @param audience what {@code aud} must contain; needed where there is an issuer
 * @param keys where the issuer's keys are (JWKS); if not given, its {@code /.well-known/openid-configuration} says it
 * @param scopesClaim the claim with the scopes: words in a text, or a list
 * @param scopePrefix what stands in front of a scope in the token: {@code vedette:read}
 * @param nameClaim the claim that says who it is; {@code sub} where it is missing
 * @param tenantClaim the claim with the tenant whose token it is, {@code house} for none; without this setting all tokens are
 *     the house's, with it one without that claim is not accepted
 * @param clockSkew by how much the clocks of issuer and Vedette may differ
 * @param keysLifetime how long its keys are taken for current; an unknown key is asked for earlier
 */
public record OidcConfig(
        @Nullable URI issuer,
        @Nullable String audience,
        @Nullable URI keys,
        @Default("scope") String scopesClaim,
        @Default("vedette:") String scopePrefix,
        @Default("preferred_username") String nameClaim,
        @Nullable String tenantClaim,
        @Default("30s") Duration clockSkew,
        @Default("1h") Duration keysLifetime) {

    public OidcConfig {
        if (issuer != null && (audience == null || audience.isBlank())) {
            throw new InvalidValueException(
                    "audience",
                    "is missing; say what tokens for Vedette have as aud, or any token of the issuer would do");
        }
        requireSecure("issuer", issuer);
        requireSecure("keys", keys);
        Require.notBlank("scopesClaim", scopesClaim);
        Require.notBlank("nameClaim", nameClaim);
        Require.atLeast("clockSkew", clockSkew, Duration.ZERO);
        Require.atLeast("keysLifetime", keysLifetime, Duration.ofSeconds(1));
    }

    /** Who can change the keys on their way can make tokens. */
    private static void requireSecure(String component, @Nullable URI uri) {
        if (uri == null || "https".equals(uri.getScheme())) {
            return;
        }
        String host = uri.getHost();
        if (host == null || !"http".equals(uri.getScheme()) || !HttpConfig.isLoopback(host)) {
            throw new InvalidValueException(component, "is " + uri + "; give a URL that begins with https://");
        }
    }
}
