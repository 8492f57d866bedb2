package io.vedette.bench.watches;

import io.vedette.app.article.TagData;
import io.vedette.bench.Progress;
import io.vedette.runtime.config.Configuration;
import io.vedette.text.watch.query.Entities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Articles a second that are held against many watches, beside Lucene Monitor. */
@Command(
        name = "watches",
        description = {
            "Articles of 4 KB that one thread holds against many watches in a second, from the tagged text to the matches with"
                    + " their reasons: times are those of the thread on the processor, so that other work on the machine"
                    + " counts little.  Watches are made, seeded, from the words and places of the articles.",
            "Lucene Monitor gets the same watches and finds the same words; that both match the same is checked for every"
                    + " article and watch, and the benchmark fails if they do not."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  bench/run watches articles/",
            "  bench/run watches --sizes 10000 --mixes NOT,WILDCARDS reuters.jsonl.gz",
            "  BENCH_JAVA_OPTS='-Xmx6g -XX:+UseParallelGC' bench/run watches --sizes 1000000 --mixes= articles/"
        })
public final class WatchesBenchmark implements Callable<Integer> {

    private static final long SEED = 4;
    private static final int DIFFERENT = 1;

    @Parameters(paramLabel = "FILE", description = "Articles as JSON Lines, also .gz, or folders of such.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = "How many watches of the usual mix (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of(1_000, 10_000, 100_000, 1_000_000);

    @Option(
            names = "--mixes",
            split = ",",
            paramLabel = "MIX",
            description = "Other mixes to measure: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Mix> mixes = List.of(Mix.WILDCARDS, Mix.PROXIMITY, Mix.NOT, Mix.GEOGRAPHY);

    @Option(
            names = "--mix-size",
            paramLabel = "N",
            description = "How many watches of the other mixes (default: ${DEFAULT-VALUE}).")
    private int mixSize = 10_000;

    @Option(names = "--articles", paramLabel = "N", description = "Held against them (default: ${DEFAULT-VALUE}).")
    private int articles = 2_000;

    @Option(
            names = "--vocabulary",
            paramLabel = "N",
            description = "Articles that give the watches their words (default: ${DEFAULT-VALUE}).")
    private int vocabulary = 12_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", paramLabel = "N", description = "A round takes at least (default: ${DEFAULT-VALUE}).")
    private double seconds = 2;

    @Option(
            names = "--lucene-up-to",
            paramLabel = "N",
            description = "Lucene Monitor takes no more watches than this (default: ${DEFAULT-VALUE}).")
    private int luceneUpTo = 100_000;

    private long compared;
    private int differences;

    @Override
    public Integer call() throws Exception {
        Progress.show("reading and tagging articles");
        TagData tagging = TagData.load(Configuration.defaults().tagging());
        List<Sample> all = Sample.read(expanded(), vocabulary, tagging.annotator());
        List<Sample> measured = every(all, articles);
        System.out.printf(
                Locale.ROOT,
                "%,d articles of 4 KB, watches from the words of %,d; one thread, %s, heap %,d MB at most%n%n",
                measured.size(),
                all.size(),
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().maxMemory() >> 20);
        Entities entities = tagging.gazetteer();
        Trial trial = new Trial(measured, rounds, seconds);
        List<Outcome> usual = new ArrayList<>();
        for (int size : sizes) {
            usual.addAll(outcomes(trial, Mix.USUAL, size, all, entities));
        }
        System.out.println(Report.usual(usual));
        if (!mixes.isEmpty()) {
            List<Outcome> others = new ArrayList<>();
            for (Mix mix : mixes) {
                others.addAll(outcomes(trial, mix, mixSize, all, entities));
            }
            System.out.println(Report.mixes(others));
        }
        System.out.printf(
                Locale.ROOT, "%,d matches compared with Lucene Monitor's, %,d differ%n", compared, differences);
        return differences == 0 ? 0 : DIFFERENT;
    }

    private List<Outcome> outcomes(Trial trial, Mix mix, int size, List<Sample> all, Entities entities)
            throws IOException {
        List<MadeWatch> watches = mix.make(new Vocabulary(all, entities, SEED), size + Trial.ADDED);
        List<Outcome> outcomes = new ArrayList<>();
        Matches matches = size <= luceneUpTo ? new Matches(watches) : null;
        try (Subject engine = new Engine(entities)) {
            outcomes.add(trial.run(engine, mix, watches, matches));
        }
        if (matches != null) {
            for (LuceneMonitor.Ruling ruling : LuceneMonitor.Ruling.values()) {
                try (Subject lucene = new LuceneMonitor(ruling, mix, entities)) {
                    outcomes.add(trial.run(lucene, mix, watches, matches));
                }
            }
            compared += matches.compared();
            differences += matches.differences();
            matches.told().forEach(told -> System.err.println("bench/run watches: " + told));
        }
        return outcomes;
    }

    private List<Path> expanded() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            try (Stream<Path> inside = Files.walk(file)) {
                inside.filter(path -> path.toString().matches(".*\\.jsonl(\\.gz)?"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<Sample> every(List<Sample> all, int wanted) {
        int step = Math.max(1, all.size() / wanted);
        List<Sample> some = new ArrayList<>();
        for (int i = 0; i < all.size() && some.size() < wanted; i += step) {
            some.add(all.get(i));
        }
        return some;
    }
}
