package io.vedette.text.claim;

import io.vedette.text.Modality;

/** Words that say how a claim is put, on which side of its trigger they stand and how far away at most, in tokens. */
record ModalityRule(String pattern, Modality modality, Side side, int reach) {

    enum Side {
        BEFORE,
        AFTER,
        ANY
    }
}
