package io.vedette.bench.pipeline;

import io.vedette.app.allinone.ServiceKind;
import io.vedette.bench.Progress;
import io.vedette.bench.Statistics;
import io.vedette.bench.Table;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ProcessingGuarantee;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What live articles feel of an archive that is filled in at the same time, both in one process with the broker. */
@Command(
        name = "backfill",
        description = {
            "The time of live articles from articles to enriched, alone and while an archive goes through the backfill"
                    + " lane at a share of what the machine can do.",
            "Ends when all of the archive is enriched: a million at 100 articles/s take 2 h 47 min.  Gives up when Kafka does not"
                    + " take an article, or nothing comes out for two minutes."
        },
        footerHeading = "%nExample:%n",
        footer = {"  bench/run backfill --articles 1000000 news.jsonl.gz"})
public final class BackfillBenchmark implements Callable<Integer> {

    private static final long BETWEEN_REPORTS = 10_000_000_000L;

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "How many go through the backfill lane (default: ${DEFAULT-VALUE}).")
    private int articles = 1_000_000;

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            description = "Of capacity that the backfill lane is held to (default: ${DEFAULT-VALUE}).")
    private int share = 25;

    @Option(names = "--load", paramLabel = "N", description = "Live articles a second (default: ${DEFAULT-VALUE}).")
    private int perSecond = 20;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long live articles are measured alone (default: ${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Option(
            names = "--capacity-articles",
            paramLabel = "N",
            description = "How many live articles at once the capacity is measured with (default: ${DEFAULT-VALUE}).")
    private int capacityArticles = 10_000;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Articles as JSON Lines, also .gz; without, they are made from the seed article.")
    private final List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Progress.show("articles");
        Corpus corpus = Corpus.of(files, capacityArticles);
        Progress.show("broker and services");
        try (Server server = Server.start()) {
            Configuration configuration = server.configuration("backfill", ProcessingGuarantee.EXACTLY_ONCE_V2);
            try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
                Topics topics = new Topics(configuration.topics().settings(), serdes);
                try (RunningServices services = RunningServices.start(
                                configuration, List.of(ServiceKind.ENRICH, ServiceKind.BACKFILL));
                        Lanes lanes = new Lanes(configuration, topics)) {
                    measure(configuration, topics, lanes, corpus.articles());
                }
            }
        }
        return 0;
    }

    private void measure(Configuration configuration, Topics topics, Lanes lanes, List<Article> corpus)
            throws Exception {
        Editions editions = new Editions(corpus);
        double capacity = capacity(configuration, topics, lanes, editions);
        Table table = new Table("live articles, " + perSecond + "/s", "articles", "p50 ms", "p99 ms", "max ms");
        Progress.show("live articles alone");
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        row(table, "alone", live(configuration, topics, lanes, editions, () -> System.nanoTime() > end, () -> ""));
        double rate = capacity * share / 100;
        Progress.show(String.format(
                Locale.ROOT,
                "%,d articles by the backfill lane at %,.0f articles/s, %,.0f min",
                articles,
                rate,
                articles / rate / 60));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AtomicBoolean stopped = new AtomicBoolean();
        try (Arrivals filled =
                new Arrivals(configuration, topics.enriched(Lane.BACKFILL).name())) {
            Future<Double> lane = thread.submit(() -> fill(lanes, new Editions(corpus), rate, filled, stopped));
            double[] beside = live(
                    configuration,
                    topics,
                    lanes,
                    editions,
                    lane::isDone,
                    () -> String.format(Locale.ROOT, "%,d of %,d filled in, ", filled.count(), articles));
            row(table, String.format(Locale.ROOT, "while %,d are filled in at %,.0f/s", articles, lane.get()), beside);
        } finally {
            stopped.set(true);
            thread.shutdown();
        }
        System.out.printf(Locale.ROOT, "capacity %,.0f articles/s; %d %% of it is %,.0f/s%n%n", capacity, share, rate);
        System.out.println(table);
    }

    private double capacity(Configuration configuration, Topics topics, Lanes lanes, Editions editions) {
        Progress.show("capacity, with " + capacityArticles + " articles");
        KafkaClients kafka = new KafkaClients(configuration.kafka());
        try (OutputCounter outputs = new OutputCounter(kafka, topics.enriched().name())) {
            for (int i = 0; i < capacityArticles; i++) {
                lanes.send(Lane.LIVE, editions.next());
            }
            return outputs.rate(capacityArticles);
        }
    }

    /** The milliseconds of each live article from when it was due to when a reader of committed records saw it enriched. */
    private double[] live(
            Configuration configuration,
            Topics topics,
            Lanes lanes,
            Editions editions,
            BooleanSupplier enough,
            Callable<String> more)
            throws Exception {
        try (Arrivals arrivals = new Arrivals(configuration, topics.enriched().name())) {
            long begun = System.nanoTime();
            long report = begun + BETWEEN_REPORTS;
            for (long i = 0; !enough.getAsBoolean(); i++) {
                long due = begun + i * 1_000_000_000L / perSecond;
                waitUntil(due);
                Article article = editions.next();
                arrivals.due(article.getId(), due);
                lanes.send(Lane.LIVE, article);
                if (System.nanoTime() > report) {
                    Progress.show(more.call() + p99(arrivals.soFar()));
                    report += BETWEEN_REPORTS;
                }
            }
            return arrivals.millis();
        }
    }

    private static String p99(double[] millis) {
        return millis.length == 0
                ? "no live article enriched yet"
                : String.format(
                        Locale.ROOT, "%,d live, p99 %,.0f ms", millis.length, Statistics.quantile(millis, 0.99));
    }

    /** How many of the archive were enriched a second, until all were. */
    private double fill(Lanes lanes, Editions editions, double rate, Arrivals filled, AtomicBoolean stopped)
            throws InterruptedException {
        long begun = System.nanoTime();
        for (int i = 0; i < articles && !stopped.get(); i++) {
            waitUntil(begun + (long) (i * 1e9 / rate));
            lanes.send(Lane.BACKFILL, editions.next());
        }
        long sent = System.nanoTime();
        while (filled.count() < articles && !stopped.get()) {
            if (filled.isSilent(sent)) {
                throw new IllegalStateException(
                        "of " + articles + " in the backfill lane only " + filled.count() + " were enriched");
            }
            Thread.sleep(50);
        }
        return articles * 1e9 / (System.nanoTime() - begun);
    }

    private static void waitUntil(long due) {
        while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private static void row(Table table, String what, double[] millis) {
        table.row(
                what,
                String.format(Locale.ROOT, "%,d", millis.length),
                String.format(Locale.ROOT, "%,.0f", Statistics.quantile(millis, 0.5)),
                String.format(Locale.ROOT, "%,.0f", Statistics.quantile(millis, 0.99)),
                String.format(Locale.ROOT, "%,.0f", Statistics.quantile(millis, 1)));
    }
}
