package io.vedette.text.mention;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.mention.PlaceCandidates.Hint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of several places of a name is meant: by what stands behind a comma, by the type that the words around
 * it say, by the countries and regions of the article's other places, and by how many people live there.  Made for one
 * document.
 */
final class PlaceResolver {

    private static final double QUALIFIED = 10;
    private static final double HINTED = 6;
    private static final double COUNTRY_SHARE = 3;
    private static final double REGION_SHARE = 2;
    private static final int SMALL = 100_000;

    private final Gazetteer gazetteer;
    private final Map<String, Double> countries = new HashMap<>();
    private final Map<String, Double> regions = new HashMap<>();
    private double votes;

    PlaceResolver(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Lets the places vote for their countries and regions: the surer, the more. */
    void learn(List<PlaceCandidates> places) {
        for (PlaceCandidates place : places) {
            Entity best = best(place).entity();
            double weight = place.qualifier() != null || place.aliases().size() == 1 ? 1 : 0.3;
            String country = best.country();
            if (country != null) {
                countries.merge(country, weight, Double::sum);
                votes += weight;
            }
            best.within().stream()
                    .filter(area -> area.startsWith("admin1:"))
                    .forEach(area -> regions.merge(area, weight, Double::sum));
        }
    }

    /** The place that is meant; null where nothing speaks for any of them. */
    @Nullable
    Found resolve(FieldText text, PlaceCandidates place) {
        Alias best = best(place);
        if (isFarFetched(text, place, best)) {
            return null;
        }
        Entity entity = best.entity();
        boolean region = place.end() > place.nameEnd() && entity.type() == MentionType.SETTLEMENT;
        return new Found(
                place.first(),
                place.end(),
                region ? MentionType.REGION : entity.type(),
                entity,
                best.text(),
                confidence(place, best),
                rule(place, entity));
    }

    /** A little-known place by a name that is not its own, in an article that is about elsewhere. */
    private boolean isFarFetched(FieldText text, PlaceCandidates place, Alias best) {
        Entity entity = best.entity();
        boolean little = entity.type() == MentionType.SETTLEMENT && entity.population() < SMALL;
        return little
                && place.qualifier() == null
                && place.nameEnd() - place.first() == 1
                && !best.text().equals(entity.name())
                && share(countries, entity.country()) < 0.2
                && text.tokens().text().charAt(text.tokens().start(place.first())) < 0x250;
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

    private Alias best(PlaceCandidates place) {
        Alias best = place.aliases().get(0);
        double most = score(place, best);
        for (Alias alias : place.aliases()) {
            double score = score(place, alias);
            if (score > most) {
                best = alias;
                most = score;
            }
        }
        return best;
    }

    private double confidence(PlaceCandidates place, Alias best) {
        double mine = score(place, best);
        double next = place.aliases().stream()
                .filter(alias -> alias != best)
                .mapToDouble(alias -> score(place, alias))
                .max()
                .orElse(mine - 2);
        return Math.min(0.95, 0.55 + Math.max(0, mine - next) * 0.2);
    }

    private double score(PlaceCandidates place, Alias alias) {
        Entity entity = alias.entity();
        double score = Math.log10(entity.population() + 100) + typeBonus(place.hint(), entity);
        score += COUNTRY_SHARE * share(countries, entity.country());
        for (String area : entity.within()) {
            score += area.startsWith("admin1:") ? REGION_SHARE * share(regions, area) : 0;
        }
        if (alias.text().equals(entity.name())) {
            score += 0.5;
        }
        return score + (isWithinQualifier(place, entity) ? QUALIFIED : 0);
    }

    private static double typeBonus(Hint hint, Entity entity) {
        boolean settlement = entity.type() == MentionType.SETTLEMENT;
        boolean region = entity.type() == MentionType.REGION;
        return switch (hint) {
            case REGION -> region ? HINTED : 0;
            case SETTLEMENT -> settlement ? HINTED : 0;
            case NONE -> entity.capital() ? 1 : settlement ? 0 : region ? -0.7 : 2;
        };
    }

    private double share(Map<String, Double> counts, @Nullable String key) {
        return key == null || votes == 0 ? 0 : Math.min(1, counts.getOrDefault(key, 0.0) / votes);
    }

    private boolean isWithinQualifier(PlaceCandidates place, Entity entity) {
        PlaceCandidates qualifier = place.qualifier();
        if (qualifier == null) {
            return false;
        }
        var areas = gazetteer.areas(entity.id());
        return qualifier.aliases().stream()
                .map(alias -> alias.entity().id())
                .anyMatch(area -> !area.equals(entity.id()) && areas.contains(area));
    }
}
