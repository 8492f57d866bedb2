package io.vedette.text.gazetteer;

/**
 * A name that may stand for an entity: a candidate, not a decision.
 *
 * @param text as the gazetteer writes it
 * @param entity whom it may stand for
 * @param use when it counts
 */
public record Alias(String text, Entity entity, Use use) {

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
}
