package io.vedette.text.mention;

import io.vedette.text.Alternative;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.mention.PlaceCandidates.Hint;
import io.vedette.text.mention.Toponym.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a name was taken for that place, and what it may mean instead. */
final class Reasons {

    private static final int MOST = 3;

    /** Less likely readings are no runners-up. */
    private static final double CLOSE = 0.1;

    private Reasons() {}

    static String rule(PlaceCandidates place, Entity entity) {
        if (entity.type() == MentionType.DEMONYM) {
            return "place.demonym";
        }
        if (place.qualifier() != null) {
            return "place.qualified";
        }
        return place.hint() == Hint.NONE ? "place.name" : "place.hint";
    }

    static List<Alternative> alternatives(Toponym toponym, Reading best, double sureness) {
        List<Reading> close = new ArrayList<>(0);
        for (Reading reading : toponym.readings) {
            if (reading != best && reading.probability >= CLOSE) {
                close.add(reading);
            }
        }
        if (close.isEmpty()) {
            return List.of();
        }
        close.sort(Comparator.comparingDouble((Reading reading) -> -reading.probability));
        return close.stream()
                .limit(MOST)
                .map(reading -> new Alternative(
                        reading.entity.id(),
                        reading.entity.name(),
                        sureness * reading.probability,
                        reading.entity.country()))
                .toList();
    }

    static @Nullable String context(Gazetteer gazetteer, PlaceCandidates place, Toponym toponym, Reading best) {
        PlaceCandidates qualifier = place.qualifier();
        if (qualifier != null && best.qualified) {
            return '"' + words(qualifier) + "\" follows";
        }
        if (toponym.readings.size() == 1) {
            return null;
        }
        if (best.qualifies) {
            return "it holds the place named before it";
        }
        if (best.qualifiedElsewhere) {
            return "named with what holds it elsewhere";
        }
        if (place.hint() != Hint.NONE) {
            return place.hint() == Hint.REGION ? "called a region" : "called a town";
        }
        return best == toponym.likeliest ? "better known than others of the name" : near(gazetteer, best);
    }

    private static String near(Gazetteer gazetteer, Reading best) {
        String region = best.entity.region();
        Entity area = region == null ? null : gazetteer.entity(region);
        if (area == null || area == best.entity) {
            String country = best.entity.country();
            area = country == null ? null : gazetteer.entity(Toponym.COUNTRY + country);
        }
        return area == null ? "near other places of the article" : "near other places in " + area.name();
    }

    private static String words(PlaceCandidates place) {
        var tokens = place.text().tokens();
        return tokens.text().substring(tokens.start(place.first()), tokens.end(place.end() - 1));
    }
}
