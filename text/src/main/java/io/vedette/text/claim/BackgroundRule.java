package io.vedette.text.claim;

/** Words that mark history: of the whole sentence, or of what stands near them. */
record BackgroundRule(String pattern, Scope scope) {

    enum Scope {
        SENTENCE,
        NEAR
    }
}
