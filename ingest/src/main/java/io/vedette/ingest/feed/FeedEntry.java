package io.vedette.ingest.feed;

import io.vedette.ingest.article.ArticleInput;

/**
 * One entry of a feed.
 *
 * @param key what tells it from the others: its guid, or its link, or its title and text
 * @param article what it says
 */
record FeedEntry(String key, ArticleInput article) {}
