package io.vedette.ingest.source;

/** What lies at a source's address, as the record {@code Source} names it. */
public enum Kind {
    /** RSS, Atom or JSON Feed. */
    FEED,
    /** A news sitemap, or a sitemap index. */
    SITEMAP,
    /** A page whose items a mapping finds. */
    LISTING,
    /** One page, again and again. */
    PAGE
}
