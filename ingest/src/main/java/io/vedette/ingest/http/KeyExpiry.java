package io.vedette.ingest.http;

import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.ingest.kafka.Submission;
import io.vedette.schemas.IngestProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets how far streams with an {@code Idempotency-Key} were read, a while after their last article.  Each instance looks
 * from time to time; that several delete the same does no harm.
 */
public final class KeyExpiry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyExpiry.class);
    private static final int LOOKS = 12;

    private final ArticleWriters writers;
    private final PushStreams streams;
    private final Duration retention;
    private final Clock clock;
    private final ScheduledExecutorService thread;

    /** @param retention for how long after its last article a stream is remembered */
    public KeyExpiry(ArticleWriters writers, PushStreams streams, Duration retention, Clock clock) {
        this.writers = writers;
        this.streams = streams;
        this.retention = retention;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "ingest-key-expiry");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Begins to look, not at once. */
    @SuppressWarnings("FutureReturnValueIgnored") // a look that fails says so itself
    public void start() {
        long pause = retention.dividedBy(LOOKS).toMillis();
        thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            List<String> old = old(writers.committed(StreamPosition::isSourceId));
            for (String id : old) {
                streams.shared().put(Submission.forget(id));
            }
            LOG.debug("{} keys of streams are forgotten", old.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("old keys of streams are not looked for: {}", e.toString());
        }
    }

    private List<String> old(Map<String, IngestProgress> progress) {
        Instant before = clock.instant().minus(retention);
        return progress.entrySet().stream()
                .filter(entry -> {
                    Instant last = entry.getValue().getUpdatedAt();
                    return last != null && last.isBefore(before);
                })
                .map(Map.Entry::getKey)
                .filter(id -> !streams.isOpen(id))
                .toList();
    }
}
