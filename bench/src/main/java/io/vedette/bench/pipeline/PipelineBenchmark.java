package io.vedette.bench.pipeline;

import io.vedette.bench.Progress;
import io.vedette.bench.Statistics;
import io.vedette.bench.Table;
import io.vedette.bench.watches.MixQueries;
import io.vedette.runtime.config.ProcessingGuarantee;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
        footer = {
            "  bench/run pipeline --articles 20000 news.jsonl.gz",
            "  bench/run pipeline --articles 0 --watches 10000 news.jsonl.gz"
        })
public final class PipelineBenchmark implements Callable<Integer> {

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "How many articles to measure throughput with; 0 leaves it out (default: ${DEFAULT-VALUE}).")
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
            description = "How long a round of the open loop lasts; 0 leaves it out (default: ${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Seconds of the open loop that come before and do not count (default: ${DEFAULT-VALUE}).")
    private int warmUpSeconds = 60;

    @Option(
            names = "--watches",
            paramLabel = "N",
            description = "Watches in the open loop, made of the articles' words and places in the usual mix; 0 for one"
                    + " that matches every article (default: ${DEFAULT-VALUE}).")
    private int watches;

    @Option(
            names = "--guarantees",
            split = ",",
            paramLabel = "GUARANTEE",
            description = "Of the open loop: ${COMPLETION-CANDIDATES} (default: all).")
    private List<ProcessingGuarantee> guarantees = List.of(ProcessingGuarantee.values());

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Settings of the services in the open loop, as in docs/configuration.md.")
    private final Map<String, String> settings = new HashMap<>();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Articles as JSON Lines, also .gz; without, they are made from the seed article.")
    private final List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        OpenLoop.Load load = new OpenLoop.Load(perSecond, warmUpSeconds, seconds, rounds);
        Progress.show("reading articles");
        Corpus corpus = Corpus.of(files, Math.max(articles, seconds > 0 ? load.articles() : 0));
        System.out.printf(
                Locale.ROOT,
                "%,d articles of %.1f KB, %d processors, %s, heap %d MB at most%n%n",
                corpus.articles().size(),
                corpus.bytes() / 1024.0 / corpus.articles().size(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().maxMemory() >> 20);
        if (articles > 0) {
            try (Lab lab = Lab.open()) {
                Corpus first = corpus.first(articles);
                lab.feed(first);
                System.out.println(throughput(lab, first));
            }
        }
        if (seconds > 0) {
            latency(new OpenLoop(load, queries(), corpus));
        }
        return 0;
    }

    private List<String> queries() throws IOException {
        if (watches == 0) {
            return List.of(Corpus.MARKER);
        }
        Progress.show("making " + watches + " watches");
        System.out.printf(Locale.ROOT, "%,d watches: %s%n%n", watches, MixQueries.what());
        return MixQueries.make(files, watches, RunningServices.DATA);
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

    private void latency(OpenLoop loop) throws Exception {
        Table table = new Table(
                "open loop, " + perSecond + " articles/s, " + rounds + " rounds of " + seconds + " s",
                "commit ms",
                "alerts/s",
                "articles with alert",
                "processors busy",
                "p50 ms",
                "p99 ms",
                "max ms",
                "p50 of each round",
                "p99 of each round");
        Table hops = new Table("ms of each hop, one more round", "guarantee", "p50", "p90", "p99");
        for (ProcessingGuarantee guarantee : guarantees) {
            Map<String, String> set = new HashMap<>(commitInterval(guarantee));
            set.putAll(settings);
            List<Round> all = loop.run(guarantee, set);
            List<Round> counted = all.subList(0, rounds);
            table.row(
                    guarantee.toString().toLowerCase(Locale.ROOT),
                    String.valueOf(set.get("alerts.commitInterval")),
                    format("%,.0f", median(counted, round -> round.millis().length / (double) seconds)),
                    format("%.0f %%", 100 * median(counted, Round::alerted)),
                    format("%.2f", median(counted, Round::processors)),
                    format("%,.0f", median(counted, round -> round.quantile(0.5))),
                    format("%,.0f", median(counted, round -> round.quantile(0.99))),
                    format("%,.0f", median(counted, round -> round.quantile(1))),
                    each(counted, 0.5),
                    each(counted, 0.99));
            all.get(rounds)
                    .hops()
                    .forEach((hop, millis) -> hops.row(
                            hop.title(),
                            guarantee.toString().toLowerCase(Locale.ROOT),
                            format("%,.0f", Statistics.quantile(millis, 0.5)),
                            format("%,.0f", Statistics.quantile(millis, 0.9)),
                            format("%,.0f", Statistics.quantile(millis, 0.99))));
        }
        System.out.println(table);
        System.out.println(hops);
    }

    /** Those that the targets are for. */
    private static Map<String, String> commitInterval(ProcessingGuarantee guarantee) {
        String interval = guarantee == ProcessingGuarantee.EXACTLY_ONCE_V2 ? "100ms" : "25ms";
        return Map.of("enrich.commitInterval", interval, "alerts.commitInterval", interval);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
        return Statistics.median(rounds.stream().mapToDouble(of).toArray());
    }

    private static String each(List<Round> rounds, double q) {
        return rounds.stream().map(round -> format("%,.0f", round.quantile(q))).collect(Collectors.joining(" "));
    }

    private static double median(List<Throughput> runs) {
        return Statistics.median(
                runs.stream().mapToDouble(Throughput::articlesPerSecond).toArray());
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
