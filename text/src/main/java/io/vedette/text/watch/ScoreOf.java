package io.vedette.text.watch;

import java.util.List;

/**
 * SCORE: the weights of what is true sum up to a threshold.
 *
 * @param weights one for each part
 */
record ScoreOf(Condition[] parts, double[] weights, double threshold) implements Condition {

    @Override
    public boolean holds(Scope scope) {
        return reaches(sum(scope));
    }

    private double sum(Scope scope) {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += parts[i].holds(scope) ? weights[i] : 0;
        }
        return sum;
    }

    private boolean reaches(double sum) {
        return sum >= threshold;
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        boolean truth = holds(scope);
        if (truth == wanted) {
            for (int i = 0; i < parts.length; i++) {
                if (weights[i] > 0 == wanted) {
                    parts[i].collect(scope, true, reasons);
                }
            }
        }
        return truth;
    }

    @Override
    public Explanation explain(Scope scope) {
        double sum = sum(scope);
        List<Explanation> explained = AllOf.explain(parts, scope);
        String nearest =
                reaches(sum) ? null : "the score is " + number(sum) + ", and " + number(threshold) + " is asked for";
        return new Explanation("SCORE", "SCORE >= " + number(threshold), reaches(sum), nearest, explained);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
