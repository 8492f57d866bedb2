package io.vedette.text.watch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.vedette.text.Claim;
import io.vedette.text.Field;
import io.vedette.text.Location;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.Quantity;
import io.vedette.text.Span;
import io.vedette.text.When;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.watch.query.Entities;
import io.vedette.text.watch.query.Expression;
import io.vedette.text.watch.query.Words;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The oracle: what {@link Expression} says, word for word and without any haste.  It shares nothing with the engine but how
 * text is split into words and how these are stemmed.
 */
final class NaiveEvaluator {

    private static final double EARTH_KM = 6_371.0088;

    private final NaiveArticle article;
    private final Entities entities;

    NaiveEvaluator(NaiveArticle article, Entities entities) {
        this.article = article;
        this.entities = entities;
    }

    boolean matches(Expression expression) {
        Set<Integer> words =
                article.words().stream().map(NaiveArticle.Word::number).collect(Collectors.toSet());
        Set<Integer> mentions =
                IntStream.range(0, article.mentions().size()).boxed().collect(Collectors.toSet());
        Set<Integer> claims =
                IntStream.range(0, article.claims().size()).boxed().collect(Collectors.toSet());
        return holds(expression, new View(words, mentions, claims, null));
    }

    /** What an expression is held against: these words, mentions and claims; the claim, when it is about one. */
    private record View(
            Set<Integer> words,
            Set<Integer> mentions,
            Set<Integer> claims,
            @Nullable Claim claim) {}

