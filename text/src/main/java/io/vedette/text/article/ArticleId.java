package io.vedette.text.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The id of an article: the first 128 bits of a SHA-256, as 32 lower-case hexadecimal digits.  It hashes what the
 * addresses of the article {@linkplain UrlIdentity have in common}, or where there is none the cleaned text with each run of white space as one space.  A word ahead of what is
 * hashed keeps a text that looks like an address apart from that address.
 */
public final class ArticleId {

    private static final int BYTES = 16;

    private ArticleId() {}

    /**
     * The id of an article.
     *
     * @param canonicalUrl as {@link CanonicalUrl} gives it, or null
     * @param cleanedText as {@link ArticleCleaner} leaves it; only looked at without an address
     */
    public static String of(@Nullable String canonicalUrl, String cleanedText) {
        return canonicalUrl != null
                ? hash("url\n" + UrlIdentity.of(canonicalUrl))
                : hash("text\n" + onOneLine(cleanedText));
    }

    /** Each run of white space as one blank. */
    private static String onOneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean spaceNow = c == ' ' || c >= '\t' && c <= '\r';
            if (!spaceNow) {
                out.append(c);
            } else if (!space) {
                out.append(' ');
            }
            space = spaceNow;
        }
        return out.toString();
    }

    private static String hash(String what) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
