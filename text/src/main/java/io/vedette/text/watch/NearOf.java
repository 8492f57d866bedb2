package io.vedette.text.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * NEAR and THEN: two things in one field with so many words between them at most, and none in common.
 *
 * @param ordered whether left comes first
 */
record NearOf(Standing left, Standing right, int distance, boolean ordered) implements Standing {

    /** Told of each pair, the earlier one first. */
    private interface Pairs {
        /** @return whether to go on */
        boolean pair(Runs earlier, int i, Runs later, int j);
    }

    @Override
    public boolean holds(Scope scope) {
        Runs lefts = left.runs(scope);
        if (lefts.count() == 0) {
            return false;
        }
        Runs rights = right.runs(scope);
        return isNear(scope, lefts, rights) || !ordered && isNear(scope, rights, lefts);
    }

    /** Whether some later one stands close enough behind an earlier one: the first behind it would be the closest. */
    private boolean isNear(Scope scope, Runs earlier, Runs later) {
        for (int i = 0; i < earlier.count(); i++) {
            int j = later.beginningFrom(earlier.last(i) + 1);
            if (j < later.count() && isNear(scope, earlier.last(i), later.first(j))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNear(Scope scope, int end, int beginning) {
        return (long) beginning - end - 1 <= distance && scope.words().sameField(end, beginning);
    }

    @Override
    public void find(Scope scope, Runs into) {
        Runs lefts = left.runs(scope);
        Runs rights = right.runs(scope);
        Pairs all = (earlier, i, later, j) -> {
            into.add(earlier.first(i), later.last(j));
            return true;
        };
        pairs(scope, lefts, rights, all);
        if (!ordered) {
            pairs(scope, rights, lefts, all);
        }
    }

    private void pairs(Scope scope, Runs earlier, Runs later, Pairs told) {
        for (int i = 0; i < earlier.count(); i++) {
            int j = later.beginningFrom(earlier.last(i) + 1);
            for (; j < later.count() && isNear(scope, earlier.last(i), later.first(j)); j++) {
                if (!told.pair(earlier, i, later, j)) {
                    return;
                }
            }
        }
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        Runs runs = runs(scope);
        for (int i = 0; wanted && i < Math.min(runs.count(), reasons.occurrences()); i++) {
            report(scope, runs.first(i), runs.last(i), reasons);
        }
        return runs.count() > 0;
    }

    @Override
    public void report(Scope scope, int first, int last, Reasons reasons) {
        Runs lefts = left.runs(scope);
        Runs rights = right.runs(scope);
        pairs(
                scope,
                lefts,
                rights,
                (earlier, i, later, j) -> report(scope, first, last, earlier, i, later, j, true, reasons));
        if (!ordered) {
            pairs(
                    scope,
                    rights,
                    lefts,
                    (earlier, i, later, j) -> report(scope, first, last, earlier, i, later, j, false, reasons));
        }
    }

    private boolean report(
            Scope scope,
            int first,
            int last,
            Runs earlier,
            int i,
            Runs later,
            int j,
            boolean leftFirst,
            Reasons reasons) {
        if (earlier.first(i) != first || later.last(j) != last) {
            return true;
        }
        Runs lefts = leftFirst ? earlier : later;
        Runs rights = leftFirst ? later : earlier;
        int l = leftFirst ? i : j;
        int r = leftFirst ? j : i;
        left.report(scope, lefts.first(l), lefts.last(l), reasons);
        right.report(scope, rights.first(r), rights.last(r), reasons);
        return false;
    }

    @Override
    public Explanation explain(Scope scope) {
        boolean holds = holds(scope);
        String operator = ordered ? "THEN" : "NEAR";
        List<Explanation> parts = List.of(left.explain(scope), right.explain(scope));
        return new Explanation(operator, operator + "/" + distance, holds, holds ? null : miss(scope), parts);
    }

    private @Nullable String miss(Scope scope) {
        Runs lefts = left.runs(scope);
        Runs rights = right.runs(scope);
        if (lefts.count() == 0 || rights.count() == 0) {
            return null;
        }
        int apart = closest(scope, lefts, rights);
        int reversed = closest(scope, rights, lefts);
        int least = ordered ? apart : Math.min(apart, reversed);
        String told = least < Integer.MAX_VALUE
                ? least + " words between them, and " + distance + " are allowed"
                : "never in one field" + (ordered ? " in that order" : " without words in common");
        return ordered && reversed <= distance ? told + "; in the other order " + reversed + " between them" : told;
    }

    private static int closest(Scope scope, Runs earlier, Runs later) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < earlier.count(); i++) {
            int j = later.beginningFrom(earlier.last(i) + 1);
            if (j < later.count() && scope.words().sameField(earlier.last(i), later.first(j))) {
                least = Math.min(least, later.first(j) - earlier.last(i) - 1);
            }
        }
        return least;
    }
}
