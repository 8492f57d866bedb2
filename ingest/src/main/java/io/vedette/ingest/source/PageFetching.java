package io.vedette.ingest.source;

/** When the page behind an item is fetched, as the record {@code Source} names it. */
public enum PageFetching {
    /** If the item carries no full text. */
    TEASER,
    ALWAYS,
    NEVER
}
