package io.vedette.text.claim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides between attributions of which one stands in what another says.  "She said that he wants peace" is hers: what
 * somebody thinks or wants is not told again inside what is said.  "He said it rained, adding that it was cold" are two
 * beside each other, and what is said first ends where the second begins.
 */
final class Nesting {

    private Nesting() {}

    /** The attributions of a sentence, in order, that stay. */
    static List<Attribution> resolve(List<Attribution> found, FieldTokens tokens) {
        if (found.size() < 2) {
            return found;
        }
        List<Attribution> kept = new ArrayList<>(found);
        for (Attribution inner : found) {
            for (int k = 0; k < kept.size(); k++) {
                Attribution outer = kept.get(k);
                if (!isWithin(inner, outer)) {
                    continue;
                }
                boolean later = inner.cueStart() > outer.cueEnd();
                int start = later ? startBeside(inner, outer, tokens) : -1;
                if (start > outer.contentStart()) {
                    kept.set(k, outer.withContentEnd(start));
                } else if (inner.rule().weak() || later && isPronoun(inner.source(), tokens)) {
                    kept.remove(inner);
                    break;
                }
            }
        }
        return kept;
    }

    private static boolean isWithin(Attribution inner, Attribution outer) {
        return inner.cueStart() != outer.cueStart()
                && outer.contentStart() <= inner.cueStart()
                && inner.cueEnd() <= outer.contentEnd();
    }

    /** Where the first content ends if the second attribution stands beside it; -1 if it is part of it. */
    private static int startBeside(Attribution second, Attribution first, FieldTokens tokens) {
        NounPhrase source = second.source();
        if (second.shared() || source != null && source.end() <= first.cueStart()) {
            return endBefore(second.cueStart(), tokens);
        }
        if (source == null || source.start() > second.cueStart()) {
            return -1;
        }
        int before = source.start() - 1;
        boolean beside = tokens.is(before, "but")
                || tokens.is(before, ";")
                || tokens.is(before, "while")
                || tokens.is(before, "and") && tokens.is(before - 1, ",");
        return beside ? endBefore(before, tokens) : -1;
    }

    private static int endBefore(int token, FieldTokens tokens) {
        int end = token;
        while (end > 0 && (tokens.isBreak(end - 1) || tokens.has(end - 1, WordClass.COORDINATOR))) {
            end--;
        }
        return end;
    }

    /** Whether the inner source is nobody, or a word for somebody named before: mostly the outer source. */
    private static boolean isPronoun(@Nullable NounPhrase source, FieldTokens tokens) {
        return source == null
                || !tokens.is(source.start() - 1, ",")
                        && source.end() - source.start() == 1
                        && tokens.has(source.start(), WordClass.SUBJECT | WordClass.RELATIVE)
                        && !tokens.is(source.start(), "who");
    }
}
