package io.vedette.text.watch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.vedette.text.Claim;
import io.vedette.text.Field;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.watch.query.Entities;
import io.vedette.text.watch.query.Expression;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    private final NaiveArticle article;
    private final NaiveFacts facts;

    NaiveEvaluator(NaiveArticle article, Entities entities) {
        this.article = article;
        this.facts = new NaiveFacts(article, entities);
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
                    .anyMatch(number -> facts.isMeant(article.mentions().get(number), expression));
        }
        if (expression instanceof Expression.Reported reported) {
            return view.claims().stream().anyMatch(number -> isReported(number, reported));
        }
        if (expression.standsSomewhere()) {
            return !places(expression, view).isEmpty();
        }
        return expression instanceof Expression.OfClaim ofClaim ? isSo(ofClaim, view) : facts.isSo(expression);
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
                    .filter(mention -> facts.isMeant(mention, expression))
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

    private boolean isSo(Expression.OfClaim clause, View view) {
        Claim claim = view.claim();
        if (claim == null) {
            throw new AssertionError("outside of a claim: " + clause);
        }
        if (clause instanceof Expression.InRole role) {
            Set<Integer> who = new HashSet<>(role.role() == Expression.Role.AGENT ? claim.agents() : claim.targets());
            return holds(role.actor(), new View(view.words(), who, view.claims(), claim));
        }
        return facts.isSo(clause, claim);
    }

    private static boolean isOfMentions(Expression expression) {
        return expression instanceof Expression.Actor
                || expression instanceof Expression.ActorOfType
                || expression instanceof Expression.ActorOfCountry
                || expression instanceof Expression.Place
                || expression instanceof Expression.InCountry
                || expression instanceof Expression.InRadius
                || expression instanceof Expression.InBox;
    }

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
}
