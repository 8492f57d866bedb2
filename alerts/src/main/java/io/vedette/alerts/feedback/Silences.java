package io.vedette.alerts.feedback;

import io.vedette.runtime.kafka.ConsumerThread;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which watches somebody has silenced, as the topic of feedback has it: every instance reads all of it with a consumer of its
 * own, so that each can tell.  What holds an alert back is the topology.  Thread-safe.
 */
public final class Silences implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Silences.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topic<String, Feedback> topic;
    private final Map<String, Feedback> byWatch = new ConcurrentHashMap<>();
    private final ConsumerThread thread;

    /** @param consumers makes a consumer that reads committed records only and has no group */
    public Silences(Topic<String, Feedback> topic, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.topic = topic;
        this.thread = new ConsumerThread("vedette-silences", consumers, this::follow, this::failed);
    }

    /** Begins to read, on a thread of its own. */
    public void start() {
        thread.start();
    }

    /** Those that hold at that time as far as the topic was read, by watch; not to be changed. */
    public List<Feedback> at(Instant now) {
        return byWatch.values().stream()
                .filter(silence ->
                        silence.getUntil() == null || silence.getUntil().isAfter(now))
                .sorted(Comparator.comparing(Feedback::getWatchId))
                .toList();
    }

    @Override
    public void close() {
        thread.close();
    }

    private void follow(Consumer<byte[], byte[]> reading) {
        List<TopicPartition> partitions = reading.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        byWatch.clear();
        while (!thread.isClosing()) {
            reading.poll(POLL).forEach(this::read);
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            if (record.key() != null) {
                byWatch.remove(new String(record.key(), StandardCharsets.UTF_8));
            }
            return;
        }
        try {
            said(topic.valueSerde().deserializer().deserialize(topic.name(), record.value()));
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", Trouble.describe(e))
                    .log("skipped feedback that can't be read");
        }
    }

    private void said(Feedback feedback) {
        if (feedback.getWhat().equals("SILENCE")) {
            byWatch.put(feedback.getWatchId(), feedback);
        } else if (feedback.getWhat().equals("UNSILENCE")) {
            byWatch.remove(feedback.getWatchId());
        }
    }

    private void failed(Exception reason) {
        LOG.atWarn().addKeyValue("reason", Trouble.describe(reason)).log("can't follow what is silenced for now");
    }
}
