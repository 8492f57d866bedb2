package io.vedette.enrich;

import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Fingerprint;
import io.vedette.schemas.KnownArticle;
import io.vedette.text.article.ArticleMark;
import org.jspecify.annotations.Nullable;

/**
 * What comes of an article.
 *
 * @param verdict what was to become of it
 * @param article with what was found in it; null if nothing is to go out
 * @param fingerprint what its story is told by; null if it tells none
 */
record Outcome(
        Verdict verdict,
        @Nullable EnrichedArticle article,
        @Nullable Fingerprint fingerprint) {

    /** Of an article that went out before. */
    static Outcome nothing(Verdict verdict) {
        return new Outcome(verdict, null, null);
    }

    /** What is new of its history; null for nothing. */
    @Nullable
    ArticleHistory history() {
        KnownArticle known = verdict.known();
        return known == null || !verdict.inHistory() ? null : known.getHistory();
    }

    /** An article of Vedette's own tells no story. */
    @Nullable
    Fingerprint news() {
        return verdict.article().getMarks().contains(ArticleMark.CANARY.name()) ? null : fingerprint;
    }
}
