package io.vedette.bench.pipeline;

import io.vedette.app.lifecycle.Cleanup;
import io.vedette.bench.Progress;
import io.vedette.bench.Table;
import io.vedette.bench.watches.MixQueries;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Fingerprint;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How long instances with much state take to start, and what it weighs. */
@Command(
        name = "state",
        description = {
            "Starts alerts with many watches on their topic, and holds an article against them that only the last one asks for.",
            "Has enrich tell many stories, then starts it again with its state, and once more without, so that it is restored"
                    + " from Kafka. Each story has one article, with a made fingerprint of forty terms.",
            "Everything runs in processes of its own; the broker is in this one."
        },
        footerHeading = "%nExample:%n",
        footer = {"  bench/run state --watches 1000000 --stories 1000000 news.jsonl.gz"})
public final class StateBenchmark implements Callable<Integer> {

    private static final String PROBE = "stateprobemarker";
    private static final int PARTITIONS = 12;
    private static final int TERMS = 40;
    private static final int SKETCH = 64;
    private static final long SEED = 11;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long BETWEEN_REPORTS_MILLIS = 5_000;
    private static final long BETWEEN_LOOKS_MILLIS = 500;
    private static final double MB = 1e6;

    @Option(names = "--watches", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int watches = 1_000_000;

    @Option(names = "--stories", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int stories = 1_000_000;

    @Option(names = "--heap", paramLabel = "MB", description = "Of each service at most (default: ${DEFAULT-VALUE}).")
    private int heapMegabytes = 3_072;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Articles as JSON Lines, also .gz, to make watches of.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Table table = new Table("what", "ready s", "processor s", "heap after a collection MB");
        try (Cleanup cleanup = Cleanup.onExit()) {
            Fleet fleet = cleanup.add(new Fleet());
            if (watches > 0) {
                watches(fleet, table);
            }
            if (stories > 0) {
                stories(fleet, table);
            }
        } finally {
            // what was measured before something failed
            System.out.println(table);
        }
        return 0;
    }

    private void watches(Fleet fleet, Table table) throws Exception {
        Progress.show("making " + watches + " watches");
        List<String> queries = new ArrayList<>(MixQueries.make(files, watches - 1, RunningServices.DATA));
        queries.add(PROBE);
        Map<String, String> settings = fleet.prepare("state-watches", PARTITIONS);
        settings.put("alerts.history.enabled", "false");
        Configuration configuration = Configuration.of(settings);
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            Topics topics = new Topics(configuration.topics().settings(), serdes);
            start(fleet, "alerts", settings, "alerts, no watch", table);
            fleet.stop();
            Progress.show("writing them");
            try (Feeder feeder = new Feeder(configuration, topics)) {
                feeder.watch(queries);
            }
            start(fleet, "alerts", settings, String.format(Locale.ROOT, "alerts, %,d watches", watches), table);
            double inForce = fleet.running("alerts").get(0).metric("vedette_watches");
            fleet.start(List.of("enrich"), 1, heapMegabytes, settings);
            probe(configuration, topics, inForce);
        } finally {
            fleet.stop();
        }
    }

    /** One article that the last watch asks for, and nobody else. */
    private void probe(Configuration configuration, Topics topics, double inForce) throws Exception {
        Progress.show("one article");
        String last = "watch-" + (watches - 1);
        try (Arrivals alerts = new Arrivals(configuration, topics.alertsJson().name())) {
            alerts.due(last, System.nanoTime());
            try (Feeder feeder = new Feeder(configuration, topics)) {
                feeder.send(Article.newBuilder()
                        .setId("00000000000000000000000000000001")
                        .setUrl("https://bench.example.org/probe")
                        .setText("Nothing but the " + PROBE + ".")
                        .build());
            }
            double millis = alerts.millis()[0];
            System.out.printf(
                    Locale.ROOT,
                    "%,.0f watches in force; the first article was told to the last of them after %,.0f ms, and to %d others%n%n",
                    inForce,
                    millis,
                    alerts.count() - 1);
        }
    }

