package io.vedette.alerts.history;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.topology.AlertLimit;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.runtime.config.HistoryConfig;
import io.vedette.runtime.kafka.ConsumerThread;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Topics;
import io.vedette.schemas.WatchHistory;
import io.vedette.text.watch.QueryCompiler;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the articles that are retained against each new watch that counts over time, and against each whose query has
 * changed, and writes what it finds to {@link Topics#watchHistory}, where the topology waits for it.
 *
 * <p>Instances share the topic of watches as a group, so that one of them fills a watch.  Its place in the topic is committed
 * once that is done: whoever takes over after a crash does it again, which does no harm.  To know what has changed it reads
 * the topic from its beginning.  Thread-safe.
 */
public final class HistoryFiller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryFiller.class);
    private static final Duration POLL = Duration.ofMillis(250);

    /** More need not be known ahead. */
    private static final int MOST_WAITING = 1_000;

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final Topics topics;
    private final QueryCompiler queries;
    private final Supplier<Producer<String, WatchHistory>> producers;
    private final Lane.Setting setting;
    private final AlertLimit limit;
    private final ConsumerThread thread;
    private volatile @Nullable Lanes lanes;

    /** Whether all who match have applied what stands at an offset of a partition of the watches; waits a second for it. */
    @FunctionalInterface
    public interface Applied {
        boolean everywhere(int partition, long offset) throws InterruptedException;
    }

    /** The clients that it needs; each call makes a new one. */
    public interface Clients {

        /** A consumer of committed records in a group that all instances share, which commits by itself nothing. */
        Consumer<byte[], byte[]> watches();

        /** A consumer of committed records without a group. */
        Consumer<byte[], byte[]> articles();

        Producer<String, WatchHistory> history();
    }

    /**
     * Connects to nothing yet.
     *
     * @param queries compiles the watches, as everybody who reads them does
     * @param storyPatience how long a match waits for the story of its article
     * @param recordLimitBytes the largest value that is written
     * @param disclosure what of the texts of articles may be written
     * @param clock by which a watch that was saved long ago is no news
     */
    public HistoryFiller(
            Topics topics,
            QueryCompiler queries,
            Clients clients,
            Applied applied,
            HistoryConfig config,
            Duration storyPatience,
            int recordLimitBytes,
            Disclosure disclosure,
            Clock clock,
            MeterRegistry meters) {
        this.topics = topics;
        this.queries = queries;
        this.producers = clients::history;
        this.limit = new AlertLimit(recordLimitBytes);
        HistoryScan.Limits limits =
                new HistoryScan.Limits(config.limit(), config.mostMatches(), config.rate(), storyPatience);
        this.setting = new Lane.Setting(
                topics,
                new ArticleMatcher(queries.entities(), disclosure),
                clients::articles,
                applied,
                limits,
                config.watchesAtOnce(),
                config.patience(),
                clock,
                new HistoryMetrics(meters));
        meters.gauge(MetricNames.HISTORY_WAITING, this, HistoryFiller::waiting);
        this.thread = new ConsumerThread("vedette-history", clients::watches, this::follow, HistoryFiller::failed);
    }

    /** Begins, on threads of its own. */
    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        Lanes open = lanes;
        if (open != null) {
            open.close();
        }
        thread.close();
    }

    private int waiting() {
        Lanes open = lanes;
        return open == null ? 0 : open.waiting();
    }

    private static void failed(Exception reason) {
        LOG.atWarn()
                .addKeyValue("reason", Trouble.describe(reason))
                .log("no watch can be filled for now; trying again");
    }

    private void follow(Consumer<byte[], byte[]> reading) {
        try (Share share = new Share(reading, producers.get())) {
            reading.subscribe(List.of(topics.watches().name()), share);
            while (!thread.isClosing()) {
                reading.poll(POLL).forEach(share::take);
                share.commit();
                if (waiting() > MOST_WAITING) {
                    reading.pause(reading.assignment());
                } else {
                    reading.resume(reading.paused());
                }
            }
        }
    }

    /** The partitions of the watches that this instance has now, and what is under way for them.  Of the reading thread. */
    private final class Share implements ConsumerRebalanceListener, AutoCloseable {

        private final Consumer<byte[], byte[]> reading;
        private final Producer<String, WatchHistory> producer;
        private final Findings findings;
        private WatchChanges changes = new WatchChanges(topics.watches(), queries);

        /** The first offset of each partition that nobody is done with. */
        private final Map<TopicPartition, Long> done = new HashMap<>();

        private final Map<TopicPartition, Long> read = new HashMap<>();

        Share(Consumer<byte[], byte[]> reading, Producer<String, WatchHistory> producer) {
            this.reading = reading;
            this.producer = producer;
            this.findings = new Findings(topics.watchHistory(), producer, limit);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            end();
            done.clear();
            read.clear();
            changes = new WatchChanges(topics.watches(), queries);
            lanes = new Lanes(setting, findings, changes::isCurrent);
            Collection<TopicPartition> partitions = reading.assignment();
            Map<TopicPartition, OffsetAndMetadata> committed = reading.committed(new HashSet<>(partitions));
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata offset = committed.get(partition);
                done.put(partition, offset == null ? 0L : offset.offset());
            }
            reading.seekToBeginning(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            end();
        }

        void take(ConsumerRecord<byte[], byte[]> record) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            WatchChanges.Change change = changes.take(record);
            if (change != null && record.offset() >= done.getOrDefault(partition, 0L)) {
                if (change.ended() != null) {
                    findings.write(change.ended());
                }
                if (change.wanted() != null && lanes != null) {
                    lanes.add(change.wanted());
                }
            }
            read.put(partition, record.offset() + 1);
        }

        void commit() {
            Lanes under = lanes;
            if (under == null) {
                return;
            }
            Map<TopicPartition, OffsetAndMetadata> further = new HashMap<>();
            read.forEach((partition, next) -> {
                long until = Math.min(next, under.firstWaiting(partition));
                if (until > done.getOrDefault(partition, 0L)) {
                    further.put(partition, new OffsetAndMetadata(until));
                }
            });
            if (!further.isEmpty()) {
                reading.commitSync(further);
                further.forEach((partition, offset) -> done.put(partition, offset.offset()));
            }
        }

        private void end() {
            Lanes open = lanes;
            lanes = null;
            if (open != null) {
                open.close();
            }
        }

        @Override
        public void close() {
            end();
            producer.close(CLOSE_PATIENCE);
        }
    }
}
