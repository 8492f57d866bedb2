package io.vedette.text.watch.query;

import java.util.List;

/** The expressions directly inside another. */
final class Parts {

    private Parts() {}

    /** In the order of the query; none of a clause but a claim's condition and an actor in its role. */
    static List<Expression> of(Expression expression) {
        if (expression instanceof Expression.All all) {
            return all.parts();
        }
        if (expression instanceof Expression.Any any) {
            return any.parts();
        }
        if (expression instanceof Expression.Not not) {
            return List.of(not.part());
        }
        if (expression instanceof Expression.Within within) {
            return List.of(within.part());
        }
        if (expression instanceof Expression.Near near) {
            return List.of(near.left(), near.right());
        }
        if (expression instanceof Expression.AtLeast atLeast) {
            return List.of(atLeast.part());
        }
        if (expression instanceof Expression.Score score) {
            return score.parts().stream().map(Expression.Weighted::part).toList();
        }
        if (expression instanceof Expression.Reported reported) {
            return List.of(reported.condition());
        }
        return expression instanceof Expression.InRole role ? List.of(role.actor()) : List.of();
    }
}
