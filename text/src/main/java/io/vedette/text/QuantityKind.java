package io.vedette.text;

/** What a number in a claim counts. */
public enum QuantityKind {
    KILLED,
    WOUNDED,
    /** Killed and wounded together, or a toll that does not say which. */
    CASUALTIES,
    MISSING,
    CAPTURED,
    /** Arrested, detained, abducted. */
    DETAINED,
    /** Freed or exchanged. */
    RELEASED,
    /** Displaced, evacuated, fled. */
    DISPLACED,
    /** People who take part: troops sent, protesters. */
    PARTICIPANTS,
    /** Weapons, vehicles, buildings: the unit says what. */
    THINGS,
    /** The unit is an ISO 4217 code. */
    MONEY
}
