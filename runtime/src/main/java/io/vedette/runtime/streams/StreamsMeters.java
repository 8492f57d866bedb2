package io.vedette.runtime.streams;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.vedette.runtime.metrics.DiskMeters;
import io.vedette.runtime.metrics.DiskMeters.Content;
import io.vedette.schemas.Lane;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * Kafka Streams' metrics of one application among the process's, each with the tags {@code application} and
 * {@code lane}, and the space on the disk of its state.
 *
 * <p>Left out is what misleads or only costs: a consumer's metrics under the topic's name with underscores for dots, which
 * Kafka 4 keeps beside the right ones for old dashboards (KIP-1109) and which doubles every sum; and what Kafka records at
 * the level DEBUG only, unless {@code metrics.recording.level} is as low: Kafka registers it all the same, without a value.
 */
final class StreamsMeters implements AutoCloseable {

    /** How soon the lag of a newly assigned partition can be seen. */
    private static final Duration REFRESH = Duration.ofSeconds(10);

    /** After the tables of "Monitoring Kafka Streams" in Kafka's documentation; RocksDB's statistics are KIP-471's. */
    private static final Pattern DEBUG_ONLY = Pattern.compile("kafka\\.stream\\.("
            + "task\\.(process|punctuate|record\\.lateness|enforced\\.processing|active\\.(process|buffer)).*"
            + "|processor\\.node\\.(process|suppression).*"
            + "|record\\.cache\\..*"
            + "|state\\.((put|get|delete|fetch|all|range|prefix\\.scan|flush|commit|restore|suppression|record\\.e2e)\\..*"
            + "|iterator\\.duration\\..*"
            + "|(bytes|memtable|write\\.stall|compaction\\.time|number)\\..*"
            + "|block\\.cache\\.(data|index|filter)\\.hit\\.ratio))");

    private final ScheduledExecutorService refreshing;
    private final KafkaStreamsMetrics bound;

    /**
     * Binds them; they come and go with the tasks of the application, ten seconds later at most.
     *
     * @param properties of the application
     */
    StreamsMeters(KafkaStreams streams, Topology topology, Properties properties, Lane lane, MeterRegistry meters) {
        String application = properties.getProperty("application.id");
        refreshing = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "meters-" + application);
            thread.setDaemon(true);
            return thread;
        });
        bound = new KafkaStreamsMetrics(
                streams,
                Tags.of("application", application, "lane", lane.name().toLowerCase(Locale.ROOT)),
                refreshing,
                REFRESH);
        bound.bindTo(filtered(topology, properties, meters));
        DiskMeters.bind(Content.STATE, Path.of(properties.getProperty("state.dir")), meters);
    }

    @Override
    public void close() {
        bound.close();
        refreshing.shutdownNow();
    }

    /** A registry whose filters are those of this application alone, and which passes on what they let through. */
    private static MeterRegistry filtered(Topology topology, Properties properties, MeterRegistry meters) {
        CompositeMeterRegistry filtered =
                new CompositeMeterRegistry(meters.config().clock());
        Set<String> copies = underscored(topology, properties.getProperty("application.id"));
        filtered.config().meterFilter(MeterFilter.deny(id -> isCopy(id, copies)));
        if (properties.getProperty("metrics.recording.level", "INFO").equals("INFO")) {
            filtered.config().meterFilter(MeterFilter.deny(id -> isDebug(id.getName())));
        }
        return filtered.add(meters);
    }

    private static boolean isCopy(Meter.Id id, Set<String> copies) {
        String topic = id.getTag("topic");
        return topic != null && id.getName().startsWith("kafka.consumer.") && copies.contains(topic);
    }

    static boolean isDebug(String meter) {
        return DEBUG_ONLY.matcher(meter).matches();
    }

    /** The names that Kafka 4 gives to the topics that have dots in theirs, a second time. */
    static Set<String> underscored(Topology topology, String application) {
        Set<String> topics = topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Source.class::isInstance)
                .map(TopologyDescription.Source.class::cast)
                .flatMap(source -> source.topicSet() == null ? Stream.empty() : source.topicSet().stream())
                .flatMap(topic -> Stream.of(topic, application + '-' + topic))
                .collect(Collectors.toSet());
        return topics.stream()
                .filter(topic -> topic.contains("."))
                .map(topic -> topic.replace('.', '_'))
                .filter(copy -> !topics.contains(copy))
                .collect(Collectors.toSet());
    }
}
