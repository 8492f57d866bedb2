package io.vedette.bench.pipeline;

import io.vedette.bench.Benchmark;
import io.vedette.bench.Statistics;
import io.vedette.bench.Table;
import io.vedette.runtime.config.ProcessingGuarantee;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The enrichment topology beside one that only decodes and encodes the same records, in turns on one broker; then the
 * whole pipeline at full speed, and the time to alert under an open-loop load.
 */
public final class PipelineBenchmark implements Benchmark {

    private static final int ARTICLES = Integer.getInteger("bench.articles", 20_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int PER_SECOND = Integer.getInteger("bench.load", 300);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 30);

    @Override
    public String description() {
        return "the enrichment topology against decode-and-encode, the whole pipeline, and the time to alert";
    }

    @Override
    public String run(List<Path> files) throws Exception {
        progress("reading articles");
        Corpus corpus = Corpus.of(files, ARTICLES);
        StringBuilder report = new StringBuilder();
        report.append(String.format(
                Locale.ROOT,
                "%,d articles of %.1f KB, %d processors, %s, heap %d MB at most%n%n",
                corpus.articles().size(),
                corpus.bytes() / 1024.0 / corpus.articles().size(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().maxMemory() >> 20));
        try (Lab lab = Lab.open()) {
            lab.feed(corpus);
            report.append(throughput(lab, corpus)).append('\n');
        }
        report.append(latency(corpus));
        return report.toString();
    }

    private static String throughput(Lab lab, Corpus corpus) throws Exception {
        Table table = new Table("what", "guarantee", "articles/s", "MB/s", "of decode and encode", "heap MB");
        for (ProcessingGuarantee guarantee : ProcessingGuarantee.values()) {
            Map<Subject, List<Throughput>> runs = new EnumMap<>(Subject.class);
            for (int round = 0; round <= ROUNDS; round++) {
                for (Subject subject : Subject.values()) {
                    progress(subject.title() + ", " + guarantee + ", " + (round == 0 ? "warm-up" : "round " + round));
                    Throughput run = lab.measure(subject, guarantee);
                    if (round > 0) {
                        runs.computeIfAbsent(subject, key -> new ArrayList<>()).add(run);
                    }
                }
            }
            double limit = median(runs.getOrDefault(Subject.DECODE_AND_ENCODE, List.of()));
            runs.forEach((subject, measured) -> table.row(
                    subject.title(),
                    guarantee.toString().toLowerCase(Locale.ROOT),
                    format("%,.0f", median(measured)),
                    format(
                            "%.1f",
                            median(measured)
                                    * corpus.bytes()
                                    / corpus.articles().size()
                                    / 1e6),
                    format("%.0f %%", 100 * median(measured) / limit),
                    format("%.0f", measured.get(measured.size() - 1).heapBytes() / 1e6)));
        }
        return table.toString();
    }

    private static String latency(Corpus corpus) throws Exception {
        Table table = new Table(
                "open loop, " + PER_SECOND + " articles/s for " + SECONDS + " s",
                "alerts",
                "p50 ms",
                "p99 ms",
                "max ms");
        for (ProcessingGuarantee guarantee : ProcessingGuarantee.values()) {
            progress("time to alert, " + guarantee);
            double[] millis = OpenLoop.run(corpus, guarantee, PER_SECOND, SECONDS);
            table.row(
                    guarantee.toString().toLowerCase(Locale.ROOT),
                    format("%,.0f", (double) millis.length),
                    format("%,.0f", Statistics.quantile(millis, 0.5)),
                    format("%,.0f", Statistics.quantile(millis, 0.99)),
                    format("%,.0f", Statistics.quantile(millis, 1)));
        }
        return table.toString();
    }

    private static double median(List<Throughput> runs) {
        return Statistics.median(
                runs.stream().mapToDouble(Throughput::articlesPerSecond).toArray());
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    private static void progress(String what) {
        System.err.println("... " + what);
    }
}
