package io.vedette.ingest;

/** Where articles come from, as metrics tell it. */
public enum SourceKind {
    /** Files and folders. */
    FILE,
    /** Standard input. */
    STDIN,
    /** {@code POST /api/articles}. */
    HTTP,
    /** RSS and Atom. */
    FEED
}
