package io.vedette.text.story;

/**
 * A claim, as far as it is needed to see that another says the opposite.
 *
 * @param type what it reports, as {@link io.vedette.text.ClaimType} names it
 * @param about a hash of the actor or place that it is about; never 0
 * @param denied whether it says that this did not happen
 * @param source a hash of who says so; 0 where nobody is named
 */
public record ClaimKey(String type, int about, boolean denied, int source) {

    /** Whether the other one says the opposite of the same, and somebody else says it. */
    boolean contradicts(ClaimKey other) {
        return about == other.about
                && denied != other.denied
                && type.equals(other.type)
                && (source != other.source || source == 0);
    }
}
