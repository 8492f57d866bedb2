package io.vedette.bench;

import io.vedette.bench.pipeline.PipelineBenchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs a benchmark by name: a table on standard output, progress on standard error.
 *
 * <p>Exit codes: 0 measured; 64 no such benchmark; 66 a file that can't be read; 70 it failed.
 */
public final class Bench {

    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.of("pipeline", new PipelineBenchmark()));

    private Bench() {}

    public static void main(String[] args) {
        if (args.length == 0) {
            BENCHMARKS.forEach((name, benchmark) -> System.out.printf("%-10s %s%n", name, benchmark.description()));
            return;
        }
        Benchmark benchmark = BENCHMARKS.get(args[0]);
        if (benchmark == null) {
            System.err.println("bench/run: no benchmark '" + args[0] + "'; there are " + BENCHMARKS.keySet());
            System.exit(64);
        } else {
            System.exit(run(benchmark, Arrays.asList(args).subList(1, args.length)));
        }
    }

    private static int run(Benchmark benchmark, List<String> names) {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            Path file = Path.of(name);
            if (!Files.isReadable(file)) {
                System.err.println("bench/run: " + name + " can't be read");
                return 66;
            }
            files.add(file);
        }
        try {
            System.out.println(benchmark.run(files));
            return 0;
        } catch (Exception e) {
            System.err.println("bench/run: failed: " + e);
            return 70;
        }
    }
}
