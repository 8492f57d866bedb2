package io.vedette.schemas;

/** The ways that articles take.  They share no topic of articles, so that what is old never makes news wait. */
public enum Lane {
    /** News: tagged, put into stories, held against watches. */
    LIVE,
    /** What is filled in later, such as an archive: tagged and found in searches, but nobody is alerted. */
    BACKFILL
}
