package io.vedette.text.mention;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.mention.PlaceCandidates.Hint;
import io.vedette.text.mention.Surroundings.Area;
import io.vedette.text.mention.Toponym.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides for all names of an article at once which places they mean. */
final class PlaceResolver {

    private static final int ROUNDS = 3;

    private final Gazetteer gazetteer;
    private final Surroundings surroundings = new Surroundings();
    private final Map<Long, Toponym> toponyms = new LinkedHashMap<>();
    private final Map<Long, Long> cuesByName = new HashMap<>();
    private final double[] signs = new double[PlaceSign.values().length];

    PlaceResolver(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    void add(List<PlaceCandidates> places) {
        for (PlaceCandidates place : places) {
            cuesByName.merge(place.nameKey(), place.cues(), (a, b) -> a | b);
            Toponym there = toponyms.get(key(place));
            if (there == null) {
                toponyms.put(key(place), new Toponym(place, readings(place), 1));
            } else {
                there.mentions.add(place);
            }
        }
    }

    private static long key(PlaceCandidates place) {
        PlaceCandidates qualifier = place.qualifier();
        return place.nameKey() * 31
                + place.hint().ordinal()
                + (qualifier == null ? 0 : 0x5851F42D4C957F2DL * qualifier.nameKey());
    }

    private List<Reading> readings(PlaceCandidates place) {
        List<Reading> readings = new ArrayList<>(place.aliases().size());
        Set<String> seen = new HashSet<>();
        for (Alias alias : place.aliases()) {
            if (seen.add(alias.entity().id())) {
                readings.add(new Reading(alias, surroundings));
            }
        }
        return readings;
    }

    void decide() {
        Map<Long, Set<String>> qualified = new HashMap<>();
        for (Toponym toponym : toponyms.values()) {
            PlaceCandidates qualifier = toponym.first().qualifier();
            if (qualifier == null) {
                continue;
            }
            for (Reading reading : toponym.readings) {
                for (Alias outer : qualifier.aliases()) {
                    if (Containment.holds(gazetteer, outer.entity(), reading.entity)) {
                        reading.qualified = true;
                        qualified
                                .computeIfAbsent(toponym.first().nameKey(), ignored -> new HashSet<>())
                                .add(reading.entity.id());
                    }
                }
            }
            Toponym area = toponyms.get(key(qualifier));
            if (area != null) {
                for (Reading reading : area.readings) {
                    reading.qualifies |= Containment.holdsOne(
                            gazetteer, reading.entity, toponym.first().aliases());
                }
            }
        }
        for (Toponym toponym : toponyms.values()) {
            Set<String> ids = qualified.get(toponym.first().nameKey());
            if (ids != null) {
                for (Reading reading : toponym.readings) {
                    reading.qualifiedElsewhere = !reading.qualified && ids.contains(reading.entity.id());
                }
            }
            score(toponym);
            toponym.weigh();
        }
        for (Toponym toponym : toponyms.values()) {
            toponym.vote(surroundings, 1);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Toponym toponym : toponyms.values()) {
                toponym.vote(surroundings, -1);
                score(toponym);
                toponym.weigh();
                toponym.vote(surroundings, 1);
            }
        }
    }

    private void score(Toponym toponym) {
        for (Reading reading : toponym.readings) {
            signs(toponym.first().hint(), reading);
            double score = 0;
            for (PlaceSign sign : VALUES) {
                score += sign.weight * signs[sign.ordinal()];
            }
            reading.score = score;
        }
    }

    private static final PlaceSign[] VALUES = PlaceSign.values();

    private void set(PlaceSign sign, double value) {
        signs[sign.ordinal()] = value;
    }

