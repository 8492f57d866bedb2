package io.vedette.bench.fuzz;

import io.vedette.bench.Progress;
import io.vedette.bench.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Reads inputs that nobody sends, for a while.  For one thread. */
final class InputFuzz {

    private static final int WARM_UP = 2_000;
    private static final int LOOK_EVERY = 5_000;
    private static final double MEGABYTE = 1 << 20;
    private static final double MOST_GROWTH = 32;

    private final Input input;
    private final double slowest;
    private long inputs;
    private long bytes;
    private double worst;
    private double usedAtFirst;

    /** @param slowest the longest for 10,000 bytes, in milliseconds */
    InputFuzz(Input input, double slowest) {
        this.input = input;
        this.slowest = slowest;
    }

    /** @return what went wrong, or null */
    @Nullable
    String run(long seed, double minutes) throws InterruptedException {
        NastyBytes nasty = new NastyBytes(new SplittableRandom(seed), input.good());
        Instant end = Instant.now().plus(Duration.ofMillis((long) (minutes * 60_000)));
        while (Instant.now().isBefore(end)) {
            String failure = failure(nasty.next());
            if (failure != null) {
                return "input " + inputs + " of seed " + seed + ": " + failure;
            }
            if (++inputs == LOOK_EVERY) {
                usedAtFirst = used();
            }
            if (inputs % LOOK_EVERY == 0) {
                Progress.show("fuzz " + input + ": " + inputs + " inputs");
            }
        }
        double growth = growth();
        return growth > MOST_GROWTH ? String.format(Locale.ROOT, "the heap grew by %.0f MB", growth) : null;
    }

    Table table() {
        Table table = new Table("what", "figure");
        table.row("read", input.toString().toLowerCase(Locale.ROOT));
        table.row("inputs", Long.toString(inputs));
        table.row("MB", String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE));
        table.row("slowest, ms for 10,000 bytes", String.format(Locale.ROOT, "%.1f", worst));
        table.row("growth of the heap, MB", String.format(Locale.ROOT, "%.1f", growth()));
        return table;
    }

    private @Nullable String failure(byte[] bad) throws InterruptedException {
        double parts = Math.max(1, bad.length / 10_000.0);
        double time;
        try {
            time = milliseconds(bad) / parts;
            // once may be the garbage collector, or another process
            if (inputs > WARM_UP && time > slowest) {
                time = milliseconds(bad) / parts;
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return e + " at " + (e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
        }
        bytes += bad.length;
        if (inputs > WARM_UP) {
            worst = Math.max(worst, time);
            return time > slowest ? "took " + time + " ms for each 10,000 of " + bad.length + " bytes" : null;
        }
        return null;
    }

    private double milliseconds(byte[] bad) throws InterruptedException {
        long start = System.nanoTime();
        input.read(bad);
        return (System.nanoTime() - start) / 1e6;
    }

    private double growth() {
        return inputs < LOOK_EVERY ? 0 : used() - usedAtFirst;
    }

    private static double used() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGABYTE;
    }
}
