package io.vedette.text.article;

/**
 * Why an article can't be taken.
 *
 * @param reason one of a few, good for counting
 * @param message the same for people, naming the field
 */
public record Refusal(Reason reason, String message) implements Cleaning {

    /** The reasons; a closed set, so that they can be a metric's tag. */
    public enum Reason {
        /** The text is missing, or nothing is left of it once it is cleaned. */
        EMPTY_TEXT,
        /** The time of the embargo can't be read: taking the article as free might break it. */
        EMBARGO_UNREADABLE,
        /** It is no article at all: malformed JSON, a field of the wrong type, a page without text. */
        MALFORMED
    }
}
