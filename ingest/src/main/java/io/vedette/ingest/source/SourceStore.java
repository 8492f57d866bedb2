package io.vedette.ingest.source;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.topic.TopicFollower;
import io.vedette.schemas.Source;
import io.vedette.schemas.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources of the topic, checked, and following it.  Every instance reads all partitions from the beginning with a
 * consumer of its own, outside any group: it knows all sources, whoever polls them.
 *
 * <p>A record that makes no source is reported, counted and skipped: what was known of that source before stays.  A broker or
 * registry that is away makes it not ready; it tries again with growing pauses and goes on where it was.  Thread-safe.
 */
public final class SourceStore implements Component, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceStore.class);

    private final ConcurrentSkipListMap<String, StoredSource> sources = new ConcurrentSkipListMap<>();
    private final List<SourceListener> listeners = new CopyOnWriteArrayList<>();
    private final TopicFollower<Source> follower;

    /**
     * @param consumers makes a consumer that reads committed records only and has no group
     * @param meters gets how many sources there are, and how many records make none
     */
    public SourceStore(
            Topic<String, Source> topic, Supplier<Consumer<byte[], byte[]>> consumers, MeterRegistry meters) {
        follower = new TopicFollower<>("sources", topic, consumers, this::apply);
        meters.gauge(MetricNames.SOURCES, this, store -> store.sources.size());
        meters.gauge(MetricNames.SOURCES_INVALID, this, store -> store.follower.invalid());
    }

    /** Begins to read, on a thread of its own. */
    public void start() {
        follower.start();
    }

    /** Done once everything has been read that was on the topic when reading began; cancelled by {@link #close}. */
    public CompletableFuture<Void> caughtUp() {
        return follower.caughtUp();
    }

    /** Lets it hear of every change that is read from now on; to hear of all sources, add it before {@link #start}. */
    public void add(SourceListener listener) {
        listeners.add(listener);
    }

    public Optional<StoredSource> get(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** All as far as they were read, by id; a view that follows the topic and may be gone through at any time. */
    public Collection<StoredSource> all() {
        return Collections.unmodifiableCollection(sources.values());
    }

    /** Those of one partition, by id, as they are now. */
    public List<StoredSource> ofPartition(int partition) {
        return sources.values().stream()
                .filter(source -> source.partition() == partition)
                .toList();
    }

    /**
     * Waits until what stands at that offset was read.
     *
     * @param patience how long at most; zero to look only
     * @return whether it was
     */
    public boolean awaitApplied(int partition, long offset, Duration patience) throws InterruptedException {
        return follower.awaitApplied(partition, offset, patience);
    }

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public CheckResult check() {
        return follower.check(sources.size() + " sources");
    }

    @Override
    public void close() {
        follower.close();
    }

    private void apply(String id, @Nullable Source source, int partition, long offset) {
        StoredSource before = sources.get(id);
        StoredSource now = source == null ? null : new StoredSource(checked(id, source), partition, offset);
        if (now == null) {
            sources.remove(id);
        } else {
            sources.put(id, now);
        }
        if (before != null || now != null) {
            listeners.forEach(listener -> tell(listener, before, now));
        }
    }

    /** What it says in the one spelling that the API writes; the key is the id, whatever the value says. */
    private static Source checked(String id, Source source) {
        // the least interval is asked of those who write: to raise it later makes no source invalid
        Source checked = SourceForm.of(source).withId(id).source(Duration.ZERO);
        checked.setVersion(source.getVersion());
        checked.setUpdatedAt(source.getUpdatedAt());
        checked.setUpdatedBy(source.getUpdatedBy());
        return checked;
    }

    private static void tell(SourceListener listener, @Nullable StoredSource before, @Nullable StoredSource now) {
        try {
            listener.changed(before, now);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a listener failed on a changed source; the source itself is in force");
        }
    }
}
