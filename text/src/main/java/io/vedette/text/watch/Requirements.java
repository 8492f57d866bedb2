package io.vedette.text.watch;

import io.vedette.text.watch.query.Expression;
import io.vedette.text.watch.query.RegexLiterals;
import io.vedette.text.watch.query.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an article must have for an expression to be true: all of a few requirements, the rarest first.  Of what must all be
 * there the rarest are kept, of what there may be any of the rarest of every part is taken together.
 */
final class Requirements {

    /** More would never be looked at: one finds the candidates, one more rules most of them out. */
    private static final int KEPT = 3;

    private Requirements() {}

    /** None when the expression can be true of an article that has nothing of what it names. */
    static List<Requirement> of(Expression expression) {
        return of(expression, true);
    }

    /** What is needed for the expression to be {@code truth}: NOT turns all into any, and a clause into nothing to find. */
    private static List<Requirement> of(Expression expression, boolean truth) {
        if (expression instanceof Expression.Not not) {
            return of(not.part(), !truth);
        } else if (expression instanceof Expression.All all) {
            return truth ? all(all.parts(), true) : any(all.parts(), false);
        } else if (expression instanceof Expression.Any any) {
            return truth ? any(any.parts(), true) : all(any.parts(), false);
        }
        return truth ? ofTrue(expression) : List.of();
    }

    private static List<Requirement> all(List<? extends Expression> parts, boolean truth) {
        List<Requirement> all = new ArrayList<>();
        for (Expression part : parts) { // no lambda: each level of nesting must cost little stack
            all.addAll(of(part, truth));
        }
        return all.size() == 1
                ? all
                : all.stream()
                        .sorted(Comparator.comparingDouble(Requirement::share))
                        .distinct()
                        .limit(KEPT)
                        .toList();
    }

    private static List<Requirement> any(List<Expression> parts, boolean truth) {
        Set<Anchor> union = new LinkedHashSet<>();
        for (Expression part : parts) {
            List<Requirement> needed = of(part, truth);
            if (needed.isEmpty()) {
                return List.of();
            }
            union.addAll(needed.get(0).anchors());
        }
        return union.isEmpty() ? List.of() : List.of(Requirement.anyOf(union));
    }

    private static List<Requirement> ofTrue(Expression expression) {
        if (expression instanceof Expression.Within within) {
            return of(within.part());
        } else if (expression instanceof Expression.Near near) {
            return all(List.of(near.left(), near.right()), true);
        } else if (expression instanceof Expression.AtLeast atLeast) {
            return of(atLeast.part());
        } else if (expression instanceof Expression.Score score) {
            return ofScore(score);
        } else if (expression instanceof Expression.Phrase phrase) {
            return all(phrase.terms(), true);
        } else if (expression instanceof Expression.Reported reported) {
            List<Requirement> needed = new ArrayList<>(of(reported.condition()));
            needed.add(Requirement.of(Anchor.CLAIMED));
            return needed.stream().limit(KEPT).toList();
        } else if (expression instanceof Expression.InRole inRole) {
            return of(inRole.actor());
        }
        return List.of(ofClause((Expression.Clause) expression));
    }

    /** Leaves out the commonest parts as long as those left out cannot reach the threshold among themselves. */
    private static List<Requirement> ofScore(Expression.Score score) {
        if (score.threshold() <= 0) {
            return List.of();
        }
        List<Expression.Weighted> byShare = score.parts().stream()
                .filter(part -> part.weight() > 0)
                .sorted(Comparator.comparingDouble(part -> -share(of(part.part()))))
                .collect(Collectors.toList());
        double leftOut = 0;
        int from = 0;
        while (from < byShare.size() && leftOut + byShare.get(from).weight() < score.threshold()) {
            leftOut += byShare.get(from++).weight();
        }
        List<Expression> needed =
                byShare.stream().skip(from).map(Expression.Weighted::part).toList();
        return needed.isEmpty() ? List.of(Requirement.of(Anchor.ALWAYS)) : any(needed, true);
    }

    private static double share(List<Requirement> needed) {
        return needed.isEmpty() ? 2 : needed.get(0).share();
    }

