package io.vedette.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may send articles.  Only hashes of the keys are known here: whoever reads the configuration has no key.  A key is
 * 256 random bits, so a plain hash does; nobody can guess it back.  Immutable.
 */
final class ApiKeys {

    private static final String BEARER = "bearer ";

    private final List<byte[]> hashes;

    /** @param hashes SHA-256 in hexadecimal; if there are none, everybody may */
    ApiKeys(List<String> hashes) {
        this.hashes = hashes.stream().map(HexFormat.of()::parseHex).toList();
    }

    /**
     * Whose request it is.
     *
     * @param authorization the header of that name, or null
     * @param apiKey the header {@code X-Api-Key}, or null
     * @return the hash of the key that was sent, or an empty text where none is needed; nothing if the request has none
     *     that is known
     */
    Optional<String> caller(@Nullable String authorization, @Nullable String apiKey) {
        if (hashes.isEmpty()) {
            return Optional.of("");
        }
        String key = apiKey != null ? apiKey : bearer(authorization);
        if (key == null) {
            return Optional.empty();
        }
        byte[] given = sha256(key.strip());
        boolean known = false;
        for (byte[] hash : hashes) {
            // all of them, lest the time tell which one it was
            known |= MessageDigest.isEqual(hash, given);
        }
        return known ? Optional.of(HexFormat.of().formatHex(given)) : Optional.empty();
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length())
                : null;
    }

    private static byte[] sha256(String text) {
        return Sha256.of(text.getBytes(UTF_8));
    }
}
