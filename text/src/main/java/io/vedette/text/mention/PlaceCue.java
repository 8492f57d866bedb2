package io.vedette.text.mention;

/** What stands beside a name, or is known of it, that speaks for its being a place or against. */
enum PlaceCue {
    WITHIN(2.4),
    MOVING(0.8),
    OF(0.4),
    THE(-0.1),
    DIRECTION(0.3),
    HEAD(1.4),
    QUALIFIED(2.9),
    QUALIFIER(1.8),
    COORDINATED(1.4),
    NAME_BEFORE(-2.7),
    INITIAL_BEFORE(-0.4),
    TITLE_BEFORE(-0.7),
    NAME_AFTER(-1.5),
    INSTITUTION_AFTER(-0.2),
    BELONGING_AFTER(1.6),
    POSSESSIVE(0.3),
    DOING_AFTER(-0.9),
    BEING_AFTER(0.3),
    STOP_WORD(-2.9),
    FIRST_NAME(0.7),
    SENTENCE_START(0.2),
    ALL_CAPITALS(-0.6),
    DATELINE(3.1),
    PARTY(0.9),
    HYPHEN_BEFORE(-0.5),
    HYPHEN_AFTER(0.0),
    SEVERAL_WORDS(1.4),
    SHORT(-0.5),
    NUMBER_BEFORE(-1.9),
    AGE_AFTER(-0.9),
    QUOTED(-0.8),
    IN_ACTOR(-0.5),
    IN_NAME(-2.6),
    REGION_AFTER(-0.1),
    ACRONYM(2.7),
    COUNTRY(1.2),
    DIVISION(2.2),
    SEAT(1.0),
    MAIN_NAME(0.8),
    PLACED_ELSEWHERE(1.0),
    PERSON_ELSEWHERE(-1.2),
    OWN(2.0),
    CAPITALS_BOTH(0.4),
    NON_LATIN(2.0);

    final double weight;

    PlaceCue(double weight) {
        this.weight = weight;
    }

    private static final PlaceCue[] ALL = values();

    /** The sum of the weights of those whose bits are set. */
    static double weigh(long cues) {
        double sum = 0;
        for (long rest = cues; rest != 0; rest &= rest - 1) {
            sum += ALL[Long.numberOfTrailingZeros(rest)].weight;
        }
        return sum;
    }

    long bit() {
        return 1L << ordinal();
    }
}
