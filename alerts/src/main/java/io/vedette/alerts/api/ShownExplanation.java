package io.vedette.alerts.api;

import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.disclosure.Snippets;
import io.vedette.alerts.disclosure.TextDelivery;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Span;
import io.vedette.text.watch.ClauseMatch;
import io.vedette.text.watch.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * What an explanation may quote of an article: who asks chooses the query, and a query can match all of a text.
 *
 * @param document the article
 * @param delivery how much of its text may leave Vedette
 */
record ShownExplanation(Document document, Disclosure disclosure, TextDelivery delivery) {

    /**
     * The match, with as many of its words as may be shown.  The sentence comes along of a text that may be shown whole: of
     * another one could be read piece by piece, question by question.
     */
    ShownMatch of(ClauseMatch match, Snippets snippets) {
        boolean whole = delivery == TextDelivery.FULL || match.field() == Field.TITLE;
        if (!whole || match.start() == match.end()) {
            return new ShownMatch(words(match), null, null);
        }
        Span around = snippets.around(match.field(), match.start(), match.end());
        return new ShownMatch(
                words(match), document.text(match.field()).substring(around.start(), around.end()), around.start());
    }

    private ClauseMatch words(ClauseMatch match) {
        if (delivery == TextDelivery.FULL || match.field() == Field.TITLE) {
            return match;
        }
        return new ClauseMatch(
                match.clause(),
                match.field(),
                match.start(),
                match.end(),
                String.valueOf(disclosure.piece(match.words(), delivery)),
                match.alias(),
                match.entityId(),
                match.name(),
                match.claimIndex(),
                match.mentionIndex(),
                match.confidence(),
                match.rule(),
                piece(match.detail()));
    }

    /** The tree, whose remarks on what came closest quote claims, perhaps of the title; of a text that may not be shown none. */
    Explanation of(Explanation tree) {
        return delivery == TextDelivery.FULL
                ? tree
                : new Explanation(
                        tree.operator(),
                        tree.text(),
                        tree.holds(),
                        piece(tree.nearest()),
                        tree.parts().stream().map(this::of).toList());
    }

    private @Nullable String piece(@Nullable String words) {
        return delivery == TextDelivery.NONE ? null : disclosure.piece(words, delivery);
    }
}
