package io.vedette.alerts.overtime;

import io.vedette.schemas.Alert;
import io.vedette.schemas.ClaimFact;
import io.vedette.schemas.ContributingArticle;
import io.vedette.schemas.Match;
import io.vedette.schemas.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article that matches, as the operators see it.  Times are milliseconds since 1970 UTC.
 *
 * @param at when it was published or accepted, whichever is earlier
 * @param open what ended before was closed when the article came: its acceptance less the lateness that is allowed.  It
 *     depends on nothing but the article, so that every replay finds the same articles late
 * @param part which of the queries it matches
 * @param story what it tells; the article itself where it has no story
 * @param text the article whose text it is
 * @param history whether it was accepted before the watch was saved: it counts, but is no reason to say anything
 */
record Seen(
        String articleId,
        long at,
        long open,
        int part,
        String story,
        String text,
        List<ClaimFact> facts,
        Alert alert,
        @Nullable String trace,
        boolean history) {

    /** @param savedAt when the watch was saved, if it was filled; null else */
    static Seen of(Match match, Duration lateness, @Nullable Long savedAt) {
        Alert alert = Objects.requireNonNull(match.getAlert(), "a match without an article");
        Story story = match.getStory();
        String article = alert.getArticleId();
        String copied = story == null ? null : story.getCopyOf();
        return new Seen(
                article,
                match.getArticleAt().toEpochMilli(),
                match.getAt().minus(lateness).toEpochMilli(),
                match.getPart(),
                story == null ? article : story.getStoryId(),
                copied == null ? article : copied,
                match.getClaims(),
                alert,
                match.getTraceparent(),
                savedAt != null && match.getAt().toEpochMilli() < savedAt);
    }

    /** Whether it is a later version of an article that may have been seen. */
    boolean isRevision() {
        return alert.getRevision() > 1;
    }

    /** When it counts: late articles of a window that is still open count at once. */
    long counted() {
        return Math.max(at, open);
    }

    ContributingArticle contributing() {
        return ContributingArticle.newBuilder()
                .setId(articleId)
                .setTitle(alert.getTitle())
                .setUrl(alert.getUrl())
                .setSource(alert.getSource())
                .setAt(Instant.ofEpochMilli(at))
                .build();
    }
}
