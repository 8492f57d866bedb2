package io.vedette.ingest.article;

import io.vedette.text.article.Refusal;

/** An article that can't be taken; the message says why. */
public final class RefusedArticleException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    RefusedArticleException(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** The reason, for counting. */
    public Refusal.Reason reason() {
        return refusal.reason();
    }
}
