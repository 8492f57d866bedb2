package io.vedette.text.gazetteer;

import io.vedette.text.gazetteer.image.NameSource;

/**
 * A name that may stand for an entity: a candidate, not a decision.
 *
 * @param text as the gazetteer writes it
 * @param entity whom it may stand for
 * @param use when it counts
 * @param source where it comes from, and so how far to trust it
 */
public record Alias(String text, Entity entity, Use use, NameSource source) {

    /** When a name in a text counts as this alias. */
    public enum Use {
        /** Written with a capital, as the alias is. */
        NAME,
        /** Written in capitals throughout: "WHO", "US". */
        ACRONYM,
        /** Behind a comma or in brackets, after a place: "Alexandria, La." */
        QUALIFIER,
        /** An adjective or the name of a people: "Ukrainian". */
        DEMONYM,
        /** In any case at all. */
        ANY_CASE
    }

    /** Whether it is the entity's usual name, not another one for it. */
    public boolean main() {
        return source == NameSource.MAIN;
    }

    /** How far the name alone speaks for the entity, from 0 to 1. */
    public double confidence() {
        return source.confidence();
    }
}
