package io.vedette.alerts.feedback;

/**
 * A change that would have kept a rejected alert away.  Nobody makes it but the author.
 *
 * @param to what is to be changed
 * @param text of a watch, its new query or its new {@code updates}; of a gazetteer, what to say there
 * @param why in words for the author
 */
public record Suggestion(Target to, String text, String why) {

    /** What can be changed. */
    public enum Target {
        QUERY,
        UPDATES,
        GAZETTEER
    }
}
