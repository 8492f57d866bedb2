package io.vedette.text;

import org.jspecify.annotations.Nullable;

/**
 * A number that a claim gives: how many were killed, what a loan is worth.
 *
 * @param kind what is counted
 * @param low the least that the words allow: 10 for "at least ten", 0 for "up to ten"
 * @param high the most that they allow; the same as {@code low} for a plain number, infinite for "at least ten"
 * @param unit the counted noun in the singular ("tank"), or an ISO 4217 code; null where the kind says it all
 * @param span the words of the number, its unit included
 */
public record Quantity(
        QuantityKind kind,
        double low,
        double high,
        @Nullable String unit,
        Span span) {

    public Quantity {
        if (!(low >= 0 && high >= low)) {
            throw new IllegalArgumentException(
                    "a quantity from " + low + " to " + high + ": it needs 0 <= low <= high");
        }
    }
}
