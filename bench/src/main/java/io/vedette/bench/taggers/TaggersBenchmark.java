package io.vedette.bench.taggers;

import io.vedette.bench.Progress;
import io.vedette.bench.Statistics;
import io.vedette.bench.Table;
import io.vedette.text.Document;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Articles a second in one thread, in turns: each step, the whole chain, the limit, and CoreNLP. */
@Command(
        name = "taggers",
        description = {
            "Articles of 4 KB that one thread tags in a second: each step, the whole chain, and beside them what merely"
                    + " decodes and encodes the articles, and CoreNLP's recogniser of named entities.",
            "CoreNLP with its models (480 MB, GPL) is fetched by Maven the first time; without it the rest is measured."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  bench/run taggers reuters.jsonl.gz allsides.jsonl.gz",
            "  bench/run taggers --without-corenlp --rounds 3 news.jsonl"
        })
public final class TaggersBenchmark implements Callable<Integer> {

    private static final int WARM_UP = 3;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Articles as JSON Lines, also .gz; without, they are made from the seed article.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--articles", paramLabel = "N", description = "How many articles (default: ${DEFAULT-VALUE}).")
    private int articles = 4_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count (default: ${DEFAULT-VALUE}).")
    private int rounds = 7;

    @Option(
            names = "--peer-articles",
            paramLabel = "N",
            description = "How many of them CoreNLP gets (default: ${DEFAULT-VALUE}).")
    private int peerArticles = 60;

    @Option(names = "--without-corenlp", description = "Leaves CoreNLP out, and does not fetch it.")
    private boolean withoutCoreNlp;

    @Override
    public Integer call() throws Exception {
        Progress.show("reading articles and seeds");
        List<Document> documents = SampleArticles.read(files, articles);
        ChainSpeed chain = ChainSpeed.load();
        List<Document> few = documents.subList(0, Math.min(peerArticles, documents.size()));
        try (PassThrough limit = new PassThrough(documents);
                CoreNlp peer = withoutCoreNlp ? null : CoreNlp.open(System.getProperty("bench.corenlp"))) {
            Measured measured = new Measured(Stage.values().length, rounds);
            for (int round = -WARM_UP; round < rounds; round++) {
                Progress.show(round < 0 ? "warm-up" : "round " + (round + 1));
                measured.add(round, chain.byStage(documents), chain.whole(documents), limit.run());
                if (peer != null && round >= -1) {
                    measured.addPeer(round, peer.run(few));
                }
            }
            System.out.println(heading(documents));
            System.out.println(table(measured, peer != null));
            Progress.show("found " + (chain.found() + limit.bytes() + (peer == null ? 0 : peer.found())));
        }
        return 0;
    }

    /** Figures by round; rounds below 0 are warm-up and not kept. */
    private record Measured(double[][] stages, double[] whole, double[] limit, double[] peer) {

        Measured(int stages, int rounds) {
            this(new double[stages][rounds], new double[rounds], new double[rounds], new double[rounds]);
        }

        void add(int round, double[] byStage, double chain, double passing) {
            if (round >= 0) {
                for (int stage = 0; stage < stages.length; stage++) {
                    stages[stage][round] = byStage[stage];
                }
                whole[round] = chain;
                limit[round] = passing;
            }
        }

        void addPeer(int round, double rate) {
            if (round >= 0) {
                peer[round] = rate;
            }
        }
    }

    private static String heading(List<Document> documents) {
        double characters =
                documents.stream().mapToInt(d -> d.body().length()).average().orElse(0);
        return String.format(
                Locale.ROOT,
                "%,d articles of %,.0f characters, one thread, %s, heap %d MB at most%n",
                documents.size(),
                characters,
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static Table table(Measured measured, boolean withPeer) {
        Table table = new Table("what", "articles/s", "lowest", "highest", "microseconds each");
        for (Stage stage : Stage.values()) {
            row(table, stage.title(), measured.stages[stage.ordinal()]);
        }
        row(table, "whole chain", measured.whole);
        row(table, "limit: Avro decoded and encoded", measured.limit);
        if (withPeer) {
            row(table, "CoreNLP 4.5.10, 3 classes", measured.peer);
        }
        return table;
    }

    private static void row(Table table, String what, double[] rates) {
        double median = Statistics.median(rates);
        table.row(
                what,
                format(median),
                format(Statistics.quantile(rates, 0)),
                format(Statistics.quantile(rates, 1)),
                format(1e6 / median));
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%,.1f" : "%,.0f", value);
    }
}