    private boolean holds(Expression expression, View view) {
        if (expression instanceof Expression.All all) {
            return all.parts().stream().allMatch(part -> holds(part, view));
        }
        if (expression instanceof Expression.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, view));
        }
        if (expression instanceof Expression.Not not) {
            return !holds(not.part(), view);
        }
        if (expression instanceof Expression.Score score) {
            double sum = 0;
            for (Expression.Weighted part : score.parts()) {
                sum += holds(part.part(), view) ? part.weight() : 0;
            }
            return sum >= score.threshold();
        }
        if (expression instanceof Expression.Within within) {
            return stretches(within.stretch(), view).stream()
                    .anyMatch(stretch -> holds(within.part(), inside(stretch, view)));
        }
        if (expression instanceof Expression.AtLeast atLeast) {
            return places(atLeast.part(), view).size() >= atLeast.count();
        }
        if (isOfMentions(expression)) {
            return view.mentions().stream()
                    .anyMatch(number -> isMeant(article.mentions().get(number), expression));
        }
        if (expression instanceof Expression.Reported reported) {
            return view.claims().stream().anyMatch(number -> isReported(number, reported));
        }
        if (expression.standsSomewhere()) {
            return !places(expression, view).isEmpty();
        }
        return expression instanceof Expression.OfClaim ofClaim ? isSo(ofClaim, view) : isSo(expression);
    }

    // ---- stretches of text

    /** The words of each sentence or paragraph, or of the title, as far as they are in view. */
    private Collection<Set<Integer>> stretches(Expression.Stretch stretch, View view) {
        Function<NaiveArticle.Word, String> key =
                switch (stretch) {
                    case SENTENCE -> word -> word.field() + " " + word.sentence();
                    case PARAGRAPH -> word -> word.field() + " " + word.paragraph();
                    case TITLE -> word -> word.field().toString();
                };
        Map<String, Set<Integer>> stretches = new LinkedHashMap<>();
        for (NaiveArticle.Word word : article.words()) {
            boolean wanted = stretch != Expression.Stretch.TITLE || word.field() == Field.TITLE;
            if (wanted && view.words().contains(word.number())) {
                stretches
                        .computeIfAbsent(key.apply(word), any -> new HashSet<>())
                        .add(word.number());
            }
        }
        return stretches.values();
    }

    /** A stretch taken alone: only what stands wholly in it is left. */
    private View inside(Set<Integer> words, View view) {
        Set<Integer> mentions = view.mentions().stream()
                .filter(number -> isIn(article.touched(article.mentions().get(number)), words))
                .collect(Collectors.toSet());
        Set<Integer> claims = view.claims().stream()
                .filter(number -> isIn(article.touched(article.claims().get(number)), words))
                .collect(Collectors.toSet());
        return new View(words, mentions, claims, view.claim());
    }

    private static boolean isIn(Set<Integer> touched, Set<Integer> words) {
        return !touched.isEmpty() && words.containsAll(touched);
    }

    // ---- where something stands

    /** The runs of words, each as the sorted set of their numbers, at which it stands. */
    private Set<TreeSet<Integer>> places(Expression expression, View view) {
        Set<TreeSet<Integer>> places = new HashSet<>();
        if (expression instanceof Expression.Any any) {
            any.parts().forEach(part -> places.addAll(places(part, view)));
        } else if (expression instanceof Expression.Near near) {
            for (TreeSet<Integer> left : places(near.left(), view)) {
                for (TreeSet<Integer> right : places(near.right(), view)) {
                    if (areNear(left, right, near.distance(), near.ordered())) {
                        places.add(run(Math.min(left.first(), right.first()), Math.max(left.last(), right.last())));
                    }
                }
            }
        } else if (expression instanceof Expression.Phrase phrase) {
            placesOf(phrase, places);
        } else if (expression instanceof Expression.Term term) {
            article.words().stream()
                    .filter(word -> is(word, term))
                    .forEach(word -> places.add(run(word.number(), word.number())));
        } else if (expression instanceof Expression.Regex regex) {
            placesOf(regex, places);
        } else if (isOfMentions(expression)) {
            view.mentions().stream()
                    .map(number -> article.mentions().get(number))
                    .filter(mention -> isMeant(mention, expression))
                    .forEach(mention -> places.add(new TreeSet<>(article.touched(mention))));
        } else if (expression instanceof Expression.Reported reported) {
            view.claims().stream()
                    .filter(number -> isReported(number, reported))
                    .forEach(number -> places.add(
                            new TreeSet<>(article.touched(article.claims().get(number)))));
        } else {
            throw new AssertionError("stands nowhere: " + expression);
        }
        boolean anywhere = isOfMentions(expression) || expression instanceof Expression.Reported;
        places.removeIf(place -> place.isEmpty() || !anywhere && !view.words().containsAll(place));
        return places;
    }

    private static TreeSet<Integer> run(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean areNear(TreeSet<Integer> left, TreeSet<Integer> right, int distance, boolean ordered) {
        if (!Collections.disjoint(left, right) || field(left.first()) != field(right.first())) {
            return false;
        }
        boolean leftFirst = left.first() < right.first();
        int between = leftFirst ? right.first() - left.last() - 1 : left.first() - right.last() - 1;
        return between <= distance && (leftFirst || !ordered);
    }

    private Field field(int word) {
        return article.words().get(word).field();
    }

    private void placesOf(Expression.Phrase phrase, Set<TreeSet<Integer>> places) {
        int length = phrase.terms().size();
        for (int start = 0; start + length <= article.words().size(); start++) {
            int from = start;
            boolean here = field(from) == field(from + length - 1)
                    && IntStream.range(0, length)
                            .allMatch(i -> is(
                                    article.words().get(from + i),
                                    phrase.terms().get(i)));
            if (here) {
                places.add(run(from, from + length - 1));
            }
        }
    }

    private void placesOf(Expression.Regex regex, Set<TreeSet<Integer>> places) {
        Pattern pattern = Pattern.compile(regex.pattern(), Pattern.CASE_INSENSITIVE);
        for (Field field : Field.values()) {
            Matcher matcher = pattern.matcher(article.document().text(field));
            while (matcher.find()) {
                places.add(new TreeSet<>(article.touched(field, matcher.start(), matcher.end())));
            }
        }
    }

    private boolean is(NaiveArticle.Word word, Expression.Term term) {
        if (term instanceof Expression.Wildcard wildcard) {
            StringBuilder regex = new StringBuilder();
            for (char c : wildcard.pattern().toCharArray()) {
                regex.append(c == '*' ? ".*" : c == '?' ? "." : java.util.regex.Pattern.quote(String.valueOf(c)));
            }
            return java.util.regex.Pattern.compile(regex.toString(), java.util.regex.Pattern.DOTALL)
                    .matcher(word.norm())
                    .matches();
        }
        Expression.Word wanted = (Expression.Word) term;
        return switch (wanted.form()) {
            case STEM ->
                word.stem().equals(Stemmers.of(article.annotations().language()).stem(wanted.word()));
            case EXACT -> word.norm().equals(wanted.word());
            case CASE -> word.written().equals(wanted.word());
        };
    }

    // ---- mentions

    private static boolean isOfMentions(Expression expression) {
        return expression instanceof Expression.Actor
                || expression instanceof Expression.ActorOfType
                || expression instanceof Expression.ActorOfCountry
                || expression instanceof Expression.Place
                || expression instanceof Expression.InCountry
                || expression instanceof Expression.InRadius
                || expression instanceof Expression.InBox;
    }

    private boolean isMeant(Mention mention, Expression clause) {
        boolean actor = mention.kind() == MentionKind.ACTOR;
        boolean place = !actor && mention.type() != MentionType.DEMONYM;
        String id = mention.entityId();
        Location at = mention.location();
        if (clause instanceof Expression.Actor wanted) {
            return actor && id != null && wanted.ids().contains(id) && mention.confidence() >= wanted.confidence();
        }
        if (clause instanceof Expression.ActorOfType wanted) {
            return actor && mention.type() == wanted.type();
        }
        if (clause instanceof Expression.ActorOfCountry wanted) {
            return actor && wanted.country().equals(mention.country());
        }
        if (clause instanceof Expression.Place wanted) {
            return place
                    && id != null
                    && mention.confidence() >= wanted.confidence()
                    && wanted.ids().stream()
                            .anyMatch(area -> wanted.inside() ? entities.within(id, area) : id.equals(area));
        }
        if (clause instanceof Expression.InCountry wanted) {
            return place && wanted.country().equals(mention.country()) && mention.confidence() >= wanted.confidence();
        }
        if (clause instanceof Expression.InRadius wanted) {
            return place && at != null && kilometres(at, wanted.latitude(), wanted.longitude()) <= wanted.kilometres();
        }
        Expression.InBox box = (Expression.InBox) clause;
        return place
                && at != null
                && at.latitude() >= box.south()
                && at.latitude() <= box.north()
                && (box.west() <= box.east()
                        ? at.longitude() >= box.west() && at.longitude() <= box.east()
                        : at.longitude() >= box.west() || at.longitude() <= box.east());
    }

    /** By the haversine formula. */
    private static double kilometres(Location at, double latitude, double longitude) {
        double north = Math.toRadians(latitude - at.latitude());
        double east = Math.toRadians(longitude - at.longitude());
        double h = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(at.latitude()))
                        * Math.cos(Math.toRadians(latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    // ---- claims

    private boolean isReported(int number, Expression.Reported reported) {
        Claim claim = article.claims().get(number);
        Set<Integer> mentions = Stream.of(claim.actors(), claim.places(), claim.agents(), claim.targets())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        View view =
                new View(article.touched(claim.field(), claim.start(), claim.end()), mentions, Set.of(number), claim);
        return reported.modalities().contains(claim.modality())
                && (reported.backgroundToo() || !claim.background())
                && holds(reported.condition(), view);
    }

    private boolean isSo(Expression.OfClaim clause, View view) {
        Claim claim = view.claim();
        if (claim == null) {
            throw new AssertionError("outside of a claim: " + clause);
        }
        if (clause instanceof Expression.ClaimOfType of) {
            return claim.type() == of.type();
        }
        if (clause instanceof Expression.ClaimOfSubtype of) {
            return of.subtype().equals(claim.subtype());
        }
        if (clause instanceof Expression.ClaimCoded coded) {
            return switch (coded.scheme()) {
                case PLOVER -> coded.code().equalsIgnoreCase(claim.plover());
                case CAMEO -> claim.cameo() != null && claim.cameo().startsWith(coded.code());
                case ACLED -> coded.code().equalsIgnoreCase(claim.acled());
            };
        }
        if (clause instanceof Expression.ClaimModality modality) {
            return claim.modality() == modality.modality();
        }
        if (clause instanceof Expression.ClaimBackground background) {
            return claim.background() == background.background();
        }
        if (clause instanceof Expression.SaidBy saidBy) {
            return isSaidBy(claim, saidBy);
        }
        if (clause instanceof Expression.InRole role) {
            Set<Integer> who = new HashSet<>(role.role() == Expression.Role.AGENT ? claim.agents() : claim.targets());
            return holds(role.actor(), new View(view.words(), who, view.claims(), claim));
        }
        if (clause instanceof Expression.Happened happened) {
            return hasHappened(claim, happened);
        }
        Expression.Counted counted = (Expression.Counted) clause;
        return claim.quantities().stream()
                .filter(quantity -> counted.kinds().contains(quantity.kind()))
                .anyMatch(quantity -> isCounted(quantity, counted));
    }

    private static boolean isCounted(Quantity quantity, Expression.Counted counted) {
        double number = counted.number();
        return switch (counted.comparison()) {
            case AT_LEAST -> quantity.low() >= number;
            case MORE -> quantity.low() > number;
            case AT_MOST -> quantity.high() <= number;
            case LESS -> quantity.high() < number;
            case EQUAL -> quantity.low() == number && quantity.high() == number;
        };
    }

    private boolean isSaidBy(Claim claim, Expression.SaidBy saidBy) {
        if (!saidBy.ids().isEmpty()) {
            return claim.sourceEntityId() != null && saidBy.ids().contains(claim.sourceEntityId());
        }
        Span source = claim.source();
        if (source == null) {
            return false;
        }
        List<String> said = Words.of(article.document().text(claim.field()).substring(source.start(), source.end()));
        return Collections.indexOfSubList(said, Words.of(saidBy.name())) >= 0;
    }

    private boolean hasHappened(Claim claim, Expression.Happened happened) {
        When when = claim.when();
        Instant accepted = article.provenance().accepted();
        if (when == null || happened.day() == null && accepted == null) {
            return false;
        }
        LocalDate other = happened.day() != null
                ? happened.day()
                : LocalDate.ofInstant(accepted.minus(happened.before()), ZoneOffset.UTC);
        return when.from().datesUntil(when.to().plusDays(1)).anyMatch(day -> happened.comparison()
                .accepts(day.compareTo(other)));
    }

    // ---- the article itself

    private boolean isSo(Expression clause) {
        Provenance from = article.provenance();
        if (clause instanceof Expression.FromSource source) {
            return from.source() != null && Words.of(from.source()).equals(Words.of(source.name()));
        }
        if (clause instanceof Expression.FromDomain domain) {
            return from.url() != null && isOf(URI.create(from.url()).getHost(), domain.domain());
        }
        if (clause instanceof Expression.InLanguage language) {
            String[] subtags =
                    article.annotations().language().toLowerCase(Locale.ROOT).split("[-_]");
            return subtags[0].equals(language.language());
        }
        Expression.Aged aged = (Expression.Aged) clause;
        return from.published() != null
                && from.accepted() != null
                && aged.comparison()
                        .accepts(Duration.between(from.published(), from.accepted())
                                .compareTo(aged.age()));
    }

    private static boolean isOf(@Nullable String host, String domain) {
        List<String> labels = new ArrayList<>(List.of(host == null ? new String[0] : host.split("\\.")));
        List<String> wanted = List.of(domain.split("\\."));
        return labels.size() >= wanted.size()
                && labels.subList(labels.size() - wanted.size(), labels.size()).equals(wanted);
    }
}
