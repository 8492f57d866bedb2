package io.vedette.text.watch.query;

import io.vedette.text.MentionType;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an actor or place, as far as a query's author needs it to tell it from another of the same name.
 *
 * @param id its id
 * @param name its usual name
 * @param type what it is
 * @param country ISO 3166-1 alpha-2; null where it belongs to none
 * @param weight how often it is meant when its name is said, in people who live there; of use only beside another's
 */
public record Described(
        String id, String name, MentionType type, @Nullable String country, double weight) {}
