package io.vedette.text.mention;

/**
 * What speaks for one reading of a name against the others, and how much: the weights of a log-linear model over the
 * readings (McFadden's conditional logit), fitted on news and web texts and rounded.
 */
enum PlaceSign {
    /** Of a town: how many times ten people live there more than a hundred. */
    POPULATION(1.9),
    COUNTRY(10.5),
    /** A first-level division. */
    DIVISION(6.5),
    /** A second-level division. */
    DISTRICT(2.5),
    CAPITAL(0.6),
    /** A sea, a mountain range, a region of the world. */
    OTHER(8.5),
    DEMONYM(9.5),
    /** The name is the place's usual one. */
    MAIN_NAME(1.5),
    /** How far the name alone speaks for the place, from 0 to 1. */
    TRUST(3),
    /** The words around call it what it is: "region", "town of". */
    HINT_FITS(6),
    HINT_MISSES(-3),
    /** It lies in what stands behind the comma. */
    QUALIFIED(7),
    /** What stands before the comma lies in it. */
    QUALIFIES(4.5),
    /** Another mention of the name is qualified so. */
    QUALIFIED_ELSEWHERE(5),
    /** How much of the article's other places lies in its country, from 0 to 1. */
    COUNTRY_SHARE(4),
    /** The same with all readings of each name alike. */
    COUNTRY_EVEN(2),
    /** How much of the article's other places lies in its first-level division, from 0 to 1. */
    REGION_SHARE(3),
    /** How many do (logarithm). */
    REGION_MASS(1),
    /** The same with all readings alike, which corrects for divisions that have a place of every name. */
    REGION_EVEN(-0.7),
    /** How many lie in its second-level division, with all readings of each name alike (logarithm). */
    DISTRICT_EVEN(1),
    /** How many lie within a degree or two (logarithm). */
    NEAR(1),
    /** The same with all readings alike. */
    NEAR_EVEN(0.3),
    /** The article names its first-level division. */
    REGION_NAMED(1),
    /** The article names its second-level division. */
    DISTRICT_NAMED(2.8);

    final double weight;

    PlaceSign(double weight) {
        this.weight = weight;
    }
}
