package io.vedette.app.reprocess;

import io.vedette.schemas.EnrichedArticle;
import org.jspecify.annotations.Nullable;

/**
 * What an article that was tagged again means for a watch.
 *
 * @param change what comes of it
 * @param watch its id
 * @param article its id
 * @param title of the article
 * @param url of the article
 * @param alert the alert that was raised for its story; null for none
 */
public record Finding(
        Change change,
        String watch,
        String article,
        @Nullable String title,
        @Nullable String url,
        @Nullable String alert) {

    /** What comes of it. */
    public enum Change {
        /** It matches and its story was not told: an alert comes late. */
        LATE,
        /** It matches, and what was told of its story and withdrawn stands again. */
        STANDS_AGAIN,
        /** It matches and its story was told: it counts, and is an update if it says something new. */
        COUNTED,
        /** It does not match, nor does another article of its story: the alert is withdrawn. */
        WITHDRAWN,
        /** It does not match, but the alert rests on other articles as well. */
        LESS,
        /** It does not match, and nothing was told. */
        NOTHING
    }

    static Finding of(Change change, String watch, EnrichedArticle enriched, @Nullable String alert) {
        return new Finding(
                change,
                watch,
                enriched.getArticle().getId(),
                enriched.getArticle().getTitle(),
                enriched.getArticle().getUrl(),
                alert);
    }
}
