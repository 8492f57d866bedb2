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

    /** One place that it may mean. */
    static final class Reading {
        final Alias alias;
        final Entity entity;
        final @Nullable Area country;
        final @Nullable Area region;
        final @Nullable Area district;
        final @Nullable Area square;
        final @Nullable Area shiftedSquare;
        final @Nullable Area itself;
        double score;
        double probability;
        boolean qualified;
        boolean qualifies;
        boolean qualifiedElsewhere;

        Reading(Alias alias, Surroundings surroundings) {
            this.alias = alias;
            this.entity = alias.entity();
            String inCountry = entity.country();
            this.country = inCountry == null ? null : surroundings.area("country:" + inCountry);
            this.region = division(surroundings, "admin1:");
            this.district = division(surroundings, "admin2:");
            boolean wide = entity.type() == MentionType.COUNTRY || entity.type() == MentionType.DEMONYM;
            this.square = wide ? null : surroundings.square(entity, false);
            this.shiftedSquare = wide ? null : surroundings.square(entity, true);
            this.itself = entity.type() == MentionType.SETTLEMENT ? null : surroundings.area(entity.id());
        }

        private @Nullable Area division(Surroundings surroundings, String level) {
            if (entity.id().startsWith(level)) {
                return surroundings.area(entity.id());
            }
            for (String area : entity.within()) {
                if (area.startsWith(level)) {
                    return surroundings.area(area);
                }
            }
            return null;
        }

        void vote(double mass, double even) {
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
    final double weight;

    Toponym(PlaceCandidates first, List<Reading> readings, double weight) {
        this.readings = readings;
        this.weight = weight;
        mentions.add(first);
    }

    PlaceCandidates first() {
        return mentions.get(0);
    }

    void vote(Surroundings surroundings, double sign) {
        double even = sign * weight / readings.size();
        for (Reading reading : readings) {
            reading.vote(sign * weight * reading.probability, even);
        }
        surroundings.addTotal(sign * weight);
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
