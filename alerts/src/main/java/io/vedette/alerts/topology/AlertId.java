package io.vedette.alerts.topology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes two alerts the same one: the watch, what it asks for, and the article.  The title and the severity of the
 * watch are no part of it, so that editing them tells nobody anything twice; nor is time, so that a replay comes to the
 * same ids.
 */
final class AlertId {

    private static final int BYTES = 16;

    private AlertId() {}

    /**
     * The id: 32 hexadecimal digits, the first half of a SHA-256 over the parts.
     *
     * @param canonicalQuery the query in its one normal spelling
     */
    static String of(String watchId, String canonicalQuery, String articleId) {
        MessageDigest digest = sha256();
        for (String part : new String[] {watchId, canonicalQuery, articleId}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // a length in front keeps "ab","c" and "a","bc" apart
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
