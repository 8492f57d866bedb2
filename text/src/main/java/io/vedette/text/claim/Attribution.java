package io.vedette.text.claim;

import org.jspecify.annotations.Nullable;

/**
 * Who says something, with which words, and what; all in tokens, ends exclusive.
 *
 * @param sentence the sentence of the cue
 * @param source the words that say who; null where nobody is named ("was accused", "reportedly")
 * @param shared whether the cue has its source from a verb before it: "said ..., adding ..."
 * @param speaker index of the mention that the source stands for; null where unknown
 */
record Attribution(
        CueRule rule,
        int sentence,
        int cueStart,
        int cueEnd,
        @Nullable NounPhrase source,
        int contentStart,
        int contentEnd,
        boolean shared,
        @Nullable Integer speaker) {

    Attribution withContentEnd(int end) {
        return new Attribution(rule, sentence, cueStart, cueEnd, source, contentStart, end, shared, speaker);
    }

    int contentLength() {
        return contentEnd - contentStart;
    }
}
