package io.vedette.ingest;

/** Where articles come from, as metrics tell it. */
public enum SourceKind {
    /** Files and folders. */
    FILE,
    /** Standard input. */
    STDIN,
    /** {@code POST /api/articles}. */
    HTTP,
    /** Topics of others. */
    KAFKA,
    /** RSS, Atom and JSON Feed. */
    FEED,
    /** News sitemaps and their indexes. */
    SITEMAP,
    /** Pages that are read by a mapping. */
    LISTING,
    /** One page, again and again. */
    PAGE
}
