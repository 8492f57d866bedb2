package io.vedette.text.mention;

import io.vedette.text.gazetteer.Alias;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that may name one of several places, or none.
 *
 * @param text the field that they stand in
 * @param first the first token of the name
 * @param nameEnd one past the last token of the name itself
 * @param end one past the last token of the mention, "Oblast" included
 * @param aliases what the words may stand for, never empty
 * @param hint what the words around say about its type
 * @param cues what speaks for a place and against it, as bits of {@link PlaceCue}
 * @param qualifier what stands behind the comma and holds one of the places: "Paris, Texas"
 */
record PlaceCandidates(
        FieldText text,
        int first,
        int nameEnd,
        int end,
        List<Alias> aliases,
        Hint hint,
        long cues,
        @Nullable PlaceCandidates qualifier) {

    enum Hint {
        NONE,
        REGION,
        SETTLEMENT
    }

    PlaceCandidates with(PlaceCandidates newQualifier) {
        return new PlaceCandidates(
                text, first, nameEnd, end, aliases, hint, cues | PlaceCue.QUALIFIED.bit(), newQualifier);
    }

    PlaceCandidates and(PlaceCue cue) {
        return new PlaceCandidates(text, first, nameEnd, end, aliases, hint, cues | cue.bit(), qualifier);
    }

    boolean has(PlaceCue cue) {
        return (cues & cue.bit()) != 0;
    }

    /** The same for all mentions that are spelt alike, letter case aside. */
    long nameKey() {
        long key = 7;
        for (int i = first; i < nameEnd; i++) {
            key = key * 0x9E3779B97F4A7C15L + text.norm(i).hashCode();
        }
        return key;
    }
}
