package io.vedette.enrich;

import io.vedette.schemas.Article;
import io.vedette.schemas.KnownArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an article.
 *
 * @param what is to be done with it
 * @param article with its revision and marks
 * @param changed what is different from the revision before
 * @param inHistory whether its history says something new
 * @param known what is to be remembered; null if there is nothing new to remember
 */
record Verdict(
        What what,
        Article article,
        List<Change> changed,
        boolean inHistory,
        @Nullable KnownArticle known) {

    /** What is to be done. */
    enum What {
        /** To be tagged and sent on: it is new, or another than before. */
        TELL,
        /** To be sent on as gone. */
        RETRACT,
        /** Nothing: it went out before. */
        DROP
    }

    /** What is different; the names are those of the records. */
    enum Change {
        TITLE,
        TEXT,
        EMBARGO,
        REMOVED,
        RESTORED
    }

    Verdict {
        changed = List.copyOf(changed);
    }

    List<String> changes() {
        return changed.stream().map(Change::name).toList();
    }

    /** The same, to be remembered anew. */
    Verdict with(KnownArticle remembered) {
        return new Verdict(what, article, changed, inHistory, remembered);
    }
}
