package io.vedette.alerts.disclosure;

import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Span;
import io.vedette.text.token.Tokens;
import java.util.EnumMap;
import java.util.Map;

/**
 * Finds the sentence around words of one document.  Splits a field only when something in it is asked for: few articles
 * match.  For one thread.
 */
public final class Snippets {

    /** A sentence longer than this is cut around the words, so that a text without full stops stays out of the alert. */
    public static final int LIMIT = 600;

    private final Document document;
    private final Map<Field, Tokens> tokens = new EnumMap<>(Field.class);

    /** @param document whose words are asked for */
    public Snippets(Document document) {
        this.document = document;
    }

    /** From the start of the sentence in which the words begin to the end of that in which they end. */
    public Span around(Field field, int start, int end) {
        Tokens words = tokens.computeIfAbsent(field, f -> Tokens.of(document.text(f)));
        if (words.count() == 0) {
            return new Span(start, end);
        }
        int first = words.sentenceStart(words.sentenceOf(tokenAt(words, start)));
        int last = words.sentenceEnd(words.sentenceOf(tokenAt(words, Math.max(start, end - 1)))) - 1;
        int from = Math.min(start, words.start(first));
        int to = Math.max(end, words.end(last));
        return cut(document.text(field), new Span(from, to), start, end);
    }

    /** The last token that begins at that place or before. */
    private static int tokenAt(Tokens words, int offset) {
        int low = 0;
        int high = words.count() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (words.start(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static Span cut(String text, Span sentence, int start, int end) {
        if (sentence.length() <= LIMIT) {
            return sentence;
        }
        int margin = Math.max(0, (LIMIT - (end - start)) / 2);
        int from = Math.max(sentence.start(), start - margin);
        int to = Math.min(sentence.end(), Math.max(from + LIMIT, from));
        return new Span(wholeCharacter(text, from), wholeCharacter(text, to));
    }

    /** Steps back from the middle of a surrogate pair. */
    private static int wholeCharacter(String text, int offset) {
        boolean inside = offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
        return inside ? offset - 1 : offset;
    }
}
