package io.vedette.text.claim;

import org.jspecify.annotations.Nullable;

/**
 * Who says something, with which words, and what; all in tokens, ends exclusive.
 *
 * @param sentence the sentence of the cue
 * @param speaker index of the mention that the source stands for; null where unknown
 */
record Attribution(
        CueRule rule,
        int sentence,
        int cueStart,
        int cueEnd,
        NounPhrase source,
        int contentStart,
        int contentEnd,
        @Nullable Integer speaker) {

    int contentLength() {
        return contentEnd - contentStart;
    }
}