    double[] signs(Hint hint, Reading reading) {
        Entity entity = reading.entity;
        boolean settlement = entity.type() == MentionType.SETTLEMENT;
        boolean country = entity.type() == MentionType.COUNTRY;
        boolean division = entity.id().startsWith("admin1:");
        boolean district = entity.id().startsWith("admin2:");
        boolean demonym = entity.type() == MentionType.DEMONYM;
        set(PlaceSign.POPULATION, settlement ? Math.log10(entity.population() + 100) - 2 : 0);
        set(PlaceSign.COUNTRY, country ? 1 : 0);
        set(PlaceSign.DIVISION, division ? 1 : 0);
        set(PlaceSign.DISTRICT, district ? 1 : 0);
        set(PlaceSign.DEMONYM, demonym ? 1 : 0);
        set(PlaceSign.OTHER, settlement || country || division || district || demonym ? 0 : 1);
        set(PlaceSign.CAPITAL, entity.capital() ? 1 : 0);
        set(PlaceSign.MAIN_NAME, reading.alias.main() ? 1 : 0);
        boolean fits =
                hint == Hint.REGION ? entity.type() == MentionType.REGION : hint == Hint.SETTLEMENT && settlement;
        set(PlaceSign.HINT_FITS, fits ? 1 : 0);
        set(PlaceSign.HINT_MISSES, !fits && hint != Hint.NONE ? 1 : 0);
        set(PlaceSign.QUALIFIED, reading.qualified ? 1 : 0);
        set(PlaceSign.QUALIFIES, reading.qualifies ? 1 : 0);
        set(PlaceSign.QUALIFIED_ELSEWHERE, reading.qualifiedElsewhere ? 1 : 0);
        double total = Math.max(1, surroundings.total());
        set(PlaceSign.COUNTRY_SHARE, mass(reading.country) / total);
        set(PlaceSign.COUNTRY_EVEN, even(reading.country) / total);
        set(PlaceSign.REGION_SHARE, mass(reading.region) / total);
        set(PlaceSign.REGION_MASS, Math.log1p(mass(reading.region)));
        set(PlaceSign.REGION_EVEN, Math.log1p(even(reading.region)));
        set(PlaceSign.DISTRICT_MASS, Math.log1p(mass(reading.district)));
        set(PlaceSign.DISTRICT_EVEN, Math.log1p(even(reading.district)));
        set(PlaceSign.NEAR, Math.log1p(Math.max(mass(reading.square), mass(reading.shiftedSquare))));
        set(PlaceSign.NEAR_EVEN, Math.log1p(Math.max(even(reading.square), even(reading.shiftedSquare))));
        set(PlaceSign.COUNTRY_NAMED, country ? 0 : named(reading.country));
        set(PlaceSign.REGION_NAMED, division ? 0 : named(reading.region));
        set(PlaceSign.DISTRICT_NAMED, district ? 0 : named(reading.district));
        return signs;
    }

    private static double mass(@Nullable Area area) {
        return area == null ? 0 : Math.max(0, area.mass);
    }

    private static double even(@Nullable Area area) {
        return area == null ? 0 : Math.max(0, area.even);
    }

    private static double named(@Nullable Area area) {
        return area == null ? 0 : Math.max(0, Math.min(1, area.named));
    }

    /** The place that is meant; null where it is none. */
    @Nullable
    Found resolve(PlaceCandidates place) {
        Toponym toponym = toponyms.get(key(place));
        if (toponym == null) {
            return null;
        }
        Reading best = toponym.best();
        Entity entity = best.entity;
        double sureness = entity.type() == MentionType.DEMONYM ? PEOPLE : sureness(place, toponym, best);
        if (sureness < LEAST) {
            return null;
        }
        boolean region = place.end() > place.nameEnd() && entity.type() == MentionType.SETTLEMENT;
        return new Found(
                place.first(),
                place.end(),
                region ? MentionType.REGION : entity.type(),
                entity,
                best.alias.text(),
                Math.min(0.99, sureness * best.probability),
                rule(place, entity));
    }

    private static final long PLACED = PlaceCue.WITHIN.bit()
            | PlaceCue.QUALIFIED.bit()
            | PlaceCue.QUALIFIER.bit()
            | PlaceCue.HEAD.bit()
            | PlaceCue.DATELINE.bit();

    private static final long PERSONAL = PlaceCue.NAME_BEFORE.bit()
            | PlaceCue.TITLE_BEFORE.bit()
            | PlaceCue.INITIAL_BEFORE.bit()
            | PlaceCue.AGE_AFTER.bit();

    private static final double LEAST = 0.46;

    private static final double PEOPLE = 0.95;

    /** How likely it is that the words name a place at all: a logistic model of the cues. */
    private double sureness(PlaceCandidates place, Toponym toponym, Reading best) {
        long cues = place.cues();
        if (toponym.mentions.size() > 1) {
            long others = cuesByName.getOrDefault(place.nameKey(), 0L);
            cues |= (others & PLACED) != 0 && (cues & PLACED) == 0 ? PlaceCue.PLACED_ELSEWHERE.bit() : 0;
            cues |= (others & PERSONAL) != 0 && (cues & PERSONAL) == 0 ? PlaceCue.PERSON_ELSEWHERE.bit() : 0;
        }
        toponym.vote(surroundings, -1);
        signs(toponym.first().hint(), best);
        toponym.vote(surroundings, 1);
        double sum = BIAS
                + PlaceCue.weigh(cues)
                + 0.46 * value(PlaceSign.POPULATION)
                + 0.7 * value(PlaceSign.COUNTRY_SHARE)
                + 0.46 * value(PlaceSign.REGION_MASS)
                + 1.14 * value(PlaceSign.NEAR)
                - 0.3 * (1 - value(PlaceSign.MAIN_NAME));
        return 1 / (1 + Math.exp(-sum));
    }

    private static final double BIAS = -2.84;

    private double value(PlaceSign sign) {
        return signs[sign.ordinal()];
    }

    private static String rule(PlaceCandidates place, Entity entity) {
        if (entity.type() == MentionType.DEMONYM) {
            return "place.demonym";
        }
        if (place.qualifier() != null) {
            return "place.qualified";
        }
        return place.hint() == Hint.NONE ? "place.name" : "place.hint";
    }
}
