package io.vedette.bench.quality;

import io.vedette.bench.SeedData;
import io.vedette.text.gazetteer.Gazetteer;
import java.io.IOException;

/**
 * What the gazetteer costs: the time of the first load in a process, as a service that starts sees it, and the heap that
 * is in use afterwards and was not before.
 *
 * @param seconds to load it
 * @param megabytes of live heap, in 1,000,000 bytes
 */
record Footprint(double seconds, double megabytes) {

    static Footprint measure() throws IOException {
        long before = live();
        long start = System.nanoTime();
        Gazetteer gazetteer = SeedData.gazetteer();
        double seconds = (System.nanoTime() - start) / 1e9;
        double megabytes = (live() - before) / 1e6;
        if (gazetteer.size() == 0) {
            throw new IllegalStateException("the gazetteer is empty");
        }
        return new Footprint(seconds, megabytes);
    }

    private static long live() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
