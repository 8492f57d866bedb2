package io.vedette.text.claim;

import io.vedette.text.ClaimType;
import org.jspecify.annotations.Nullable;

/**
 * A finer type of claim, and what other schemes call it; null where they have no such thing.
 *
 * @param tone whether to announce it is to promise or to threaten
 */
record Subtype(
        String name,
        ClaimType type,
        @Nullable String plover,
        @Nullable String cameo,
        @Nullable String acled,
        Tone tone) {

    /** What announcing an event does to those whom it concerns. */
    enum Tone {
        COOPERATIVE,
        HOSTILE,
        NEITHER
    }
}
