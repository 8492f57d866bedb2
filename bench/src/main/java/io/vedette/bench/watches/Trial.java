package io.vedette.bench.watches;

import io.vedette.bench.Progress;
import io.vedette.bench.Statistics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a subject its watches and articles, in the calling thread, and takes that thread's time on the processor. */
final class Trial {

    /** So many watches are added one at a time, after the others. */
    static final int ADDED = 200;

    private static final double NANOS = 1e9;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Sample> samples;
    private final int rounds;
    private final double seconds;

    /** @param seconds that a round takes at least; the first, which does not count, takes as long */
    Trial(List<Sample> samples, int rounds, double seconds) {
        this.samples = samples;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /**
     * Measures.
     *
     * @param watches the last {@link #ADDED} of them are added one at a time
     * @param matches gets those of every article, before the watches of the end are added; null if nobody asks
     */
    Outcome run(Subject subject, Mix mix, List<MadeWatch> watches, @Nullable Matches matches) throws IOException {
        int size = watches.size() - ADDED;
        Progress.show(subject.name() + ", " + mix + ", " + size + " watches");
        long heap = heap();
        long start = time();
        subject.add(watches.subList(0, size));
        double ready = (time() - start) / NANOS;
        long used = heap() - heap;
        for (int i = 0; matches != null && i < samples.size(); i++) {
            matches.take(subject.name(), i, subject.ids(samples.get(i)));
        }
        double[] rates = new double[rounds];
        Times times = new Times();
        for (int round = -1; round < rounds; round++) {
            double rate = round(subject, round < 0 ? new Times() : times);
            if (round >= 0) {
                rates[round] = rate;
            }
        }
        double[] added = adding(subject, watches, size);
        return new Outcome(
                subject.name(),
                mix,
                size,
                Statistics.median(rates),
                times.quantile(0.5),
                times.quantile(0.99),
                times.matches / (double) times.articles,
                ready,
                used,
                Statistics.median(added) / 1e3,
                Arrays.stream(added).max().orElse(0) / 1e6);
    }

    private double round(Subject subject, Times times) throws IOException {
        long start = time();
        long last = start;
        long done = 0;
        while (last - start < seconds * NANOS) {
            int matches = subject.match(samples.get((int) (done++ % samples.size())));
            long now = time();
            times.add(now - last, matches);
            last = now;
        }
        return done * NANOS / (last - start);
    }

    private double[] adding(Subject subject, List<MadeWatch> watches, int from) throws IOException {
        double[] nanos = new double[ADDED];
        for (int i = 0; i < ADDED; i++) {
            long start = time();
            subject.addOne(from + i, watches.get(from + i));
            nanos[i] = time() - start;
            subject.match(samples.get(i % samples.size()));
        }
        return nanos;
    }

    private long time() {
        return threads.getCurrentThreadCpuTime();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** How long each article took; kept without boxes, so that keeping it takes next to no time itself. */
    private static final class Times {
        private long[] nanos = new long[1 << 16];
        private int articles;
        private long matches;

        void add(long taken, int found) {
            if (articles == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * articles);
            }
            nanos[articles++] = taken;
            matches += found;
        }

        double quantile(double q) {
            return Statistics.quantile(
                    Arrays.stream(nanos, 0, articles)
                            .mapToDouble(taken -> taken / 1e3)
                            .toArray(),
                    q);
        }
    }
}
