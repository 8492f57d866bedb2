package io.vedette.bench.pipeline;

import io.vedette.app.lifecycle.Cleanup;
import io.vedette.bench.Progress;
import io.vedette.bench.Table;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the same articles cost with more instances, and how evenly they are shared. */
@Command(
        name = "scale",
        description = {
            "Runs as many processes of enrich and of alerts as are asked for, on topics of twelve partitions, and sends articles"
                    + " at a steady rate.",
            "Tells the processor time for each article, of the services and of the broker, the time of an instance that has"
                    + " nothing to do, and the share of each instance."
        },
        footerHeading = "%nExample:%n",
        footer = {"  bench/run scale --instances 1,2,4 --rate 50 news.jsonl.gz"})
public final class ScaleBenchmark implements Callable<Integer> {

    private static final List<String> SERVICES = List.of("enrich", "alerts");

    @Option(
            names = "--instances",
            split = ",",
            paramLabel = "N",
            description = "How many of each service (default: ${DEFAULT-VALUE}).")
    private int[] instances = {1, 2, 4};

    @Option(names = "--partitions", paramLabel = "N", description = "Of each topic (default: ${DEFAULT-VALUE}).")
    private int partitions = 12;

    @Option(names = "--rate", paramLabel = "N", description = "Articles a second (default: ${DEFAULT-VALUE}).")
    private int rate = 100;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "For how long articles are sent, after as long a warm-up (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--heap", paramLabel = "MB", description = "Of each process at most (default: ${DEFAULT-VALUE}).")
    private int heapMegabytes = 512;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Articles as JSON Lines, also .gz; without, they are made from the seed article.")
    private final List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Progress.show("articles");
        // for warm-up and measurement: a text that comes again is told as a copy, and raises no alert
        Corpus corpus = Corpus.of(files, 2 * rate * seconds);
        Table table = new Table(
                "instances of each",
                "articles",
                "enrich ms",
                "alerts ms",
                "broker ms",
                "together ms",
                "idle enrich ms/s",
                "idle alerts ms/s",
                "share of each enrich %",
                "share of each alerts %");
        try (Cleanup cleanup = Cleanup.onExit()) {
            Fleet fleet = cleanup.add(new Fleet());
            for (int each : instances) {
                measure(fleet, each, corpus, table);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "processor milliseconds an article, %,d articles/s of %.1f KB, %d partitions, %d s%n%n",
                rate,
                corpus.bytes() / 1024.0 / corpus.articles().size(),
                partitions,
                seconds);
        System.out.println(table);
        return 0;
    }

    private void measure(Fleet fleet, int each, Corpus corpus, Table table) throws Exception {
        Progress.show(each + " of each");
        String run = "scale-" + each;
        Map<String, String> settings = fleet.prepare(run, partitions);
        Configuration configuration = Configuration.of(settings);
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            Topics topics = new Topics(configuration.topics().settings(), serdes);
            Editions editions = new Editions(corpus.articles());
            try (Feeder feeder = new Feeder(configuration, topics)) {
                feeder.watch(List.of(Corpus.RARE_MARKER));
            }
            fleet.start(SERVICES, each, heapMegabytes, settings);
            Progress.show("warm-up");
            send(configuration, topics, editions);
            Progress.show("nothing to do");
            Costs before = Costs.of(fleet);
            Thread.sleep(Duration.ofSeconds(seconds / 2).toMillis());
            Costs idle = Costs.of(fleet).since(before);
            Progress.show("articles");
            double[] enriched = counts(fleet, "enrich", "vedette_articles_enriched_total");
            double[] matched = counts(fleet, "alerts", "vedette_articles_matched_total");
            before = Costs.of(fleet);
            int sent = send(configuration, topics, editions);
            Costs busy = Costs.of(fleet).since(before);
            table.row(
                    Integer.toString(each),
                    String.format(Locale.ROOT, "%,d", sent),
                    each(busy.enrich(), sent),
                    each(busy.alerts(), sent),
                    each(busy.broker(), sent),
                    each(busy.enrich().plus(busy.alerts()).plus(busy.broker()), sent),
                    idle(idle.enrich(), each),
                    idle(idle.alerts(), each),
                    shares(enriched, counts(fleet, "enrich", "vedette_articles_enriched_total")),
                    shares(matched, counts(fleet, "alerts", "vedette_articles_matched_total")));
        } finally {
            fleet.stop();
        }
    }

    /** Returns once all of them are enriched, and those that must have alerted. */
    private int send(Configuration configuration, Topics topics, Editions editions) throws Exception {
        int count = rate * seconds;
        try (Arrivals enriched = new Arrivals(configuration, topics.enriched().name());
                Arrivals alerts =
                        new Arrivals(configuration, topics.alertsJson().name())) {
            int expected = 0;
            try (Feeder feeder = new Feeder(configuration, topics)) {
                long begun = System.nanoTime();
                for (int i = 0; i < count; i++) {
                    long due = begun + i * 1_000_000_000L / rate;
                    Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                    var article = editions.next();
                    expected += article.getText().contains(Corpus.RARE_MARKER) ? 1 : 0;
                    enriched.due(article.getId(), due);
                    feeder.send(article);
                }
            }
            enriched.millis();
            long since = System.nanoTime();
            while (alerts.count() < expected) {
                if (alerts.isSilent(since)) {
                    throw new IllegalStateException(alerts.count() + " alerts of " + expected);
                }
                Thread.sleep(100);
            }
        }
        return count;
    }

    private static double[] counts(Fleet fleet, String service, String metric) throws Exception {
        List<ServiceProcess> processes = fleet.running(service);
        double[] counts = new double[processes.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = processes.get(i).metric(metric);
        }
        return counts;
    }

    private static String shares(double[] before, double[] after) {
        List<Double> gains = new ArrayList<>();
        for (int i = 0; i < after.length; i++) {
            gains.add(after[i] - before[i]);
        }
        double all = gains.stream().mapToDouble(Double::doubleValue).sum();
        return gains.stream()
                .map(gain -> String.format(Locale.ROOT, "%.0f", all == 0 ? 0 : 100 * gain / all))
                .collect(Collectors.joining(" "));
    }

    private static String each(Duration cpu, int articles) {
        return String.format(Locale.ROOT, "%.2f", cpu.toNanos() / 1e6 / articles);
    }

    private String idle(Duration cpu, int processes) {
        return String.format(Locale.ROOT, "%.0f", cpu.toMillis() / (seconds / 2.0) / processes);
    }

    /** Processor time of each part. */
    private record Costs(Duration enrich, Duration alerts, Duration broker) {

        static Costs of(Fleet fleet) {
            return new Costs(fleet.cpu("enrich"), fleet.cpu("alerts"), Fleet.ownCpu());
        }

        Costs since(Costs before) {
            return new Costs(enrich.minus(before.enrich), alerts.minus(before.alerts), broker.minus(before.broker));
        }
    }
}
