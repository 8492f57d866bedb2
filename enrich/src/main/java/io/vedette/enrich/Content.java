package io.vedette.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.schemas.Article;
import io.vedette.text.article.Gist;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of an article makes a version: its title and text, less what is {@linkplain Gist cosmetic}, and its embargo.
 *
 * @param title hash of the title
 * @param text hash of the text
 * @param textLength how many characters of the text count
 * @param embargoUntil until when nobody is told; null for none
 */
record Content(
        long title, long text, int textLength, @Nullable Instant embargoUntil) {

    static Content of(Article article) {
        String text = Gist.ofText(article.getText());
        return new Content(
                hash(Gist.ofTitle(article.getTitle())), hash(text), text.length(), article.getEmbargoUntil());
    }

    /** One number for all of it. */
    long version() {
        return hash(title + "/" + text + "/" + embargoUntil);
    }

    private static long hash(String what) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
