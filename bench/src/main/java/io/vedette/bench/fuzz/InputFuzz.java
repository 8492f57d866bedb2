package io.vedette.bench.fuzz;

import com.sun.management.OperatingSystemMXBean;
import io.vedette.bench.Progress;
import io.vedette.bench.Table;
import java.lang.management.ManagementFactory;
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

    /**
     * What a fetch may bring at most, 10 MB, takes up to four seconds, where it is nothing but attributes: what takes longer
     * is not linear in its length.  A busy machine takes longer for the same.
     */
    private static final double MORE_FOR_A_MEGABYTE = 600;

    /** Readers have threads of their own, and other processes are none of our business. */
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Input input;
    private final double slowest;
    private long inputs;
    private long bytes;
    private double worst;
    private int worstLength;
    private double usedAtFirst;

    /** @param slowest the longest for a short input, in milliseconds of processors; a long one may take more */
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
        table.row("slowest, ms of processors", String.format(Locale.ROOT, "%,.0f for %,d bytes", worst, worstLength));
        table.row("growth of the heap, MB", String.format(Locale.ROOT, "%.1f", growth()));
        return table;
    }

    private @Nullable String failure(byte[] bad) throws InterruptedException {
        double most = slowest + MORE_FOR_A_MEGABYTE * bad.length / MEGABYTE;
        double time;
        try {
            time = milliseconds(bad);
            // once may be the garbage collector, or the compiler
            if (inputs > WARM_UP && time > most) {
                time = milliseconds(bad);
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return e + " at " + (e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
        }
        bytes += bad.length;
        if (inputs > WARM_UP) {
            if (time > worst) {
                worst = time;
                worstLength = bad.length;
            }
            return time > most ? "took " + time + " ms for " + bad.length + " bytes" : null;
        }
        return null;
    }

    private double milliseconds(byte[] bad) throws InterruptedException {
        long start = PROCESS.getProcessCpuTime();
        input.read(bad);
        return (PROCESS.getProcessCpuTime() - start) / 1e6;
    }

    private double growth() {
        return inputs < LOOK_EVERY ? 0 : used() - usedAtFirst;
    }

    private static double used() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGABYTE;
    }
}
