package io.vedette.runtime.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.net.URI;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that an issuer publishes (RFC 7517), where it says that they are (OpenID Connect Discovery 1.0), or where the
 * configuration says so.  They are kept for a while; a signature by a key that is not among them has them asked for again.
 * Thread-safe.
 */
final class IssuerKeys implements VerificationKeyResolver {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int MOST_BYTES = 512 * 1024;
    /** Issuers that can't be asked are not asked for every request. */
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final URI issuer;
    private final @Nullable URI configured;
    private final Duration lifetime;
    private final Get http = new Get();
    private volatile @Nullable VerificationKeyResolver resolver;
    private long failedAt;
    private boolean failed;

    IssuerKeys(URI issuer, @Nullable URI configured, Duration lifetime) {
        this.issuer = issuer;
        this.configured = configured;
        this.lifetime = lifetime;
        http.setConnectTimeout(PATIENCE_MILLIS);
        http.setReadTimeout(PATIENCE_MILLIS);
        http.setRetries(0);
        http.setResponseBodySizeLimit(MOST_BYTES);
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        return resolver().resolveKey(signature, nesting);
    }

    private VerificationKeyResolver resolver() throws UnresolvableKeyException {
        VerificationKeyResolver known = resolver;
        return known != null ? known : find();
    }

    private synchronized VerificationKeyResolver find() throws UnresolvableKeyException {
        VerificationKeyResolver known = resolver;
        if (known != null) {
            return known;
        }
        if (failed && System.nanoTime() - failedAt < PAUSE_NANOS) {
            throw new UnresolvableKeyException("the issuer could not be asked a moment ago");
        }
        try {
            HttpsJwks keys = new HttpsJwks(configured != null ? configured.toString() : discover());
            keys.setSimpleHttpGet(http);
            keys.setDefaultCacheDuration(lifetime.toSeconds());
            keys.setRetainCacheOnErrorDuration(lifetime.toSeconds());
            VerificationKeyResolver found = new HttpsJwksVerificationKeyResolver(keys);
            resolver = found;
            failed = false;
            return found;
        } catch (IOException e) {
            failed = true;
            failedAt = System.nanoTime();
            LOG.atWarn().addKeyValue("issuer", issuer).log("no token can be verified: {}", e.toString());
            throw new UnresolvableKeyException("the issuer does not say where its keys are", e);
        }
    }

    /** Where the issuer's own description says that its keys are. */
    private String discover() throws IOException {
        String base = issuer.toString().replaceAll("/+$", "");
        SimpleResponse response = http.get(base + "/.well-known/openid-configuration");
        JsonNode description = Json.MAPPER.readTree(response.getBody());
        if (!issuer.toString().equals(description.path("issuer").asText())) {
            throw new IOException("its description is that of another issuer");
        }
        String keys = description.path("jwks_uri").asText();
        if (!keys.startsWith("https://") && !keys.startsWith("http://" + issuer.getAuthority() + "/")) {
            throw new IOException("its description has no https URL of keys");
        }
        return keys;
    }
}
