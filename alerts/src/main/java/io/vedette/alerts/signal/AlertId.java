package io.vedette.alerts.signal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes two alerts the same one: the watch, what it asks for, the story or window, and which threshold of it.  The
 * title and the severity of the watch are no part of it, so that editing them tells nobody anything twice; nor is time, so
 * that a replay comes to the same ids.
 */
public final class AlertId {

    /** The step of an alert that passes no threshold. */
    public static final String NO_STEP = "";

    private static final int BYTES = 16;

    private AlertId() {}

    /**
     * The id: 32 hexadecimal digits, the first half of a SHA-256 over the parts.
     *
     * @param queryKey {@link #queryKey} of the watch's query
     * @param subject the story, or the window: its first moment, say
     * @param step what the alert adds to what was said of the subject before; {@link #NO_STEP} for the first
     */
    public static String of(String watchId, String queryKey, String subject, String step) {
        return hash(watchId, queryKey, subject, step);
    }

    /** The same for all queries that ask the same. */
    public static String queryKey(String canonicalQuery) {
        return hash(canonicalQuery);
    }

    private static String hash(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
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
