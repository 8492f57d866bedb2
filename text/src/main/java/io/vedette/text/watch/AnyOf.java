package io.vedette.text.watch;

import java.util.List;

/** OR.  Where each part stands somewhere, so does this. */
class AnyOf implements Condition {

    private final Condition[] parts;

    AnyOf(Condition[] parts) {
        this.parts = parts;
    }

    final Condition[] parts() {
        return parts;
    }

    @Override
    public boolean holds(Scope scope) {
        for (Condition part : parts) {
            if (part.holds(scope)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        int mark = reasons.mark();
        boolean truth = false;
        for (Condition part : parts) {
            truth |= part.collect(scope, wanted, reasons);
        }
        if (truth != wanted) {
            reasons.takeBack(mark);
        }
        return truth;
    }

    @Override
    public Explanation explain(Scope scope) {
        List<Explanation> explained = AllOf.explain(parts, scope);
        return new Explanation("OR", "OR", explained.stream().anyMatch(Explanation::holds), null, explained);
    }

    /** Any of what stands somewhere: each part is a {@link Standing}. */
    static final class StandingAny extends AnyOf implements Standing {

        StandingAny(Condition[] parts) {
            super(parts);
        }

        @Override
        public void find(Scope scope, Runs into) {
            for (Condition part : parts()) {
                ((Standing) part).find(scope, into);
            }
        }

        @Override
        public void report(Scope scope, int first, int last, Reasons reasons) {
            for (Condition part : parts()) {
                ((Standing) part).report(scope, first, last, reasons);
            }
        }
    }
}
