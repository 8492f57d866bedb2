package io.vedette.bench.world;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.bench.Progress;
import io.vedette.bench.Table;
import io.vedette.bench.pipeline.Server;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.ingest.polling.SourcePolling;
import io.vedette.ingest.source.SourceStore;
import io.vedette.ingest.web.WebClient;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ProcessingGuarantee;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Source;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run world}. */
@Command(
        name = "world",
        description = {
            "Polls feeds that behave as those of the web do: slow, gone, moved, broken, huge, bombs, throttling, silent.",
            "A server on loopback plays a host for each; broker, server and ingest share this process and its heap. At the end"
                    + " every item that was given out is looked for among the committed articles."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  BENCH_JAVA_OPTS=-Xmx512m bench/run world --minutes 60",
            "  bench/run world --feeds 1000 --minutes 5 --interval 1"
        })
public final class WorldBenchmark implements Callable<Integer> {

    private static final int DISAGREES = 1;
    private static final Duration IN_TIME = Duration.ofSeconds(30);
    private static final Duration STUCK = Duration.ofMinutes(2);
    /** What is under way when the world ends comes to an end within the time-out of a request. */
    private static final Duration DRAIN = Duration.ofSeconds(25);

    private static final int ONE_BY_ONE = 100;
    private static final double MEGABYTE = 1 << 20;

    @Option(names = "--minutes", paramLabel = "N", description = "For how long (default: 60).")
    private double minutes = 60;

    @Option(names = "--feeds", paramLabel = "N", description = "How many (default: 10000).")
    private int feeds = 10_000;

    @Option(
            names = "--interval",
            paramLabel = "MINUTES",
            description = "From one poll of a feed to the next (default: 5).")
    private double interval = 5;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private double most;

    @Override
    public Integer call() throws Exception {
        meters.config().meterFilter(new Late());
        try (Server server = Server.start();
                World world = World.start(feeds)) {
            // as many begin in a second as are to be polled in a second, and half as many again
            int starts = (int) Math.ceil(1.5 * feeds / (interval * 60));
            Configuration config = server.configuration(
                    "world",
                    ProcessingGuarantee.EXACTLY_ONCE_V2,
                    Map.of(
                            "ingest.web.allow", "127.0.0.0/8",
                            "ingest.web.contact", "bench@world.test",
                            "ingest.polling.startsPerSecond", Integer.toString(starts)));
            KafkaClients kafka = new KafkaClients(config.kafka());
            try (AvroSerdes serdes = new AvroSerdes(config.registry().settings())) {
                Topics topics = new Topics(config.topics().settings(), serdes);
                define(world, kafka, topics);
                Instant end = poll(world, config, kafka, topics);
                return report(world, Ledger.read(kafka, topics), end);
            }
        }
    }

    /** The topic has just been made: until each partition has a leader that knows of it, one record goes after the other. */
    private void define(World world, KafkaClients kafka, Topics topics) throws Exception {
        try (KafkaProducer<String, Source> producer = new KafkaProducer<>(
                kafka.producer(),
                topics.sources().keySerde().serializer(),
                topics.sources().valueSerde().serializer())) {
            int defined = 0;
            for (PlayedFeed feed : world.feeds()) {
                Source source = Source.newBuilder()
                        .setId(feed.id())
                        .setKind("FEED")
                        .setUrl(world.address(feed))
                        .setIntervalMillis((long) (interval * 60_000))
                        .setPage("NEVER")
                        .build();
                Future<RecordMetadata> sent =
                        producer.send(new ProducerRecord<>(topics.sources().name(), source.getId(), source));
                if (defined++ < ONE_BY_ONE) {
                    sent.get();
                }
            }
        }
    }

