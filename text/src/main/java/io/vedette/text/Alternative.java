package io.vedette.text;

import org.jspecify.annotations.Nullable;

/**
 * What a mention may mean instead: a runner-up that came close.
 *
 * @param entityId the gazetteer's id
 * @param name the entity's usual English name
 * @param confidence from 0 to 1, on the scale of the mention's own and not above it
 * @param country ISO 3166-1 alpha-2; null if none or unknown
 */
public record Alternative(
        String entityId,
        String name,
        double confidence,
        @Nullable String country) {}
