package io.vedette.text.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of a story: a hash of the id of its first article, 32 hexadecimal digits. */
final class StoryId {

    private static final int BYTES = 16;

    private StoryId() {}

    static String of(String firstArticleId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(("story\n" + firstArticleId).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
