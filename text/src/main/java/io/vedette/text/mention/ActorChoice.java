package io.vedette.text.mention;

import io.vedette.text.Alternative;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between the actors of one name: whoever is named unmistakably elsewhere in the article, then whose state the
 * article speaks of most, then who existed on its day.  The others stay as alternatives.
 */
final class ActorChoice {

    private static final int MOST_ALTERNATIVES = 3;

    private record Open(Clues clues, Cover cover, Found found, List<Entity> entities) {}

    private final @Nullable LocalDate day;
    private final List<Open> open = new ArrayList<>();
    private final List<Clues> fields = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final Map<String, Integer> countries = new HashMap<>();

    ActorChoice(@Nullable LocalDate day) {
        this.day = day;
    }

    /** The first that existed on the day of the article, or of today's where that has none; else the first. */
    @Nullable
    Alias best(List<Alias> aliases) {
        for (Alias alias : aliases) {
            if (current(alias.entity())) {
                return alias;
            }
        }
        return aliases.isEmpty() ? null : aliases.get(0);
    }

    private boolean current(Entity entity) {
        return day == null ? entity.to() == null : entity.existed(day);
    }

    /** Takes what was found, to speak for others, or to be decided later where its name is that of several. */
    void add(Clues clues, Cover cover, Found found, List<Alias> aliases) {
        if (fields.isEmpty() || fields.get(fields.size() - 1) != clues) {
            fields.add(clues);
        }
        List<Entity> entities = entities(aliases);
        if (entities.size() > 1) {
            open.add(new Open(clues, cover, found, entities));
            return;
        }
        Entity entity = entities.get(0);
        if (found.end() - found.first() > 1) {
            named.add(entity.id());
        }
        if (entity.country() != null) {
            countries.merge(entity.country(), 1, Integer::sum);
        }
    }

    private static List<Entity> entities(List<Alias> aliases) {
        if (aliases.size() == 1) {
            return List.of(aliases.get(0).entity());
        }
        List<Entity> entities = new ArrayList<>(aliases.size());
        for (Alias alias : aliases) {
            if (entities.stream()
                    .noneMatch(entity -> entity.id().equals(alias.entity().id()))) {
                entities.add(alias.entity());
            }
        }
        return entities;
    }

    void decide() {
        if (open.isEmpty()) {
            return;
        }
        fields.forEach(this::countNations);
        for (Open one : open) {
            one.cover().replace(decided(one));
        }
    }

    private void countNations(Clues clues) {
        FieldText text = clues.text();
        for (int i = 0; i < text.count(); i++) {
            if (text.capitalised(i) && clues.nation(i)) {
                for (Alias alias : text.lookup().aliases(MentionKind.PLACE, i, i + 1)) {
                    if (alias.entity().type() == MentionType.COUNTRY || alias.use() == Alias.Use.DEMONYM) {
                        countries.merge(String.valueOf(alias.entity().country()), 1, Integer::sum);
                        break;
                    }
                }
            }
        }
    }

    private Found decided(Open one) {
        Entity best = one.entities().get(0);
        for (Entity entity : one.entities()) {
            best = weight(entity) > weight(best) ? entity : best;
        }
        double share = share(one, best);
        Found found = one.found();
        List<Alternative> others = new ArrayList<>();
        for (Entity entity : one.entities()) {
            if (entity != best && others.size() < MOST_ALTERNATIVES) {
                double confidence = Math.min(share, 1 - share) * found.confidence();
                others.add(new Alternative(entity.id(), entity.name(), confidence, entity.country()));
            }
        }
        return new Found(
                found.first(),
                found.end(),
                best.type(),
                best,
                found.alias(),
                found.confidence() * share,
                "actor.alias",
                others,
                context(best),
                false);
    }

    private @Nullable String context(Entity best) {
        if (named.contains(best.id())) {
            return "named in full elsewhere";
        }
        return count(best) > 0 ? "the state that the article speaks of" : null;
    }

    private double weight(Entity entity) {
        return (named.contains(entity.id()) ? 4 : 0) + (current(entity) ? 2 : 0) + Math.min(1.9, 0.5 * count(entity));
    }

    private int count(Entity entity) {
        String country = entity.country();
        return country == null ? 0 : countries.getOrDefault(country, 0);
    }

    private double share(Open one, Entity best) {
        double all = 0;
        for (Entity entity : one.entities()) {
            all += Math.exp(weight(entity));
        }
        return Math.max(0.5, Math.exp(weight(best)) / all);
    }
}
