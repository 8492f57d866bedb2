package io.vedette.text.claim;

import io.vedette.text.Modality;
import org.jspecify.annotations.Nullable;

/**
 * Words that report an event.
 *
 * @param subtype of which kind; null for words that look like an event and are none
 * @param line where it stands in its file; of two equal matches the earlier rule wins
 * @param weak whether it counts only where no other rule of the sentence does
 * @param modality how the words themselves put it; null if they don't say
 */
record TriggerRule(
        String pattern,
        @Nullable Subtype subtype,
        double confidence,
        int line,
        boolean weak,
        boolean needsActor,
        boolean needsPlace,
        @Nullable Modality modality) {}
