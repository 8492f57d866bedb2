package io.vedette.text.mention;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.mention.PlaceCandidates.Hint;
import io.vedette.text.mention.Surroundings.Area;
import io.vedette.text.mention.Toponym.Reading;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weighs the readings of a name, and whether it is a place at all.  Made for one article. */
final class PlaceScore {

    private static final PlaceSign[] SIGNS = PlaceSign.values();

    /** A name of which nothing is known is this far from being a place. */
    private static final double BIAS = -4.4;

    /** Where towns are called by common English words and by surnames. */
    private static final Set<String> ENGLISH = Set.of("US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM");

    private final Surroundings surroundings;
    private final double[] signs = new double[SIGNS.length];

    PlaceScore(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    double of(Reading reading, Hint hint) {
        signs(reading, hint);
        double score = 0;
        for (int i = 0; i < signs.length; i++) {
            score += SIGNS[i].weight * signs[i];
        }
        return score;
    }

    /** How far the best reading of a name makes it a place, before anything beside it is looked at. */
    double support(Toponym toponym) {
        Reading best = toponym.best();
        signs(best, toponym.first().hint());
        double sum = BIAS
                + 0.55 * sign(PlaceSign.POPULATION)
                + 3.2 * sign(PlaceSign.TRUST)
                + 1.1 * sign(PlaceSign.COUNTRY_SHARE)
                + 0.6 * sign(PlaceSign.REGION_MASS)
                + 0.95 * sign(PlaceSign.NEAR);
        if (best.entity.type() == MentionType.SETTLEMENT) {
            sum -= toponym.readings.size() == 1 ? 0.7 : 0;
            String country = best.entity.country();
            sum -= country != null && ENGLISH.contains(country) ? 1 : 0;
        }
        return sum;
    }

    double[] signs(Reading reading, Hint hint) {
        Entity entity = reading.entity;
        boolean settlement = entity.type() == MentionType.SETTLEMENT;
        boolean country = entity.type() == MentionType.COUNTRY;
        boolean people = entity.type() == MentionType.DEMONYM;
        boolean division = reading.level == Toponym.DIVISION;
        boolean district = reading.level == Toponym.DISTRICT;
        set(PlaceSign.POPULATION, settlement ? Math.log10(entity.population() + 100) - 2 : 0);
        set(PlaceSign.COUNTRY, country);
        set(PlaceSign.DIVISION, division);
        set(PlaceSign.DISTRICT, district);
        set(PlaceSign.DEMONYM, people);
        set(PlaceSign.OTHER, !settlement && !country && !division && !district && !people);
        set(PlaceSign.CAPITAL, entity.capital());
        set(PlaceSign.MAIN_NAME, reading.usual);
        set(PlaceSign.TRUST, reading.alias.confidence());
        boolean fits =
                hint == Hint.REGION ? entity.type() == MentionType.REGION : hint == Hint.SETTLEMENT && settlement;
        set(PlaceSign.HINT_FITS, fits);
        set(PlaceSign.HINT_MISSES, !fits && hint != Hint.NONE);
        set(PlaceSign.QUALIFIED, reading.qualified);
        set(PlaceSign.QUALIFIES, reading.qualifies);
        set(PlaceSign.QUALIFIED_ELSEWHERE, reading.qualifiedElsewhere);
        surroundings(reading, division, district);
        return signs;
    }

    private void surroundings(Reading reading, boolean division, boolean district) {
        double total = Math.max(1, surroundings.total());
        set(PlaceSign.COUNTRY_SHARE, mass(reading.country) / total);
        set(PlaceSign.COUNTRY_EVEN, even(reading.country) / total);
        set(PlaceSign.REGION_SHARE, mass(reading.region) / total);
        set(PlaceSign.REGION_MASS, Math.log1p(mass(reading.region)));
        set(PlaceSign.REGION_EVEN, Math.log1p(even(reading.region)));
        set(PlaceSign.DISTRICT_EVEN, Math.log1p(even(reading.district)));
        set(PlaceSign.NEAR, Math.log1p(Math.max(mass(reading.square), mass(reading.shiftedSquare))));
        set(PlaceSign.NEAR_EVEN, Math.log1p(Math.max(even(reading.square), even(reading.shiftedSquare))));
        set(PlaceSign.REGION_NAMED, division ? 0 : named(reading.region));
        set(PlaceSign.DISTRICT_NAMED, district ? 0 : named(reading.district));
    }

    private void set(PlaceSign sign, boolean seen) {
        signs[sign.ordinal()] = seen ? 1 : 0;
    }

    private void set(PlaceSign sign, double value) {
        signs[sign.ordinal()] = value;
    }

    private double sign(PlaceSign sign) {
        return signs[sign.ordinal()];
    }

    /** Never below zero, which taking back a vote may leave it by a rounding error. */
    private static double mass(@Nullable Area area) {
        return area == null ? 0 : Math.max(0, area.mass);
    }

    private static double even(@Nullable Area area) {
        return area == null ? 0 : Math.max(0, area.even);
    }

    private static double named(@Nullable Area area) {
        return area == null ? 0 : Math.max(0, Math.min(1, area.named));
    }
}
