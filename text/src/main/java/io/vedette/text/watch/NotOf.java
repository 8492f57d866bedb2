package io.vedette.text.watch;

import java.util.List;

/** NOT. */
record NotOf(Condition part) implements Condition {

    @Override
    public boolean holds(Scope scope) {
        return !part.holds(scope);
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        return !part.collect(scope, !wanted, reasons);
    }

    @Override
    public Explanation explain(Scope scope) {
        Explanation explained = part.explain(scope);
        return new Explanation("NOT", "NOT", !explained.holds(), null, List.of(explained));
    }
}
