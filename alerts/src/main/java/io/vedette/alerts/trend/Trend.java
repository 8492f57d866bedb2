package io.vedette.alerts.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much there is of something in each step of time, beside how much there usually is at that time of the day.
 *
 * @param total of all points
 */
public record Trend(long total, List<Point> points) {

    /** How far back the usual level looks. */
    public static final Duration BACK = Duration.ofDays(7);

    /** Of fewer days there is no usual level. */
    private static final int FEWEST = 3;

    /**
     * A step of time.
     *
     * @param at when it begins
     * @param usual the median of the same step of the seven days before, of those that are known; null if those are fewer than three
     */
    public record Point(Instant at, long count, @Nullable Double usual) {}

    public Trend {
        points = List.copyOf(points);
    }

    /** The steps that must be counted: those that are asked for, and before them those that make the usual level. */
    public static Steps counted(Steps asked) {
        int before = (int) BACK.dividedBy(asked.step());
        return new Steps(asked.at(-before), asked.step(), asked.count() + before);
    }

    /**
     * What becomes of counts.
     *
     * @param counts of the steps that {@link #counted} says
     * @param known from when on everything was counted that there was
     */
    public static Trend of(Steps asked, int[] counts, Instant known) {
        int perDay = (int) Duration.ofDays(1).dividedBy(asked.step());
        int before = counts.length - asked.count();
        List<Point> points = IntStream.range(0, asked.count())
                .mapToObj(step -> {
                    double[] sameTime = IntStream.rangeClosed(1, (int) BACK.toDays())
                            .map(day -> step - day * perDay)
                            .filter(earlier -> !asked.at(earlier).isBefore(known))
                            .mapToDouble(earlier -> counts[before + earlier])
                            .sorted()
                            .toArray();
                    return new Point(asked.at(step), counts[before + step], median(sameTime));
                })
                .toList();
        return new Trend(
                Arrays.stream(counts, before, counts.length).asLongStream().sum(), points);
    }

    private static @Nullable Double median(double[] sorted) {
        if (sorted.length < FEWEST) {
            return null;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
