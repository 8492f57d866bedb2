package io.vedette.text.article;

/** What was done to an article on its way in.  The names are part of the record {@code Article}. */
public enum ArticleMark {
    /** The text, or another field, was longer than its limit and was cut. */
    TRUNCATED,
    /** Control characters, noncharacters, lone surrogates or endless runs of combining marks were taken out. */
    CLEANED,
    /** A date was given that nobody can read; the article has none. */
    DATE_UNREADABLE,
    /** The date given lay ahead of the article's acceptance and was set to it. */
    DATE_CLAMPED,
    /** No date was given; the time of acceptance is taken. */
    DATE_ASSUMED,
    /** Only a teaser: the full text could not be had. */
    TEASER,
    /** A new version of an article that went out before. */
    EDITED,
    /** Its source has it no more. */
    REMOVED,
    /** Vedette wrote it itself, to prove the way from an article to an alert: news to nobody. */
    CANARY
}
