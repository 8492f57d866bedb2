package io.vedette.ingest.item;

import io.vedette.ingest.article.ArticleInput;
import org.jspecify.annotations.Nullable;

/**
 * One item that a source lists.
 *
 * @param key what tells it from the others of the source for good: its guid, or its address, or its title and text
 * @param article what the list says of it; its text may be null, or a teaser
 * @param dateFrom where the date comes from, in the words of the record {@code Origin}; null without a date
 * @param fullText whether the list carries the whole text, as far as can be told; if not, the page at the article's address
 *     is worth fetching
 * @param forwardOf whom it repeats by its own account; null for nobody
 */
public record Item(
        String key,
        ArticleInput article,
        @Nullable String dateFrom,
        boolean fullText,
        @Nullable String forwardOf) {}
