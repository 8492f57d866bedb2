package io.vedette.text.watch;

import java.util.List;

/** ATLEAST: in so many places or more. */
record AtLeastOf(int count, Standing part) implements Condition {

    @Override
    public boolean holds(Scope scope) {
        return part.runs(scope).count() >= count;
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        Runs runs = part.runs(scope);
        boolean truth = runs.count() >= count;
        for (int i = 0; truth && wanted && i < Math.min(runs.count(), reasons.occurrences()); i++) {
            part.report(scope, runs.first(i), runs.last(i), reasons);
        }
        return truth;
    }

    @Override
    public Explanation explain(Scope scope) {
        int found = part.runs(scope).count();
        String nearest = found >= count ? null : "in " + found + " places, and " + count + " are asked for";
        return new Explanation("ATLEAST", "ATLEAST/" + count, found >= count, nearest, List.of(part.explain(scope)));
    }
}
