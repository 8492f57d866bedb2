package io.vedette.bench.quality;

import java.util.Locale;

/**
 * What one figure should come to.
 *
 * @param label how the scorer's line begins on which the figure stands
 * @param figure what stands before the figure on that line
 * @param bound the least or the most that is aimed at
 * @param least whether the bound is the least, and more is better
 */
record Target(String label, String figure, double bound, boolean least) {

    static Target atLeast(String label, String figure, double bound) {
        return new Target(label, figure, bound, true);
    }

    static Target atMost(String label, String figure, double bound) {
        return new Target(label, figure, bound, false);
    }

    boolean isMet(double value) {
        return least ? value >= bound : value <= bound;
    }

    /** The figure in words: "recognition, exact: F1". */
    String name() {
        return label.isEmpty() ? figure : label + ": " + figure;
    }

    /** A value as a table shows it, shares with three digits. */
    String show(double value) {
        return String.format(Locale.ROOT, bound < 2 ? "%.3f" : bound < 100 ? "%.1f" : "%,.0f", value);
    }

    /** The bound as a table shows it. */
    String goal() {
        return (least ? ">= " : "<= ") + show(bound);
    }
}
