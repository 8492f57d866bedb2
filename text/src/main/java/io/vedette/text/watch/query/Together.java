package io.vedette.text.watch.query;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a claim and places beside it as one claim with these places. */
final class Together {

    private static final String CLAIM = "claim";

    private Together() {}

    static String of(Expression.Reported claim, List<Expression.Clause> places) {
        String where = places.stream().map(Expression.Clause::source).collect(Collectors.joining(" "));
        return CLAIM + "(" + condition(claim) + " " + where + ")";
    }

    private static String condition(Expression.Reported claim) {
        String source = claim.source();
        if (claim.condition() instanceof Expression.ClaimOfType type) {
            return "type:" + type.type();
        }
        if (source.startsWith(CLAIM + "(") && source.endsWith(")")) {
            String inside =
                    source.substring(CLAIM.length() + 1, source.length() - 1).strip();
            return claim.condition() instanceof Expression.Any ? "(" + inside + ")" : inside;
        }
        return source.startsWith(CLAIM + ".") ? source.substring(CLAIM.length() + 1) : source;
    }
}
