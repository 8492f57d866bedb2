package io.vedette.runtime.access;

import io.vedette.runtime.access.Caller.Means;
import io.vedette.runtime.config.OidcConfig;
import java.net.URI;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bearer tokens of an OpenID Connect provider: JWTs with an asymmetric signature by one of the issuer's keys, for this
 * audience, not expired.  jose4j does the cryptography.  Thread-safe.
 */
final class Tokens implements Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    /** No HMAC, and never "none": what verifies a token must not be able to make one. */
    private static final AlgorithmConstraints ASYMMETRIC = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    private final OidcConfig config;
    private final JwtConsumer consumer;

    private Tokens(OidcConfig config, VerificationKeyResolver keys) {
        this.config = config;
        this.consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(ASYMMETRIC)
                .setExpectedIssuer(issuer(config).toString())
                .setExpectedAudience(Objects.requireNonNull(config.audience()))
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds((int) config.clockSkew().toSeconds())
                .build();
    }

    /** Asks the issuer for its keys once there is a token to be verified, and from time to time after that. */
    static Tokens of(OidcConfig config) {
        return new Tokens(config, new IssuerKeys(issuer(config), config.keys(), config.keysLifetime()));
    }

    @Override
    public Optional<Caller> caller(String secret) {
        if (!JWT.matcher(secret).matches()) {
            return Optional.empty();
        }
        try {
            return caller(consumer.processToClaims(secret));
        } catch (InvalidJwtException | MalformedClaimException e) {
            // not the message: it quotes the token
            LOG.debug("a token was refused: {}", reason(e));
            return Optional.empty();
        }
    }

    private static URI issuer(OidcConfig config) {
        return Objects.requireNonNull(config.issuer());
    }

    private Optional<Caller> caller(JwtClaims claims) throws MalformedClaimException {
        Optional<Tenant> tenant = tenant(claims);
        if (tenant.isEmpty()) {
            LOG.debug("a token was refused: its claim {} names no tenant", config.tenantClaim());
            return Optional.empty();
        }
        String subject = claims.getSubject();
        Object name = claims.getClaimValue(config.nameClaim());
        return Optional.of(new Caller(
                "token:" + subject,
                name instanceof String text && !text.isBlank() ? text : subject,
                Means.TOKEN,
                scopes(claims.getClaimValue(config.scopesClaim())),
                tenant.get()));
    }

    /** Nothing where it should be said and is not: such a token must not pass for one of the house. */
    private Optional<Tenant> tenant(JwtClaims claims) {
        String claim = config.tenantClaim();
        if (claim == null) {
            return Optional.of(Tenant.HOUSE);
        }
        try {
            return claims.getClaimValue(claim) instanceof String name && !name.isEmpty()
                    ? Optional.of(Tenant.of(name))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Words in a text as OAuth has them (RFC 8693, section 4.2), or a list, as others do. */
    private Set<Scope> scopes(@Nullable Object claim) {
        Stream<String> words = Stream.empty();
        if (claim instanceof String text) {
            words = Stream.of(text.split(" "));
        } else if (claim instanceof Collection<?> list) {
            words = list.stream().map(Object::toString);
        }
        List<String> given = words.toList();
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : Scope.values()) {
            if (given.contains(config.scopePrefix() + scope.word())) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private static Object reason(Exception e) {
        return e instanceof InvalidJwtException invalid
                ? invalid.getErrorDetails().stream()
                        .map(error -> error.getErrorCode())
                        .toList()
                : "malformed claims";
    }
}
