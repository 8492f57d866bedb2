package io.vedette.text.mention;

import io.vedette.text.Field;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.Lookup;
import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;

/** One field's tokens, ready to be looked up. */
record FieldText(Field field, Tokens tokens, String language, Lookup lookup) {

    static FieldText of(Field field, Tokens tokens, String language, Gazetteer gazetteer) {
        return new FieldText(field, tokens, language, gazetteer.lookup(tokens, language));
    }

    int count() {
        return tokens.count();
    }

    /** The token's norm, or nothing beyond either end. */
    String norm(int i) {
        return i < 0 || i >= tokens.count() ? "" : tokens.norm(i);
    }

    /** A word with a capital; false beyond either end. */
    boolean capitalised(int i) {
        return i >= 0 && i < tokens.count() && tokens.kind(i) == TokenKind.WORD && tokens.capitalised(i);
    }

    boolean lower(int i) {
        return Character.isLowerCase(tokens.text().codePointAt(tokens.start(i)));
    }

    /** Whether it is the first word of its sentence, quotation marks aside. */
    boolean beginsSentence(int i) {
        int start = tokens.sentenceStart(tokens.sentenceOf(i));
        int first = i;
        while (first > start && tokens.kind(first - 1) == TokenKind.QUOTE) {
            first--;
        }
        return first == start;
    }

    int sentenceEnd(int i) {
        return tokens.sentenceEnd(tokens.sentenceOf(i));
    }

    /** Whether two tokens stand in the same sentence. */
    boolean together(int i, int j) {
        return i >= 0 && j >= 0 && i < count() && j < count() && tokens.sentenceOf(i) == tokens.sentenceOf(j);
    }
}
