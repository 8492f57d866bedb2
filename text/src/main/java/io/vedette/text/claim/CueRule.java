package io.vedette.text.claim;

import io.vedette.text.Modality;

/**
 * Words of saying.
 *
 * @param modality how what is said is put, where its own words say nothing stronger
 * @param subtype what is claimed where nothing else is
 */
record CueRule(String pattern, Position position, Modality modality, Subtype subtype, double confidence) {

    /** Whether saying it is itself what happens: a demand, a threat, an accusation stands beside what it names. */
    boolean isAct() {
        return switch (subtype.type()) {
            case THREAT, DEMAND, ACCUSATION -> true;
            case DENIAL -> modality != Modality.DENIED;
            default -> false;
        };
    }

    /** Where the source stands. */
    enum Position {
        /** Its subject says it, before or after the verb. */
        VERB,
        /** As VERB, but a verb of saying only with "that", a quotation or a clause after it. */
        THAT,
        /** The source follows: "according to X". */
        PREP,
        /** A noun of saying, whose owner says it. */
        NOUN
    }
}
