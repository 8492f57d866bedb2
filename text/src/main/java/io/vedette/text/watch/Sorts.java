package io.vedette.text.watch;

import io.vedette.text.Alternative;
import io.vedette.text.Location;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.watch.query.Expression;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The sorts of mentions that a query can ask for. */
final class Sorts {

    private Sorts() {}

    /** Whether a mention says where: "Ukrainian" says who. */
    static boolean isPlace(Mention mention) {
        return mention.kind() == MentionKind.PLACE && mention.type() != MentionType.DEMONYM;
    }

    /** The state that an actor belongs to, or that a place is in; null if none or unknown. */
    static @Nullable String countryOf(Mention mention) {
        Location location = mention.location();
        return mention.country() != null ? mention.country() : location == null ? null : location.country();
    }

    /** Entities by their ids: an actor, or a place and what lies inside it, or only itself. */
    record Named(MentionKind kind, String name, Set<String> ids, boolean inside, double confidence)
            implements MentionOf.Sort {

        static Named of(Expression.Actor actor) {
            return new Named(MentionKind.ACTOR, actor.name(), actor.ids(), false, actor.confidence());
        }

        static Named of(Expression.Place place) {
            return new Named(MentionKind.PLACE, place.name(), place.ids(), place.inside(), place.confidence());
        }

        @Override
        public List<Integer> candidates(MatchableArticle article) {
            MentionIndex index = article.mentions();
            Map<String, List<Integer>> mentions = kind == MentionKind.ACTOR ? index.actors() : index.places();
            if (ids.size() == 1) {
                return mentions.getOrDefault(ids.iterator().next(), List.of());
            }
            return ids.stream()
                    .map(mentions::get)
                    .filter(Objects::nonNull)
                    .flatMap(Collection::stream)
                    .distinct()
                    .sorted()
                    .toList();
        }

        @Override
        public boolean has(MatchableArticle article, int number) {
            Mention mention = article.mention(number);
            String id = mention.entityId();
            return mention.confidence() >= confidence
                    && (kind == MentionKind.ACTOR || inside || id != null && ids.contains(id));
        }

        @Override
        public @Nullable String miss(MatchableArticle article) {
            Mention surest = surest(candidates(article), article);
            if (surest != null) {
                return surest.confidence() < confidence
                        ? quoted(surest) + " means it with confidence " + round(surest.confidence()) + ", and "
                                + round(confidence) + " is asked for"
                        : quoted(surest) + " lies inside it";
            }
            return alternative(article, other -> ids.contains(other.entityId()));
        }
    }

    private static @Nullable Mention surest(List<Integer> numbers, MatchableArticle article) {
        return numbers.stream()
                .map(article::mention)
                .max(Comparator.comparingDouble(Mention::confidence))
                .orElse(null);
    }

    /** A mention that may mean what is asked for, but was taken for something else. */
    private static @Nullable String alternative(MatchableArticle article, Predicate<Alternative> meant) {
        for (Mention mention : article.annotations().mentions()) {
            for (Alternative other : mention.alternatives()) {
                if (meant.test(other)) {
                    return quoted(mention) + " is taken for "
                            + (mention.name() == null ? "something else" : mention.name()) + " with confidence "
                            + round(mention.confidence()) + "; that it means " + other.name() + " has "
                            + round(other.confidence());
                }
            }
        }
        return null;
    }

    /** Actors of a type. */
    record OfType(MentionType type) implements MentionOf.Sort {

        @Override
        public boolean has(MatchableArticle article, int number) {
            Mention mention = article.mention(number);
            return mention.kind() == MentionKind.ACTOR && mention.type() == type;
        }

        @Override
        public @Nullable String miss(MatchableArticle article) {
            return null;
        }
    }

    /** Actors of a state, or places in it. */
    record OfCountry(MentionKind kind, String country, double confidence) implements MentionOf.Sort {

        OfCountry {
            country = country.toUpperCase(Locale.ROOT);
        }

        @Override
        public boolean has(MatchableArticle article, int number) {
            return isOfCountry(article.mention(number))
                    && article.mention(number).confidence() >= confidence;
        }

        private boolean isOfCountry(Mention mention) {
            boolean meant = kind == MentionKind.ACTOR ? mention.kind() == kind : isPlace(mention);
            return meant && country.equals(countryOf(mention));
        }

        @Override
        public @Nullable String miss(MatchableArticle article) {
            return article.annotations().mentions().stream()
                    .filter(this::isOfCountry)
                    .max(Comparator.comparingDouble(Mention::confidence))
                    .map(mention -> quoted(mention) + " has confidence " + round(mention.confidence()) + ", and "
                            + round(confidence) + " is asked for")
                    .orElseGet(() -> alternative(article, other -> country.equals(other.country())));
        }
    }

    /** Places not too far from a point. */
    record Around(double kilometres, double latitude, double longitude) implements MentionOf.Sort {

        @Override
        public boolean has(MatchableArticle article, int number) {
            return distance(article.mention(number)) <= kilometres;
        }

        /** Infinite for what is no place, or nobody knows where. */
        private double distance(Mention mention) {
            Location at = mention.location();
            return at == null || !isPlace(mention)
                    ? Double.POSITIVE_INFINITY
                    : Earth.kilometres(latitude, longitude, at.latitude(), at.longitude());
        }

        @Override
        public String detail(Mention mention) {
            return tenths(distance(mention)) + " km away";
        }

        @Override
        public @Nullable String miss(MatchableArticle article) {
            return article.annotations().mentions().stream()
                    .filter(mention -> distance(mention) < Double.POSITIVE_INFINITY)
                    .min(Comparator.comparingDouble(this::distance))
                    .map(mention -> "the nearest place is " + quoted(mention) + ", " + tenths(distance(mention))
                            + " km away, and " + round(kilometres) + " km are allowed")
                    .orElse(null);
        }
    }

    /** Places in a box of degrees. */
    record Inside(double south, double west, double north, double east) implements MentionOf.Sort {

        @Override
        public boolean has(MatchableArticle article, int number) {
            Location at = article.mention(number).location();
            return at != null
                    && isPlace(article.mention(number))
                    && at.latitude() >= south
                    && at.latitude() <= north
                    && (west <= east
                            ? at.longitude() >= west && at.longitude() <= east
                            : at.longitude() >= west || at.longitude() <= east);
        }

        @Override
        public @Nullable String miss(MatchableArticle article) {
            List<String> places = IntStream.range(
                            0, article.annotations().mentions().size())
                    .mapToObj(article::mention)
                    .filter(mention -> isPlace(mention) && mention.location() != null)
                    .map(Sorts::quoted)
                    .distinct()
                    .limit(3)
                    .toList();
            return places.isEmpty() ? null : "outside of it: " + String.join(", ", places);
        }
    }

    private static String quoted(Mention mention) {
        return "\u201C" + mention.text() + "\u201D";
    }

    private static String round(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
