package io.vedette.runtime.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Keys of the API.  A key is 256 random bits, so a plain SHA-256 hides it: there is nothing to guess, as there would be with
 * passwords.
 */
public final class SecretKey {

    private static final int BYTES = 32;
    private static final String PREFIX = "vdt_";

    private SecretKey() {}

    /** A new key, as its owner needs it.  Scanners for secrets find it by its beginning. */
    public static String create(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** All that Vedette keeps of a key: its SHA-256 in hexadecimal. */
    public static String hash(String key) {
        return HexFormat.of().formatHex(sha256(key));
    }

    static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