    private void stories(Fleet fleet, Table table) throws Exception {
        Map<String, String> settings = fleet.prepare("state-stories", PARTITIONS);
        settings.put("enrich.mostStories", Integer.toString(Math.max(1_000, stories)));
        Configuration configuration = Configuration.of(settings);
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            Topics topics = new Topics(configuration.topics().settings(), serdes);
            start(fleet, "enrich", settings, "enrich, no story", table);
            Progress.show("writing " + stories + " fingerprints");
            write(configuration, topics);
            String what = String.format(Locale.ROOT, "enrich, %,d stories", stories);
            awaitStories(fleet);
            table.row(what + " told", "", "", megabytes(fleet.running("enrich").get(0)));
            fleet.stop();
            System.out.printf(Locale.ROOT, "state on disk %,.0f MB%n%n", size(fleet.state(settings, 0)) / MB);
            start(fleet, "enrich", settings, what + ", state kept", table);
            fleet.stop();
            delete(fleet.state(settings, 0));
            start(fleet, "enrich", settings, what + ", restored from Kafka", table);
        } finally {
            fleet.stop();
        }
    }

    private void start(Fleet fleet, String service, Map<String, String> settings, String what, Table table)
            throws Exception {
        Progress.show(what);
        long start = System.nanoTime();
        fleet.start(List.of(service), 1, heapMegabytes, settings);
        if (service.equals("enrich") && what.contains("stories")) {
            awaitStories(fleet);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        ServiceProcess process = fleet.running(service).get(0);
        double cpu = process.cpu().toMillis() / 1e3;
        table.row(
                what,
                String.format(Locale.ROOT, "%.1f", seconds),
                String.format(Locale.ROOT, "%.1f", cpu),
                megabytes(process));
    }

    private static String megabytes(ServiceProcess process) throws IOException, InterruptedException {
        return String.format(Locale.ROOT, "%,.0f", process.heap() / MB);
    }

    /** An instance that is busy with all of them may not answer at once. */
    private void awaitStories(Fleet fleet) throws InterruptedException {
        ServiceProcess enrich = fleet.running("enrich").get(0);
        long end = System.nanoTime() + PATIENCE.toNanos();
        long report = 0;
        double open = 0;
        while (open < stories) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(open + " stories of " + stories + " after " + PATIENCE);
            }
            if (System.currentTimeMillis() > report) {
                Progress.show(String.format(Locale.ROOT, "%,.0f stories", open));
                report = System.currentTimeMillis() + BETWEEN_REPORTS_MILLIS;
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            try {
                open = enrich.metric("vedette_stories_open");
            } catch (IOException e) {
                Progress.show("no answer: " + e.getMessage());
            }
        }
    }

    private void write(Configuration configuration, Topics topics) {
        Random random = new Random(SEED);
        Instant published = Instant.now();
        try (KafkaProducer<String, Fingerprint> producer = new KafkaProducer<>(
                new KafkaClients(configuration.kafka()).producer(),
                topics.fingerprints().keySerde().serializer(),
                topics.fingerprints().valueSerde().serializer())) {
            for (int i = 0; i < stories; i++) {
                producer.send(new ProducerRecord<>(
                        topics.fingerprints().name(), String.format(Locale.ROOT, "%032x", i), made(random, published)));
            }
        }
    }

    /** Of words that no other has. */
    private static Fingerprint made(Random random, Instant published) {
        byte[] weights = new byte[TERMS];
        Arrays.fill(weights, (byte) 2);
        byte[] sketch = new byte[SKETCH];
        random.nextBytes(sketch);
        return Fingerprint.newBuilder()
                .setPublishedAt(published)
                .setOutlet(random.nextInt())
                .setTerms(random.ints().distinct().limit(TERMS).sorted().boxed().toList())
                .setWeights(ByteBuffer.wrap(weights))
                .setKinds(ByteBuffer.wrap(new byte[TERMS]))
                .setSketch(ByteBuffer.wrap(sketch))
                .setShingles(300)
                .build();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
