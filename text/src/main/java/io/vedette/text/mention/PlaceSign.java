package io.vedette.text.mention;

/** What speaks for one reading of a name against the others, and how much. */
enum PlaceSign {
    POPULATION(1.83),
    COUNTRY(10.36),
    DIVISION(6.66),
    DISTRICT(2.11),
    CAPITAL(0.75),
    OTHER(8.35),
    DEMONYM(9.33),
    MAIN_NAME(2.86),
    HINT_FITS(6),
    HINT_MISSES(-3),
    QUALIFIED(7.47),
    QUALIFIES(4.45),
    QUALIFIED_ELSEWHERE(5.01),
    COUNTRY_SHARE(3.59),
    COUNTRY_EVEN(2.12),
    REGION_SHARE(2.84),
    REGION_MASS(0.93),
    REGION_EVEN(-0.77),
    DISTRICT_MASS(0.00),
    DISTRICT_EVEN(1.13),
    NEAR(0.82),
    NEAR_EVEN(0.29),
    COUNTRY_NAMED(0.16),
    REGION_NAMED(1.57),
    DISTRICT_NAMED(2.59);

    final double weight;

    PlaceSign(double weight) {
        this.weight = weight;
    }
}
