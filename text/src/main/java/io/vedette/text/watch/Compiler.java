package io.vedette.text.watch;

import io.vedette.text.MentionKind;
import io.vedette.text.watch.query.Expression;
import java.util.Arrays;
import java.util.List;

/** From what a query says to what can be held against articles. */
final class Compiler {

    private Compiler() {}

    static Condition compile(Expression expression) {
        if (expression instanceof Expression.Clause clause) {
            return clause(clause);
        } else if (expression instanceof Expression.All all) {
            return new AllOf(all(all.parts()));
        } else if (expression instanceof Expression.Any any) {
            return anyOf(all(any.parts()));
        } else if (expression instanceof Expression.Not not) {
            return new NotOf(compile(not.part()));
        } else if (expression instanceof Expression.Within within) {
            return new WithinStretch(within.stretch(), compile(within.part()));
        } else if (expression instanceof Expression.Near near) {
            return new NearOf(standing(near.left()), standing(near.right()), near.distance(), near.ordered());
        } else if (expression instanceof Expression.AtLeast atLeast) {
            return new AtLeastOf(atLeast.count(), standing(atLeast.part()));
        }
        return score((Expression.Score) expression);
    }

    private static Condition score(Expression.Score score) {
        Condition[] parts = new Condition[score.parts().size()];
        double[] weights = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = compile(score.parts().get(i).part());
            weights[i] = score.parts().get(i).weight();
        }
        return new ScoreOf(parts, weights, score.threshold());
    }

    private static Condition anyOf(Condition[] parts) {
        boolean standing = Arrays.stream(parts).allMatch(Standing.class::isInstance);
        return standing ? new AnyOf.StandingAny(parts) : new AnyOf(parts);
    }

    /** No stream: a query may be a thousand deep, and each level must cost little stack. */
    private static Condition[] all(List<Expression> parts) {
        Condition[] compiled = new Condition[parts.size()];
        for (int i = 0; i < compiled.length; i++) {
            compiled[i] = compile(parts.get(i));
        }
        return compiled;
    }

    private static Standing standing(Expression expression) {
        return (Standing) compile(expression);
    }

    private static Condition clause(Expression.Clause clause) {
        if (clause instanceof Expression.Standing standing) {
            return standing(standing);
        } else if (clause instanceof Expression.InRole inRole) {
            return new InRole(inRole.source(), inRole.role(), compile(inRole.actor()));
        } else if (clause instanceof Expression.OfClaim ofClaim) {
            return new ClaimPart(ofClaim.source(), ClaimTests.of(ofClaim));
        }
        return ArticlePart.of(clause);
    }

    private static Standing standing(Expression.Standing clause) {
        if (clause instanceof Expression.Term term) {
            return Term.of(term);
        } else if (clause instanceof Expression.Phrase phrase) {
            return new PhraseOf(phrase);
        } else if (clause instanceof Expression.Regex regex) {
            return new RegexOf(regex);
        } else if (clause instanceof Expression.Reported reported) {
            return new ClaimOf(reported, compile(reported.condition()));
        }
        return new MentionOf(clause.source(), sort(clause));
    }

    private static MentionOf.Sort sort(Expression.Standing clause) {
        if (clause instanceof Expression.Actor actor) {
            return Sorts.Named.of(actor);
        } else if (clause instanceof Expression.Place place) {
            return Sorts.Named.of(place);
        } else if (clause instanceof Expression.ActorOfType ofType) {
            return new Sorts.OfType(ofType.type());
        } else if (clause instanceof Expression.ActorOfCountry ofCountry) {
            return new Sorts.OfCountry(MentionKind.ACTOR, ofCountry.country(), 0);
        } else if (clause instanceof Expression.InCountry inCountry) {
            return new Sorts.OfCountry(MentionKind.PLACE, inCountry.country(), inCountry.confidence());
        } else if (clause instanceof Expression.InRadius radius) {
            return new Sorts.Around(radius.kilometres(), radius.latitude(), radius.longitude());
        }
        Expression.InBox box = (Expression.InBox) clause;
        return new Sorts.Inside(box.south(), box.west(), box.north(), box.east());
    }
}
