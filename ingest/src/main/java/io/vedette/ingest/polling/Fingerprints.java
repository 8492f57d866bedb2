package io.vedette.ingest.polling;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.item.Item;
import io.vedette.text.article.ArticleId;
import org.jspecify.annotations.Nullable;

/** Hashes by which items, and what they say, are known again. */
final class Fingerprints {

    /** A content that is not known, as that of items which an older version of Vedette took. */
    static final int ANY = 0;

    private static final int KEY_DIGITS = 16;

    private Fingerprints() {}

    /** Of what tells the item from the others of its source: the first 64 bits of a SHA-256. */
    static long key(Item item) {
        return of(item.key());
    }

    static long of(String key) {
        return Long.parseUnsignedLong(ArticleId.of(null, key).substring(0, KEY_DIGITS), 16);
    }

    /** Of what the list says of it, white space aside; never {@link #ANY}. */
    static int content(Item item) {
        ArticleInput article = item.article();
        String all = orEmpty(article.title()) + "\n" + orEmpty(article.text()) + "\n" + orEmpty(article.date());
        int hash = (int) of(all);
        return hash == ANY ? 1 : hash;
    }

    private static String orEmpty(@Nullable String s) {
        return s == null ? "" : s;
    }
}
