package io.vedette.text.watch;

import java.util.ArrayList;
import java.util.List;

/** AND. */
record AllOf(Condition[] parts) implements Condition {

    @Override
    public boolean holds(Scope scope) {
        for (Condition part : parts) {
            if (!part.holds(scope)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        int mark = reasons.mark();
        boolean truth = true;
        for (Condition part : parts) {
            truth &= part.collect(scope, wanted, reasons);
        }
        if (truth != wanted) {
            reasons.takeBack(mark);
        }
        return truth;
    }

    @Override
    public Explanation explain(Scope scope) {
        List<Explanation> explained = explain(parts, scope);
        return new Explanation("AND", "AND", explained.stream().allMatch(Explanation::holds), null, explained);
    }

    static List<Explanation> explain(Condition[] parts, Scope scope) {
        List<Explanation> explained = new ArrayList<>(parts.length);
        for (Condition part : parts) {
            explained.add(part.explain(scope));
        }
        return explained;
    }
}
