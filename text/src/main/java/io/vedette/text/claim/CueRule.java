package io.vedette.text.claim;

import io.vedette.text.Modality;

/**
 * Words of saying, thinking or wanting.
 *
 * @param takes the complements with which they count, as bits of {@link Complements}; 0 where that does not matter
 * @param passive whether they count in the passive too
 * @param modality how what is said is put, where its own words say nothing stronger
 * @param subtype what is claimed where nothing else is
 */
record CueRule(
        String pattern,
        Position position,
        int takes,
        boolean passive,
        Modality modality,
        Subtype subtype,
        double confidence) {

    /** To deny an event is no act of its own: the event is claimed as denied. */
    private static final String DENIAL = "denial";

    /** Whether saying it is itself what happens: a demand, a threat, an accusation stands beside what it names. */
    boolean isAct() {
        return switch (subtype.type()) {
            case THREAT, DEMAND, ACCUSATION, AGREEMENT_SUPPORT -> true;
            case DENIAL -> !subtype.name().equals(DENIAL);
            default -> false;
        };
    }

    /** Where the source stands. */
    enum Position {
        /** Its subject says it, before or after the verb. */
        VERB,
        /** As VERB, after a form of "be" or "seem". */
        ADJECTIVE,
        /** A noun of saying, whose owner says it, or whom "by" names. */
        NOUN,
        /** The source follows: "according to X". */
        PREP,
        /** A mark behind the source at the start of a sentence: "X: ...". */
        LABEL,
        /** Nobody is named: "reportedly". */
        NOBODY
    }

    /** Whether it only tells what somebody thinks or wants, not what he says. */
    boolean weak() {
        return confidence < 0.3;
    }

    /** Whether it tells of speech alone, not of a demand, a threat or the like, which is an event itself. */
    boolean isPlainSpeech() {
        return !weak() && confidence < 0.5;
    }

    boolean takesClause() {
        return (takes & Complements.A_CLAUSE) != 0;
    }
}
