package io.vedette.text.mention;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.mention.Surroundings.Area;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name of one article with all its mentions, which mean the same place. */
final class Toponym {

    static final String COUNTRY = "country:";
    static final String DIVISION = "admin1:";
    static final String DISTRICT = "admin2:";

    /** One place that it may mean. */
    static final class Reading {
        final Alias alias;
        final boolean usual;
        final Entity entity;

        /** {@link #DIVISION} or {@link #DISTRICT} if it is one. */
        final @Nullable String level;

        final @Nullable Area country;
        final @Nullable Area region;
        final @Nullable Area district;
        final @Nullable Area square;
        final @Nullable Area shiftedSquare;
        private final @Nullable Area itself;

        /** It lies in the qualifier; it holds what it qualifies; another mention of the name is qualified so. */
        boolean qualified;

        boolean qualifies;
        boolean qualifiedElsewhere;

        double score;
        double probability;

        Reading(Alias alias, boolean usual, Surroundings surroundings) {
            this.alias = alias;
            this.usual = usual;
            this.entity = alias.entity();
            this.level =
                    entity.id().startsWith(DIVISION) ? DIVISION : entity.id().startsWith(DISTRICT) ? DISTRICT : null;
            String inCountry = entity.country();
            this.country = inCountry == null ? null : surroundings.area(COUNTRY + inCountry);
            this.region = area(surroundings, DIVISION);
            this.district = area(surroundings, DISTRICT);
            boolean wide = entity.type() == MentionType.COUNTRY || entity.type() == MentionType.DEMONYM;
            this.square = wide ? null : surroundings.square(entity, false);
            this.shiftedSquare = wide ? null : surroundings.square(entity, true);
            this.itself = entity.type() == MentionType.SETTLEMENT ? null : surroundings.area(entity.id());
        }

        /** The area of that level that it is or lies in. */
        private @Nullable Area area(Surroundings surroundings, String wanted) {
            if (wanted.equals(level)) {
                return surroundings.area(entity.id());
            }
            for (String area : entity.within()) {
                if (area.startsWith(wanted)) {
                    return surroundings.area(area);
                }
            }
            return null;
        }

        private void vote(double mass, double even) {
            vote(country, mass, even);
            vote(region, mass, even);
            vote(district, mass, even);
            vote(square, mass, even);
            vote(shiftedSquare, mass, even);
            if (itself != null) {
                itself.named += mass;
            }
        }

        private static void vote(@Nullable Area area, double mass, double even) {
            if (area != null) {
                area.mass += mass;
                area.even += even;
            }
        }
    }

    final List<PlaceCandidates> mentions = new ArrayList<>(2);
    final List<Reading> readings;

    /** What would be the best reading if the article had no other places. */
    @Nullable
    Reading likeliest;

    /** How far it is a place before the words beside it are looked at; see {@link PlaceScore#support}. */
    double support;

    Toponym(PlaceCandidates first, List<Reading> readings) {
        this.readings = readings;
        mentions.add(first);
    }

    PlaceCandidates first() {
        return mentions.get(0);
    }

    /** Says, or takes back, where in the world the article plays. */
    void vote(Surroundings surroundings, int sign) {
        double even = (double) sign / readings.size();
        for (Reading reading : readings) {
            reading.vote(sign * reading.probability, even);
        }
        surroundings.count(sign);
    }

    Reading best() {
        Reading best = readings.get(0);
        for (Reading reading : readings) {
            best = reading.probability > best.probability ? reading : best;
        }
        return best;
    }

    /** Turns scores into probabilities (softmax). */
    void weigh() {
        double most = Double.NEGATIVE_INFINITY;
        for (Reading reading : readings) {
            most = Math.max(most, reading.score);
        }
        double sum = 0;
        for (Reading reading : readings) {
            reading.probability = Math.exp(reading.score - most);
            sum += reading.probability;
        }
        for (Reading reading : readings) {
            reading.probability /= sum;
        }
    }
}
