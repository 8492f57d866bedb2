package io.vedette.text.mention;

import io.vedette.text.gazetteer.Alias;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that may name several places.
 *
 * @param first the first token of the name
 * @param nameEnd one past the last token of the name itself
 * @param end one past the last token of the mention, "Oblast" included
 * @param aliases what the words may stand for
 * @param hint what the words around say about its type
 * @param qualifier what stands behind the comma: "Paris, Texas"
 */
record PlaceCandidates(
        int first,
        int nameEnd,
        int end,
        List<Alias> aliases,
        Hint hint,
        @Nullable PlaceCandidates qualifier) {

    enum Hint {
        NONE,
        REGION,
        SETTLEMENT
    }

    PlaceCandidates with(@Nullable PlaceCandidates newQualifier) {
        return new PlaceCandidates(first, nameEnd, end, aliases, hint, newQualifier);
    }
}
