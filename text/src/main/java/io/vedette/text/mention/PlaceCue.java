package io.vedette.text.mention;

/**
 * What stands beside a name, or is known of it, that speaks for its being a place or against: the weights of a logistic
 * model, fitted on news and web texts and rounded.
 */
enum PlaceCue {
    /** "in", "near", "outside" stands before it. */
    WITHIN(2.2),
    /** "from", "to", "at" stands before it. */
    MOVING(0.7),
    OF(0.4),
    /** "outskirts of", "capture of" stands before it. */
    PART_OF(1.7),
    /** "captured", "visited" stands before it. */
    TAKEN(1.2),
    THE(-0.2),
    /** "northern", "downtown" stands before it. */
    DIRECTION(0.1),
    /** "town of", "region of" stands before it. */
    HEAD(1.3),
    /** What holds it stands behind it: "Paris, Texas". */
    QUALIFIED(2.7),
    /** It stands behind what it holds. */
    QUALIFIER(1.5),
    /** It is one of a list of places. */
    COORDINATED(1.4),
    NAME_BEFORE(-2.5),
    INITIAL_BEFORE(0),
    TITLE_BEFORE(-0.4),
    NAME_AFTER(-1.3),
    /** "Police", "High School" stands behind it. */
    INSTITUTION_AFTER(-0.1),
    /** "residents", "area" stands behind it. */
    BELONGING_AFTER(1.6),
    POSSESSIVE(0.2),
    /** It does what only people do. */
    DOING_AFTER(-0.7),
    BEING_AFTER(0.4),
    /** A common word, or a name that people have. */
    STOP_WORD(-2.8),
    FIRST_NAME(1),
    SENTENCE_START(-0.1),
    ALL_CAPITALS(-0.2),
    DATELINE(2.7),
    /** "R-Charleston": whom a lawmaker speaks for. */
    PARTY(1.4),
    HYPHEN_BEFORE(-0.5),
    HYPHEN_AFTER(-0.1),
    SEVERAL_WORDS(1.1),
    SHORT(-1),
    NUMBER_BEFORE(-2),
    /** "Bell, 19," is somebody. */
    AGE_AFTER(-1),
    QUOTED(-0.9),
    /** It is a part of the name of a body: "Kharkiv police". */
    IN_ACTOR(-1),
    /** It is a part of the name of a company, newspaper or party. */
    IN_NAME(-2.2),
    /** "region", "County" stands behind it. */
    REGION_AFTER(-0.1),
    ACRONYM(2.1),
    COUNTRY(1),
    DIVISION(1.6),
    /** A country's capital. */
    SEAT(0.8),
    /** Written in other letters than Latin ones, where fewer cues are known. */
    NON_LATIN(2),
    /** In Latin letters, but in a text of another language than English. */
    OTHER_LANGUAGE(2),
    /** Another mention of the name is surely a place. */
    PLACED_ELSEWHERE(0.8),
    /** Another mention of the name looks like a person. */
    PERSON_ELSEWHERE(-0.9),
    /** A sea, a region of the world. */
    WIDE(1.5);

    /** Those that make a name a place wherever else in the article it stands. */
    static final long PLACED = WITHIN.bit() | QUALIFIED.bit() | QUALIFIER.bit() | HEAD.bit() | DATELINE.bit();

    /** Those that make it a person. */
    static final long PERSONAL = NAME_BEFORE.bit() | TITLE_BEFORE.bit() | INITIAL_BEFORE.bit() | AGE_AFTER.bit();

    private static final PlaceCue[] ALL = values();

    final double weight;

    PlaceCue(double weight) {
        this.weight = weight;
    }

    long bit() {
        return 1L << ordinal();
    }

    /** The sum of the weights of those whose bits are set. */
    static double weigh(long cues) {
        double sum = 0;
        for (long rest = cues; rest != 0; rest &= rest - 1) {
            sum += ALL[Long.numberOfTrailingZeros(rest)].weight;
        }
        return sum;
    }

    /** The cues of a mention, with what the other mentions of the name add. */
    static long withOthers(long cues, long others) {
        long all = cues;
        if ((cues & PLACED) == 0 && (others & PLACED) != 0) {
            all |= PLACED_ELSEWHERE.bit();
        }
        if ((cues & PERSONAL) == 0 && (others & PERSONAL) != 0) {
            all |= PERSON_ELSEWHERE.bit();
        }
        return all;
    }
}
