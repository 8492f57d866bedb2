package io.vedette.bench.pipeline;

import io.vedette.bench.Progress;
import io.vedette.bench.Statistics;
import io.vedette.bench.Table;
import io.vedette.runtime.config.ProcessingGuarantee;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The enrichment topology beside one that only decodes and encodes the same records, in turns on one broker; then the
 * whole pipeline at full speed, and the time to alert under an open-loop load.
 */
@Command(
        name = "pipeline",
        description = "The enrichment topology against decode-and-encode, the whole pipeline, and the time to alert.",
        footerHeading = "%nExample:%n",
        footer = "  bench/run pipeline --articles 20000 news.jsonl.gz")
public final class PipelineBenchmark implements Callable<Integer> {

    @Option(names = "--articles", paramLabel = "N", description = "How many articles (default: ${DEFAULT-VALUE}).")
    private int articles = 20_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--load",
            paramLabel = "N",
            description = "Articles a second of the open loop (default: ${DEFAULT-VALUE}).")
    private int perSecond = 300;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long the open loop lasts; 0 leaves it out (default: ${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Articles as JSON Lines, also .gz; without, they are made from the seed article.")
    private final List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Progress.show("reading articles");
        Corpus corpus = Corpus.of(files, articles);
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
        if (seconds > 0) {
            report.append(latency(corpus));
        }
        System.out.println(report);
        return 0;
    }

    private String throughput(Lab lab, Corpus corpus) throws Exception {
        Table table = new Table("what", "guarantee", "articles/s", "MB/s", "of decode and encode", "heap MB");
        for (ProcessingGuarantee guarantee : ProcessingGuarantee.values()) {
            Map<Subject, List<Throughput>> runs = new EnumMap<>(Subject.class);
            for (int round = 0; round <= rounds; round++) {
                for (Subject subject : Subject.values()) {
                    Progress.show(
                            subject.title() + ", " + guarantee + ", " + (round == 0 ? "warm-up" : "round " + round));
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

    private String latency(Corpus corpus) throws Exception {
        Table table = new Table(
                "open loop, " + perSecond + " articles/s for " + seconds + " s",
                "alerts",
                "p50 ms",
                "p99 ms",
                "max ms");
        for (ProcessingGuarantee guarantee : ProcessingGuarantee.values()) {
            Progress.show("time to alert, " + guarantee);
            double[] millis = OpenLoop.run(corpus, guarantee, perSecond, seconds);
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
}
