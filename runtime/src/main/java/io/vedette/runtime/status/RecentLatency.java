package io.vedette.runtime.status;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.vedette.runtime.status.SystemView.Latency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long something took of late, by a timer that counts in buckets since the process began: what the counts are more than
 * a while ago.  Within a bucket it is taken to be spread evenly, as Prometheus does.  For one thread.
 */
final class RecentLatency {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Deque<Counts> past = new ArrayDeque<>();

    /**
     * @param bounds upper ones of the buckets, in milliseconds
     * @param counts how many were at most that long
     */
    private record Counts(Instant at, double[] bounds, double[] counts, long all) {}

    /** @param started when the timer was at zero */
    RecentLatency(Instant started) {
        past.add(new Counts(started, new double[0], new double[0], 0));
    }

    /** Takes the counts of now, and tells what is new in the last quarter of an hour; null if nothing is. */
    @Nullable
    Latency of(Timer timer, Instant now) {
        CountAtBucket[] buckets = timer.takeSnapshot().histogramCounts();
        double[] bounds = Arrays.stream(buckets)
                .mapToDouble(bucket -> bucket.bucket(TimeUnit.MILLISECONDS))
                .toArray();
        double[] counts =
                Arrays.stream(buckets).mapToDouble(CountAtBucket::count).toArray();
        Counts latest = new Counts(now, bounds, counts, timer.count());
        while (past.size() > 1 && past.peekFirst().at().isBefore(now.minus(WINDOW))) {
            past.removeFirst();
        }
        Counts before = past.getFirst();
        past.addLast(latest);
        long measured = latest.all() - before.all();
        return measured <= 0
                ? null
                : new Latency(
                        percentile(0.5, latest, before, measured),
                        percentile(0.95, latest, before, measured),
                        percentile(0.99, latest, before, measured),
                        measured,
                        before.at());
    }

    private static double percentile(double share, Counts latest, Counts before, long measured) {
        double wanted = share * measured;
        double below = 0;
        double from = 0;
        for (int i = 0; i < latest.bounds().length; i++) {
            double old = i < before.counts().length ? before.counts()[i] : 0;
            double count = latest.counts()[i] - old;
            if (count >= wanted && Double.isInfinite(latest.bounds()[i])) {
                return from;
            } else if (count >= wanted) {
                double part = count > below ? (wanted - below) / (count - below) : 1;
                return from + part * (latest.bounds()[i] - from);
            }
            below = count;
            from = latest.bounds()[i];
        }
        return from;
    }
}
