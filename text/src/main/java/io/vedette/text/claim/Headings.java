package io.vedette.text.claim;

import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;

/** Tells headings with capitals throughout ("Mayor Says It Rained") from sentences. */
final class Headings {

    private static final int LONGEST = 30;
    private static final int SHORTEST_WORD = 4;

    private final Tokens tokens;
    private int last = -1;
    private boolean heading;

    Headings(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether all but a few longer words of the sentence are capitalised, three at least. */
    boolean isHeading(int sentence) {
        if (sentence != last) {
            last = sentence;
            heading = look(tokens.sentenceStart(sentence), tokens.sentenceEnd(sentence));
        }
        return heading;
    }

    private boolean look(int from, int to) {
        int words = 0;
        int capitals = 0;
        for (int i = from; i < to && to - from <= LONGEST; i++) {
            if (tokens.kind(i) == TokenKind.WORD && tokens.end(i) - tokens.start(i) >= SHORTEST_WORD) {
                words++;
                capitals += tokens.capitalised(i) ? 1 : 0;
            }
        }
        return words >= 3 && capitals * 5 >= words * 4;
    }
}
