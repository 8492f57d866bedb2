package io.vedette.text.watch.query;

import io.vedette.text.Modality;
import java.util.EnumSet;
import java.util.Set;

/** Which claims count when a query does not say: what is reported as news. */
final class Claims {

    private static final Set<Modality> NEWS = Set.of(Modality.ASSERTED, Modality.DENIED, Modality.POSSIBLE);

    private Claims() {}

    /** A clause of a claim: as it is inside {@code claim( )}, a claim of that clause alone outside. */
    static Expression.Clause clause(Expression.OfClaim clause, boolean inClaim) {
        return inClaim ? clause : reported(clause.source(), clause);
    }

    /** A claim for which that is true.  What else than news the condition speaks of is let in, for it to decide. */
    static Expression.Reported reported(String source, Expression condition) {
        Set<Modality> modalities = EnumSet.copyOf(NEWS);
        boolean background = collect(condition, modalities);
        return new Expression.Reported(source, condition, modalities, background);
    }

    /** Adds every modality that is spoken of; whether background is. */
    private static boolean collect(Expression expression, Set<Modality> modalities) {
        if (expression instanceof Expression.ClaimModality clause) {
            modalities.add(clause.modality());
        }
        boolean background = expression instanceof Expression.ClaimBackground clause && clause.background();
        for (Expression part : Parts.of(expression)) {
            background |= collect(part, modalities);
        }
        return background;
    }

    /** Whether it is what {@code claim:X} means. */
    static boolean isOfType(Expression.Reported reported) {
        return reported.condition() instanceof Expression.ClaimOfType
                && reported.modalities().equals(NEWS)
                && !reported.backgroundToo();
    }
}