    /** Returns when the world ended. */
    private Instant poll(World world, Configuration config, KafkaClients kafka, Topics topics) throws Exception {
        Clock clock = Clock.systemUTC();
        FeedReader reader = new FeedReader();
        try (WebClient web = new WebClient(config.ingest().web(), world.resolver(), null, meters, clock);
                SourceStore store = new SourceStore(
                        topics.sources(),
                        () -> new KafkaConsumer<>(
                                kafka.consumer(null), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                        meters);
                SourcePolling polling = new SourcePolling(
                        config,
                        topics,
                        new ArticleWriters(config, topics, clock),
                        store,
                        web,
                        source -> reader,
                        new ArticleFactory(config.ingest().textLimitBytes(), clock),
                        new IngestMetrics(meters),
                        meters,
                        clock)) {
            store.start();
            polling.start();
            watch(Instant.now().plus(Duration.ofMillis((long) (minutes * 60_000))));
            world.freeze();
            Instant end = Instant.now();
            watch(end.plus(DRAIN));
            return end;
        }
    }

    private void watch(Instant until) throws InterruptedException {
        long shown = System.nanoTime();
        while (Instant.now().isBefore(until)) {
            TimeUnit.SECONDS.sleep(1);
            double used = used();
            most = Math.max(most, used);
            if (System.nanoTime() - shown > TimeUnit.SECONDS.toNanos(30)) {
                shown = System.nanoTime();
                Progress.show(String.format(
                        Locale.ROOT,
                        "world: %.0f polls begun, p99 late %.1f s, heap %.0f MB",
                        late().count() + 0.0,
                        late().percentileValues()[1].value(TimeUnit.SECONDS),
                        used));
            }
        }
    }

    private int report(World world, Ledger ledger, Instant end) {
        HistogramSnapshot late = late();
        List<PlayedFeed> counted =
                world.feeds().stream().filter(feed -> feed.temper().counts()).toList();
        int given = counted.stream().mapToInt(feed -> feed.sent().cardinality()).sum();
        int lost = counted.stream().mapToInt(ledger::lost).sum();
        int twice = counted.stream().mapToInt(ledger::twice).sum();
        int half = world.feeds().stream().mapToInt(ledger::twice).sum() - twice;
        List<String> stuck = ledger.stuck(world.feeds(), end.minus(STUCK));
        System.gc();
        Table table = new Table("what", "figure");
        table.row("feeds", Integer.toString(feeds));
        table.row("minutes", String.format(Locale.ROOT, "%.1f", minutes));
        table.row("polls", Long.toString(late.count()));
        table.row(
                "begun within " + IN_TIME.toSeconds() + " s of when they were due, %",
                String.format(Locale.ROOT, "%.2f", 100 * inTime(late)));
        table.row("late p50, s", seconds(late.percentileValues()[0].value(TimeUnit.SECONDS)));
        table.row("late p99, s", seconds(late.percentileValues()[1].value(TimeUnit.SECONDS)));
        table.row("latest, s", seconds(late.max(TimeUnit.SECONDS)));
        table.row("stuck sources", stuck.size() + (stuck.isEmpty() ? "" : ": " + first(stuck)));
        table.row("items given out whole", Integer.toString(given));
        table.row("of these lost", lost + (lost == 0 ? "" : ": " + names(counted, feed -> ledger.lost(feed) > 0)));
        table.row("articles written", Integer.toString(ledger.articles()));
        table.row("of these twice", twice + (twice == 0 ? "" : ": " + names(counted, feed -> ledger.twice(feed) > 0)));
        table.row("of feeds cut off in the middle, twice", Integer.toString(half));
        table.row("sources by status", ledger.statuses().toString());
        table.row("heap allowed, MB", megabytes(Runtime.getRuntime().maxMemory() / MEGABYTE));
        table.row("heap used at most, MB", megabytes(most));
        table.row("heap used after a collection at the end, MB", megabytes(used()));
        System.out.println(table);
        System.out.println(outcomes());
        return lost == 0 && twice == 0 && stuck.isEmpty() ? 0 : DISAGREES;
    }

    private Table outcomes() {
        Table table = new Table("documents", "count");
        meters.find(MetricNames.WEB_DOCUMENTS)
                .counters()
                .forEach(counter -> table.row(
                        String.valueOf(counter.getId().getTag("outcome")),
                        String.format(Locale.ROOT, "%.0f", counter.count())));
        return table;
    }

    private HistogramSnapshot late() {
        Timer timer = meters.find(MetricNames.SOURCE_POLLS_LATE).timer();
        if (timer == null) {
            throw new IllegalStateException("polling does not measure " + MetricNames.SOURCE_POLLS_LATE);
        }
        return timer.takeSnapshot();
    }

    private static double inTime(HistogramSnapshot late) {
        for (CountAtBucket bucket : late.histogramCounts()) {
            if (bucket.bucket(TimeUnit.SECONDS) == IN_TIME.toSeconds()) {
                return bucket.count() / Math.max(1, late.count());
            }
        }
        return Double.NaN;
    }

    private static String names(List<PlayedFeed> feeds, Predicate<PlayedFeed> which) {
        return first(feeds.stream()
                .filter(which)
                .map(feed -> feed.id() + " " + feed.temper())
                .toList());
    }

    private static String first(List<String> names) {
        return names.stream().limit(10).collect(Collectors.joining(", "));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    private static String megabytes(double megabytes) {
        return String.format(Locale.ROOT, "%.0f", megabytes);
    }

    private static double used() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    /** Keeps the whole distribution of how late polls are. */
    private final class Late implements MeterFilter {

        @Override
        public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
            if (!id.getName().equals(MetricNames.SOURCE_POLLS_LATE)) {
                return config;
            }
            return DistributionStatisticConfig.builder()
                    .percentiles(0.5, 0.99)
                    .percentilesHistogram(false)
                    .serviceLevelObjectives(IN_TIME.toNanos())
                    .expiry(Duration.ofMillis((long) (minutes * 60_000)).plusHours(1))
                    .bufferLength(1)
                    .build()
                    .merge(config);
        }
    }
}