    private static Requirement ofClause(Expression.Clause clause) {
        if (clause instanceof Expression.Word word) {
            return ofWord(word);
        } else if (clause instanceof Expression.Wildcard wildcard) {
            return Requirement.of(new Anchor(Anchor.Kind.WILDCARD, wildcard.pattern()));
        } else if (clause instanceof Expression.Regex regex) {
            return ofRegex(regex);
        } else if (clause instanceof Expression.Actor actor) {
            return Requirement.anyOf(Anchor.Kind.ACTOR, actor.ids());
        } else if (clause instanceof Expression.Place place) {
            return Requirement.anyOf(Anchor.Kind.AREA, place.ids());
        } else if (clause instanceof Expression.ActorOfType ofType) {
            return Requirement.of(
                    new Anchor(Anchor.Kind.ACTOR_TYPE, ofType.type().name()));
        } else if (clause instanceof Expression.ActorOfCountry ofCountry) {
            return Requirement.of(
                    new Anchor(Anchor.Kind.ACTOR_COUNTRY, ofCountry.country().toUpperCase(Locale.ROOT)));
        } else if (clause instanceof Expression.InCountry in) {
            return Requirement.of(
                    new Anchor(Anchor.Kind.PLACE_COUNTRY, in.country().toUpperCase(Locale.ROOT)));
        } else if (clause instanceof Expression.InRadius radius) {
            return Cells.around(radius.latitude(), radius.longitude(), radius.kilometres());
        } else if (clause instanceof Expression.InBox box) {
            return Cells.in(box.south(), box.west(), box.north(), box.east());
        } else if (clause instanceof Expression.OfClaim ofClaim) {
            return ofClaim(ofClaim);
        } else if (clause instanceof Expression.FromSource source) {
            return Requirement.of(new Anchor(Anchor.Kind.SOURCE, String.join(" ", Words.of(source.name()))));
        } else if (clause instanceof Expression.FromDomain domain) {
            return Requirement.of(new Anchor(Anchor.Kind.DOMAIN, domain.domain().toLowerCase(Locale.ROOT)));
        } else if (clause instanceof Expression.InLanguage in) {
            return Requirement.of(new Anchor(Anchor.Kind.LANGUAGE, in.language().toLowerCase(Locale.ROOT)));
        }
        return Requirement.of(Anchor.ALWAYS);
    }

    private static Requirement ofWord(Expression.Word word) {
        if (word.form() == Expression.Form.CASE) {
            List<String> norms = Words.of(word.word());
            return Requirement.of(norms.isEmpty() ? Anchor.ALWAYS : new Anchor(Anchor.Kind.NORM, norms.get(0)));
        }
        boolean stem = word.form() == Expression.Form.STEM;
        return Requirement.of(new Anchor(stem ? Anchor.Kind.STEM : Anchor.Kind.NORM, word.word()));
    }

    /** A word with letters that the expression cannot do without; whatever there is, where none are known. */
    private static Requirement ofRegex(Expression.Regex regex) {
        List<Anchor> anchors = RegexLiterals.of(regex.pattern()).stream()
                .map(letters -> new Anchor(Anchor.Kind.WILDCARD, "*" + letters + "*"))
                .toList();
        return anchors.isEmpty() ? Requirement.of(Anchor.ALWAYS) : Requirement.anyOf(anchors);
    }

    private static Requirement ofClaim(Expression.OfClaim clause) {
        if (clause instanceof Expression.ClaimOfType ofType) {
            return Requirement.of(
                    new Anchor(Anchor.Kind.CLAIM_TYPE, ofType.type().name()));
        } else if (clause instanceof Expression.ClaimOfSubtype ofSubtype) {
            return Requirement.of(
                    new Anchor(Anchor.Kind.CLAIM_SUBTYPE, ofSubtype.subtype().toLowerCase(Locale.ROOT)));
        } else if (clause instanceof Expression.ClaimCoded coded && coded.scheme() != Expression.Scheme.CAMEO) {
            return Requirement.of(new Anchor(
                    Anchor.Kind.CLAIM_CODE, coded.scheme() + ":" + coded.code().toLowerCase(Locale.ROOT)));
        } else if (clause instanceof Expression.SaidBy saidBy && !saidBy.ids().isEmpty()) {
            return Requirement.anyOf(Anchor.Kind.SAID_BY, saidBy.ids());
        }
        return Requirement.of(Anchor.CLAIMED);
    }
}
