package io.vedette.alerts.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vedette.runtime.http.Shape;
import io.vedette.text.watch.ClauseMatch;
import org.jspecify.annotations.Nullable;

/**
 * Why a query matches, at one place in an article.
 *
 * @param snippet the sentence; null where the clause is about the article and not its words, or where it may not be shown
 * @param snippetStart where that begins in the field
 */
record ShownMatch(
        @JsonUnwrapped ClauseMatch match,
        @Nullable String snippet,
        @Nullable Integer snippetStart) {

    static final Shape SHAPE = new Shape.Both(
            Shape.of(ClauseMatch.class),
            Shape.object("Snippet", "snippet", Shape.TEXT, "snippetStart", Shape.WHOLE_NUMBER));
}
