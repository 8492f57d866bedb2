package io.vedette.text.watch.query;

import io.vedette.text.watch.query.Expression.Stretch;

/**
 * Writes an expression so that two queries which differ in case, spacing or needless parentheses only read the same,
 * and so that parsing it again gives the same meaning.
 */
final class CanonicalForm {

    private CanonicalForm() {}

    static String of(Expression expression) {
        StringBuilder form = new StringBuilder();
        write(expression, false, form);
        return form.toString();
    }

    static String of(OverTime overTime) {
        String first = of(overTime.parts().get(0));
        if (overTime instanceof OverTime.Count count) {
            return "COUNT(" + first + ", " + Values.written(count.window()) + ") >= " + count.atLeast();
        }
        if (overTime instanceof OverTime.Spike spike) {
            return "SPIKE(" + first + ", " + Values.written(spike.window()) + ", " + Values.written(spike.factor())
                    + ")";
        }
        if (overTime instanceof OverTime.First firstOf) {
            return "FIRST(" + first + ", " + Values.written(firstOf.quiet()) + ")";
        }
        if (overTime instanceof OverTime.Silence silence) {
            return "SILENCE(" + first + ", " + Values.written(silence.window()) + ")";
        }
        if (overTime instanceof OverTime.Corroborated corroborated) {
            return "CORROBORATED(" + first + ", " + corroborated.texts() + ")";
        }
        if (overTime instanceof OverTime.Followed followed) {
            String then = of(followed.then());
            return "FOLLOWED(" + first + ", " + then + ", " + Values.written(followed.within()) + ")";
        }
        return "CONFLICT(" + first + ")";
    }

    private static void write(Expression expression, boolean inClaim, StringBuilder to) {
        if (expression instanceof Expression.All all) {
            for (int i = 0; i < all.parts().size(); i++) {
                Expression part = all.parts().get(i);
                to.append(i == 0 ? "" : " ");
                group(part, part instanceof Expression.All || part instanceof Expression.Any, inClaim, to);
            }
        } else if (expression instanceof Expression.Any any) {
            for (int i = 0; i < any.parts().size(); i++) {
                Expression part = any.parts().get(i);
                to.append(i == 0 ? "" : " OR ");
                group(part, part instanceof Expression.Any, inClaim, to);
            }
        } else if (expression instanceof Expression.Not not) {
            Expression part = not.part();
            to.append("NOT ");
            group(part, part instanceof Expression.All || part instanceof Expression.Any, inClaim, to);
        } else if (expression instanceof Expression.Reported reported) {
            reported(reported, to);
        } else if (expression instanceof Expression.Clause clause) {
            to.append(ClauseForm.of(clause, inClaim));
        } else {
            operator(expression, inClaim, to);
        }
    }

    private static void operator(Expression expression, boolean inClaim, StringBuilder to) {
        if (expression instanceof Expression.Within within) {
            to.append(
                    within.stretch() == Stretch.TITLE
                            ? "title:"
                            : within.stretch().name());
            group(within.part(), true, inClaim, to);
        } else if (expression instanceof Expression.Near near) {
            group(near.left(), !(near.left() instanceof Expression.Near) && !single(near.left()), inClaim, to);
            to.append(near.ordered() ? " THEN/" : " NEAR/")
                    .append(near.distance())
                    .append(' ');
            group(near.right(), !single(near.right()), inClaim, to);
        } else if (expression instanceof Expression.AtLeast atLeast) {
            to.append("ATLEAST/").append(atLeast.count()).append(' ');
            group(atLeast.part(), !single(atLeast.part()), inClaim, to);
        } else if (expression instanceof Expression.Score score) {
            score(score, inClaim, to);
        }
    }

    private static void score(Expression.Score score, boolean inClaim, StringBuilder to) {
        to.append("SCORE(");
        for (int i = 0; i < score.parts().size(); i++) {
            Expression.Weighted weighted = score.parts().get(i);
            Expression part = weighted.part();
            to.append(i == 0 ? "" : " ")
                    .append(Values.written(weighted.weight()))
                    .append('*');
            group(part, part instanceof Expression.All || part instanceof Expression.Any, inClaim, to);
        }
        to.append(") >= ").append(Values.written(score.threshold()));
    }

    private static void reported(Expression.Reported reported, StringBuilder to) {
        if (Claims.isOfType(reported)) {
            to.append("claim:").append(((Expression.ClaimOfType) reported.condition()).type());
        } else {
            to.append("claim");
            group(reported.condition(), true, true, to);
        }
    }

    private static boolean single(Expression part) {
        return part instanceof Expression.Clause;
    }

    private static void group(Expression part, boolean grouped, boolean inClaim, StringBuilder to) {
        to.append(grouped ? "(" : "");
        write(part, inClaim, to);
        to.append(grouped ? ")" : "");
    }
}
