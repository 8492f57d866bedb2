package io.vedette.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * TLS of the HTTP server: a PKCS#12 key store, or a certificate and its key in PEM.
 *
 * @param keyStore PKCS#12, with one private key and its chain
 * @param keyStorePassword of store and key
 * @param certificate PEM, with the server's own certificate first and then those that lead to the root
 * @param key PEM, PKCS#8 without a password
 * @param reload how often the files are looked at; if they have changed, new connections get what they have now
 * @param hsts for how long browsers are told to come with HTTPS only; 0s tells them nothing
 */
public record TlsConfig(
        @Nullable Path keyStore,
        @Nullable String keyStorePassword,
        @Nullable Path certificate,
        @Nullable Path key,
        @Default("1m") Duration reload,
        @Default("365d") Duration hsts) {

    public TlsConfig {
        if (keyStore != null && certificate != null) {
            throw new InvalidValueException("certificate", "is given beside http.tls.keyStore; give one of the two");
        }
        if (keyStore != null && keyStorePassword == null) {
            throw new InvalidValueException("keyStorePassword", "is missing; give that of http.tls.keyStore");
        }
        if ((certificate == null) != (key == null)) {
            throw new InvalidValueException(
                    certificate == null ? "certificate" : "key", "is missing; certificate and key belong together");
        }
        Require.atLeast("reload", reload, Duration.ofMillis(100));
        Require.atLeast("hsts", hsts, Duration.ZERO);
    }

    /** Whether the server speaks TLS. */
    public boolean enabled() {
        return keyStore != null || certificate != null;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TlsConfig[keyStore=" + keyStore + ", certificate=" + certificate + ", key=" + key + ", reload=" + reload
                + ", hsts=" + hsts + "]";
    }
}
