package io.vedette.runtime.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.runtime.config.AuthConfig;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who calls.  Thread-safe. */
public final class Authentication {

    private static final int LONGEST_SECRET = 8_192;

    private final boolean required;
    private final List<Credentials> credentials;

    private Authentication(boolean required, List<Credentials> credentials) {
        this.required = required;
        this.credentials = List.copyOf(credentials);
    }

    /** Everybody may do everything. */
    public static Authentication none() {
        return new Authentication(false, List.of());
    }

    /**
     * As configured.
     *
     * @param config keys and issuer; if it has neither, everybody may do everything
     * @param ingestHashes of keys that may send articles, see {@code ingest.push.keys}
     * @param more others who know callers
     */
    public static Authentication of(AuthConfig config, List<String> ingestHashes, List<Credentials> more) {
        if (!config.required()) {
            return none();
        }
        List<Credentials> all = new ArrayList<>();
        all.add(new ConfiguredKeys(config.keys(), ingestHashes));
        all.addAll(more);
        if (config.oidc().issuer() != null) {
            all.add(Tokens.of(config.oidc()));
        }
        return new Authentication(true, all);
    }

    /** Whether requests need a key or token. */
    public boolean required() {
        return required;
    }

    /**
     * Who calls: {@link Caller#ANYBODY} where no key is needed.
     *
     * @param authorization the header of that name: {@code Bearer} and a key or token, or {@code Basic} with a key as the
     *     password, for feed readers; or null
     * @param apiKey the header {@code X-Api-Key}, which counts first, or null
     * @return nothing if a key is needed and this is none that is known
     */
    public Optional<Caller> caller(@Nullable String authorization, @Nullable String apiKey) {
        if (!required) {
            return Optional.of(Caller.ANYBODY);
        }
        String secret = secret(authorization, apiKey);
        if (secret == null || secret.isEmpty() || secret.length() > LONGEST_SECRET) {
            return Optional.empty();
        }
        return credentials.stream()
                .flatMap(some -> some.caller(secret).stream())
                .findFirst();
    }

    private static @Nullable String secret(@Nullable String authorization, @Nullable String apiKey) {
        if (apiKey != null) {
            return apiKey.strip();
        }
        String bearer = after("bearer ", authorization);
        if (bearer != null) {
            return bearer;
        }
        String basic = after("basic ", authorization);
        return basic == null ? null : password(basic);
    }

    private static @Nullable String after(String scheme, @Nullable String header) {
        return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length())
                ? header.substring(scheme.length()).strip()
                : null;
    }

    private static @Nullable String password(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), UTF_8);
            return pair.contains(":") ? pair.substring(pair.indexOf(':') + 1) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
