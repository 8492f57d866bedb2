package io.vedette.alerts.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps of equal length that a span of time is told in.  They begin at whole multiples of their length in UTC, so that the
 * same step is the same whoever asks when.
 *
 * @param from begin of the first
 * @param count how many there are
 */
public record Steps(Instant from, Duration step, int count) {

    /** What a step can be, as one writes it. */
    public static final Map<String, Duration> LENGTHS = lengths();

    private static Map<String, Duration> lengths() {
        Map<String, Duration> lengths = new LinkedHashMap<>();
        lengths.put("15m", Duration.ofMinutes(15));
        lengths.put("1h", Duration.ofHours(1));
        lengths.put("6h", Duration.ofHours(6));
        lengths.put("1d", Duration.ofDays(1));
        return lengths;
    }

    /**
     * Those that a span touches.
     *
     * @param step null for one that gives some hundred
     * @throws ArithmeticException if they are more than two billion
     */
    public static Steps of(Instant from, Instant to, @Nullable Duration step) {
        Duration length = step == null ? fitting(Duration.between(from, to)) : step;
        long millis = length.toMillis();
        long first = Math.floorDiv(from.toEpochMilli(), millis);
        long end = Math.floorDiv(to.toEpochMilli() + millis - 1, millis);
        return new Steps(Instant.ofEpochMilli(first * millis), length, Math.toIntExact(Math.max(1, end - first)));
    }

    private static Duration fitting(Duration span) {
        if (span.compareTo(Duration.ofDays(1)) <= 0) {
            return Duration.ofMinutes(15);
        } else if (span.compareTo(Duration.ofDays(7)) <= 0) {
            return Duration.ofHours(1);
        }
        return span.compareTo(Duration.ofDays(31)) <= 0 ? Duration.ofHours(6) : Duration.ofDays(1);
    }

    /** The end of the last. */
    public Instant to() {
        return at(count);
    }

    /** When a step begins; they are numbered from 0, those before from -1 downwards. */
    public Instant at(int number) {
        return from.plus(step.multipliedBy(number));
    }

    /** How a step is written. */
    public String written() {
        return LENGTHS.entrySet().stream()
                .filter(length -> length.getValue().equals(step))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(step::toString);
    }
}
