package io.vedette.text.mention;

import static io.vedette.text.gazetteer.NameWords.COMMON;
import static io.vedette.text.gazetteer.NameWords.DEED;
import static io.vedette.text.gazetteer.NameWords.LIFE;
import static io.vedette.text.gazetteer.NameWords.ROLE;
import static io.vedette.text.gazetteer.NameWords.SPEECH;

import io.vedette.text.token.TokenKind;

/** Tells sentences whose capitals say nothing: headings in capitals throughout, or with a capital on every word. */
final class Headings {

    private static final int SHORT_WORD = 3;
    private static final int LEAST_WORDS = 4;

    private Headings() {}

    /** For each sentence of a field, whether it is a heading. */
    static boolean[] of(Clues clues) {
        boolean[] headings = new boolean[clues.text().tokens().sentences()];
        for (int s = 0; s < headings.length; s++) {
            headings[s] = isHeading(clues, s);
        }
        return headings;
    }

    private static boolean isHeading(Clues clues, int sentence) {
        var tokens = clues.text().tokens();
        int words = 0;
        int capitalised = 0;
        int capitals = 0;
        boolean plain = false;
        int start = tokens.sentenceStart(sentence);
        for (int i = start; i < tokens.sentenceEnd(sentence); i++) {
            if (tokens.kind(i) != TokenKind.WORD || tokens.end(i) - tokens.start(i) <= SHORT_WORD) {
                continue;
            }
            words++;
            capitals += tokens.allCaps(i) ? 1 : 0;
            capitalised += tokens.capitalised(i) ? 1 : 0;
            plain |= i > start && tokens.capitalised(i) && clues.is(i, COMMON | SPEECH | DEED | LIFE | ROLE);
        }
        if (words < LEAST_WORDS) {
            return words > 1 && capitals == words && plain;
        }
        return plain && (capitals * 5 >= words * 4 || capitalised == words && !closed(clues, sentence));
    }

    private static boolean closed(Clues clues, int sentence) {
        int last = clues.text().tokens().sentenceEnd(sentence) - 1;
        return clues.mark(last, '.') || clues.mark(last, '?') || clues.mark(last, '!');
    }
}
