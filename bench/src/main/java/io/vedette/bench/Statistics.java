package io.vedette.bench;

import java.util.Arrays;

/** Order statistics of a handful of runs or of many latencies. */
public final class Statistics {

    private Statistics() {}

    /** The middle value; NaN of nothing. */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /** The nearest-rank quantile; NaN of nothing. */
    public static double quantile(double[] values, double q) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(q * sorted.length) - 1)];
    }
}
