package io.vedette.text.watch;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Modality;
import io.vedette.text.Span;
import io.vedette.text.watch.query.Expression;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A claim for which a condition is true.  It stands at the words that decided its type, or its whole sentence; those that
 * stand in the scope count, and in the scope of a claim that claim itself.
 */
final class ClaimOf implements Standing {

    private final String source;
    private final Condition condition;

    /** Modalities as a set of bits, for there are only five. */
    private final int modalities;

    private final boolean backgroundToo;

    /** The only type that the condition can be true of; null for any. */
    private final @Nullable ClaimType type;

    ClaimOf(Expression.Reported clause, Condition condition) {
        this.source = clause.source();
        this.condition = condition;
        this.modalities = clause.modalities().stream().mapToInt(ClaimOf::bit).sum();
        this.backgroundToo = clause.backgroundToo();
        this.type = typeOf(clause.condition());
    }

    private static int bit(Modality modality) {
        return 1 << modality.ordinal();
    }

    private static @Nullable ClaimType typeOf(Expression condition) {
        if (condition instanceof Expression.All all) {
            return all.parts().stream()
                    .filter(Expression.ClaimOfType.class::isInstance)
                    .map(part -> ((Expression.ClaimOfType) part).type())
                    .findFirst()
                    .orElse(null);
        }
        return condition instanceof Expression.ClaimOfType ofType ? ofType.type() : null;
    }

    /** Told of each claim that is meant. */
    private interface Told {
        /** @return whether to go on */
        boolean claim(int number);
    }

    private void each(Scope scope, Told told) {
        MatchableArticle article = scope.article();
        List<Integer> ofType = type == null ? null : article.claims().getOrDefault(type, List.of());
        int count = ofType == null ? article.annotations().claims().size() : ofType.size();
        for (int i = 0; i < count; i++) {
            int number = ofType == null ? i : ofType.get(i);
            if (isMeant(scope, number) && !told.claim(number)) {
                return;
            }
        }
    }

    private boolean isMeant(Scope scope, int number) {
        Claim claim = scope.article().claim(number);
        return (modalities & bit(claim.modality())) != 0
                && (backgroundToo || !claim.background())
                && isIn(scope, number)
                && condition.holds(scope.claim(number));
    }

    private static boolean isIn(Scope scope, int number) {
        if (scope.claim() >= 0) {
            return scope.claim() == number;
        }
        if (!scope.stretch()) {
            return true;
        }
        int first = first(scope, number);
        int end = end(scope, number);
        return end > first && scope.hasRun(first, end - 1);
    }

    private static int first(Scope scope, int number) {
        Claim claim = scope.article().claim(number);
        return scope.words()
                .firstEndingAfter(claim.field(), scope.article().standing(claim).start());
    }

    private static int end(Scope scope, int number) {
        Claim claim = scope.article().claim(number);
        return scope.words()
                .endOfStartingBefore(
                        claim.field(), scope.article().standing(claim).end());
    }

    @Override
    public boolean holds(Scope scope) {
        boolean[] found = {false};
        each(scope, number -> {
            found[0] = true;
            return false;
        });
        return found[0];
    }

    @Override
    public void find(Scope scope, Runs into) {
        each(scope, number -> {
            int first = first(scope, number);
            int end = end(scope, number);
            if (end > first) {
                into.add(first, end - 1);
            }
            return true;
        });
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        int[] found = {0};
        each(scope, number -> {
            if (wanted) {
                report(scope, number, reasons);
            }
            return ++found[0] < reasons.occurrences() && wanted;
        });
        return found[0] > 0;
    }

    private void report(Scope scope, int number, Reasons reasons) {
        Span at = scope.article().standing(scope.article().claim(number));
        reasons.claim(source, number, at, null);
        if (!(condition instanceof ClaimPart)) { // that would say the same again
            condition.collect(scope.claim(number), true, reasons);
        }
    }

    @Override
    public void report(Scope scope, int first, int last, Reasons reasons) {
        each(scope, number -> {
            if (first(scope, number) == first && end(scope, number) - 1 == last) {
                report(scope, number, reasons);
            }
            return true;
        });
    }

    @Override
    public Explanation explain(Scope scope) {
        boolean holds = holds(scope);
        int closest = closest(scope);
        if (closest < 0) {
            return new Explanation("CLAIM", source, false, "the article has no claim", List.of());
        }
        Explanation explained = condition.explain(scope.claim(closest));
        String nearest = holds ? null : miss(scope, closest, explained.holds());
        return new Explanation("CLAIM", source, holds, nearest, List.of(explained));
    }

    /** The claim that is meant; else the one of which most of what is asked for is true, the first of several. */
    private int closest(Scope scope) {
        int claims = scope.article().annotations().claims().size();
        int best = -1;
        double most = -1;
        for (int i = 0; i < claims; i++) {
            double fulfilled = isMeant(scope, i)
                    ? Double.MAX_VALUE
                    : share(condition.explain(scope.claim(i))) * 10 + (refusal(scope, i) == null ? 1 : 0);
            if (fulfilled > most) {
                most = fulfilled;
                best = i;
            }
        }
        return best;
    }

    private static double share(Explanation explained) {
        if (explained.holds()) {
            return 1;
        }
        return explained.operator().equals("AND")
                ? explained.parts().stream()
                        .mapToDouble(ClaimOf::share)
                        .average()
                        .orElse(0)
                : 0;
    }

    private @Nullable String miss(Scope scope, int closest, boolean conditionHolds) {
        Claim claim = scope.article().claim(closest);
        String refusal = refusal(scope, closest);
        String words = scope.article().document().text(claim.field()).substring(claim.start(), claim.end());
        String shown = words.length() <= 120 ? words : words.substring(0, 120) + "\u2026";
        return (conditionHolds ? "there is such a claim" : "the closest claim is of " + claim.type())
                + (refusal == null ? "" : ", but " + refusal) + ": \u201C" + shown + "\u201D";
    }

    /** Why a claim does not count, whatever the condition says; null if it does. */
    private @Nullable String refusal(Scope scope, int number) {
        Claim claim = scope.article().claim(number);
        if ((modalities & bit(claim.modality())) == 0) {
            return "it is " + claim.modality() + ", and " + names() + " is asked for";
        }
        if (claim.background() && !backgroundToo) {
            return "it is background, no news";
        }
        return isIn(scope, number) ? null : "it stands elsewhere in the article";
    }

    private String names() {
        Set<Modality> meant = EnumSet.noneOf(Modality.class);
        IntStream.range(0, Modality.values().length)
                .filter(i -> (modalities & 1 << i) != 0)
                .forEach(i -> meant.add(Modality.values()[i]));
        return String.join(" or ", meant.stream().map(Modality::name).toList()).toUpperCase(Locale.ROOT);
    }
}
