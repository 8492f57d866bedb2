package io.vedette.e2e.dashboard;

import java.util.List;

/** Colours by value, from the lowest up. */
record Thresholds(List<Step> steps) {

    private static final double LOWEST = Double.NEGATIVE_INFINITY;

    /** @param from the least value of this colour */
    record Step(String color, double from) {

        boolean isLowest() {
            return from == LOWEST;
        }
    }

    /** Neither good nor bad: as much as there is. */
    static Thresholds none() {
        return new Thresholds(List.of(new Step("green", LOWEST)));
    }

    /** Worth a look from the first value, bad from the second. */
    static Thresholds below(double look, double bad) {
        return new Thresholds(List.of(new Step("green", LOWEST), new Step("orange", look), new Step("red", bad)));
    }

    /** Bad from that value. */
    static Thresholds below(double bad) {
        return new Thresholds(List.of(new Step("green", LOWEST), new Step("red", bad)));
    }

    /** Worth a look under the first value, bad under the second. */
    static Thresholds above(double look, double bad) {
        return new Thresholds(List.of(new Step("red", LOWEST), new Step("orange", bad), new Step("green", look)));
    }

    /** Bad under that value. */
    static Thresholds above(double bad) {
        return new Thresholds(List.of(new Step("red", LOWEST), new Step("green", bad)));
    }

    boolean areLimits() {
        return steps.size() > 1;
    }
}
