package io.vedette.text.watch;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.Span;
import io.vedette.text.watch.query.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds one expression against one article. */
final class Evaluation {

    private final MatchableArticle article;
    private final ArticleWords words;
    private final int occurrences;

    /** @param occurrences how many places are reported for each clause */
    Evaluation(MatchableArticle article, int occurrences) {
        this.article = article;
        this.words = article.words();
        this.occurrences = occurrences;
    }

    boolean holds(Expression expression) {
        if (expression instanceof Expression.All all) {
            for (Expression part : all.parts()) {
                if (!holds(part)) {
                    return false;
                }
            }
            return true;
        }
        if (expression instanceof Expression.Any any) {
            for (Expression part : any.parts()) {
                if (holds(part)) {
                    return true;
                }
            }
            return false;
        }
        return expression instanceof Expression.Not not ? !holds(not.part()) : found((Expression.Clause) expression);
    }

    /** Where the clauses are fulfilled that make the expression true; empty if it is not. */
    List<ClauseMatch> reasons(Expression expression) {
        List<ClauseMatch> reasons = new ArrayList<>();
        collect(expression, true, reasons);
        return List.copyOf(new LinkedHashSet<>(reasons));
    }

    /**
     * Adds what makes the expression come out as wanted, in one pass: what a part added is taken back if the part came
     * out otherwise.
     *
     * @return how it came out
     */
    private boolean collect(Expression expression, boolean wanted, List<ClauseMatch> reasons) {
        int mark = reasons.size();
        boolean truth;
        if (expression instanceof Expression.Not not) {
            truth = !collect(not.part(), !wanted, reasons);
        } else if (expression instanceof Expression.All all) {
            truth = collect(all.parts(), wanted, reasons) == all.parts().size();
        } else if (expression instanceof Expression.Any any) {
            truth = collect(any.parts(), wanted, reasons) > 0;
        } else {
            truth = found((Expression.Clause) expression);
            if (truth && wanted) {
                report((Expression.Clause) expression, reasons::add);
            }
        }
        if (truth != wanted) {
            reasons.subList(mark, reasons.size()).clear();
        }
        return truth;
    }

    private int collect(List<Expression> parts, boolean wanted, List<ClauseMatch> reasons) {
        int held = 0;
        for (Expression part : parts) {
            held += collect(part, wanted, reasons) ? 1 : 0;
        }
        return held;
    }

    private boolean found(Expression.Clause clause) {
        if (clause instanceof Expression.Word word) {
            return next(word, words.first(word.word())) != ArticleWords.NONE;
        }
        if (clause instanceof Expression.Phrase phrase) {
            return next(phrase, words.first(first(phrase))) != ArticleWords.NONE;
        }
        if (clause instanceof Expression.Actor actor) {
            return anyOf(actor.ids(), article.actors());
        }
        if (clause instanceof Expression.Place place) {
            return anyOf(place.ids(), article.places());
        }
        return article.claims().containsKey(type((Expression.Reported) clause));
    }

    private static String first(Expression.Phrase phrase) {
        return ((Expression.Word) phrase.terms().get(0)).word();
    }

    private static List<String> words(Expression.Phrase phrase) {
        return phrase.terms().stream()
                .map(term -> ((Expression.Word) term).word())
                .toList();
    }

    private static ClaimType type(Expression.Reported reported) {
        return ((Expression.ClaimOfType) reported.condition()).type();
    }

    private static boolean anyOf(Set<String> ids, Map<String, List<Integer>> mentions) {
        for (String id : ids) {
            if (mentions.containsKey(id)) {
                return true;
            }
        }
        return false;
    }

    /** The first position from this one on, along its chain, where the word stands. */
    private int next(Expression.Word word, int position) {
        int at = position;
        while (at != ArticleWords.NONE && word.form() == Expression.Form.EXACT && !words.isExactly(at, word.word())) {
            at = words.following(at);
        }
        return at;
    }

    private int next(Expression.Phrase phrase, int position) {
        int at = position;
        while (at != ArticleWords.NONE && !words.beginsAt(at, words(phrase))) {
            at = words.following(at);
        }
        return at;
    }

    private void report(Expression.Clause clause, Consumer<ClauseMatch> to) {
        if (clause instanceof Expression.Word word) {
            int at = next(word, words.first(word.word()));
            for (int i = 0; i < occurrences && at != ArticleWords.NONE; i++) {
                to.accept(words(clause, at, at));
                at = next(word, words.following(at));
            }
        } else if (clause instanceof Expression.Phrase phrase) {
            int at = next(phrase, words.first(first(phrase)));
            for (int i = 0; i < occurrences && at != ArticleWords.NONE; i++) {
                to.accept(words(clause, at, at + phrase.terms().size() - 1));
                at = next(phrase, words.following(at));
            }
        } else if (clause instanceof Expression.Actor actor) {
            mentions(actor.ids(), article.actors()).forEach(number -> to.accept(mention(clause, number)));
        } else if (clause instanceof Expression.Place place) {
            mentions(place.ids(), article.places()).forEach(number -> to.accept(mention(clause, number)));
        } else if (clause instanceof Expression.Reported reported) {
            List<Integer> claims = article.claims().getOrDefault(type(reported), List.of());
            claims.stream().limit(occurrences).forEach(number -> to.accept(claim(clause, number)));
        }
    }

    private List<Integer> mentions(Set<String> ids, Map<String, List<Integer>> mentions) {
        return ids.stream()
                .map(mentions::get)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .limit(occurrences)
                .toList();
    }

    private ClauseMatch words(Expression.Clause clause, int first, int last) {
        return match(clause, words.field(first), words.start(first), words.end(last), null, null, null);
    }

    private ClauseMatch mention(Expression.Clause clause, int number) {
        Mention mention = article.annotations().mentions().get(number);
        return match(clause, mention.field(), mention.start(), mention.end(), mention, null, number);
    }

    private ClauseMatch claim(Expression.Clause clause, int number) {
        Claim claim = article.annotations().claims().get(number);
        Span span = claim.trigger() == null ? new Span(claim.start(), claim.end()) : claim.trigger();
        return match(clause, claim.field(), span.start(), span.end(), null, number, null);
    }

    private ClauseMatch match(
            Expression.Clause clause,
            Field field,
            int start,
            int end,
            @Nullable Mention mention,
            @Nullable Integer claimIndex,
            @Nullable Integer mentionIndex) {
        return new ClauseMatch(
                clause.source(),
                field,
                start,
                end,
                article.document().text(field).substring(start, end),
                mention == null ? null : mention.alias(),
                mention == null ? null : mention.entityId(),
                mention == null ? null : mention.name(),
                claimIndex,
                mentionIndex);
    }
}
