package io.vedette.text.watch.query;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** One form for what means the same in another order too, or says a thing twice.  For one thread. */
final class Sense {

    /** Nested a thousand deep, each would else be told a thousand times. */
    private final Map<Expression, String> told = new IdentityHashMap<>();

    String of(Query query) {
        OverTime overTime = query.overTime();
        if (overTime == null) {
            return of(query.parts().get(0));
        }
        String whole = CanonicalForm.of(overTime);
        for (Expression part : query.parts()) {
            whole = whole.replace(CanonicalForm.of(part), of(part));
        }
        return whole;
    }

    String of(Expression expression) {
        String sense = told.get(expression);
        if (sense == null) {
            sense = tell(expression);
            told.put(expression, sense);
        }
        return sense;
    }

    private String tell(Expression expression) {
        if (expression instanceof Expression.All all) {
            return sorted(all.parts(), "AND");
        }
        if (expression instanceof Expression.Any any) {
            return sorted(any.parts(), "OR");
        }
        if (expression instanceof Expression.Not not) {
            return not.part() instanceof Expression.Not twice ? of(twice.part()) : "NOT(" + of(not.part()) + ")";
        }
        if (expression instanceof Expression.Within within) {
            return within.stretch() + "(" + of(within.part()) + ")";
        }
        if (expression instanceof Expression.Reported reported) {
            return "claim(" + of(reported.condition()) + ")";
        }
        return CanonicalForm.of(expression);
    }

    private String sorted(List<Expression> parts, String operator) {
        List<String> forms = new ArrayList<>();
        for (Expression part : parts) {
            forms.add(of(part));
        }
        List<String> distinct = forms.stream().distinct().sorted().toList();
        return distinct.size() == 1 ? distinct.get(0) : operator + distinct;
    }
}
