package io.vedette.enrich;

/** A record from which no article can be made, now or at another try; it belongs among the dead letters. */
public final class IllegalArticleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    IllegalArticleException(String message) {
        super(message);
    }
}
