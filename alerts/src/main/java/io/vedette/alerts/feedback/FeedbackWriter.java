package io.vedette.alerts.feedback;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes what people say to the topic.  Thread-safe. */
public final class FeedbackWriter implements AutoCloseable {

    private static final List<String> SORTS = List.of("ACKNOWLEDGE", "REJECT", "REOPEN", "SILENCE", "UNSILENCE");

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final Topic<String, Feedback> topic;
    private final Supplier<Producer<String, Feedback>> producers;
    private final MeterRegistry meters;
    private @Nullable Producer<String, Feedback> producer;

    /**
     * @param producers makes a producer that waits for all replicas and is idempotent; asked at the first write
     * @param meters gets the count of what was written
     */
    public FeedbackWriter(
            Topic<String, Feedback> topic, Supplier<Producer<String, Feedback>> producers, MeterRegistry meters) {
        this.topic = topic;
        this.producers = producers;
        this.meters = meters;
        SORTS.forEach(this::counter); // so that a rate shows 0 before the first
    }

    /**
     * Writes it, by alert or, of a silence, by watch.
     *
     * @throws FeedbackWriteException if it can't be written
     */
    public void write(Feedback feedback) {
        String key = feedback.getAlertId() == null ? feedback.getWatchId() : feedback.getAlertId();
        try {
            producer().send(new ProducerRecord<>(topic.name(), key, feedback)).get();
            counter(feedback.getWhat()).increment();
        } catch (ExecutionException e) {
            throw new FeedbackWriteException(key, e.getCause() == null ? e : e.getCause());
        } catch (KafkaException e) {
            throw new FeedbackWriteException(key, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedbackWriteException(key, e);
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_PATIENCE);
        }
    }

    private Counter counter(String what) {
        return meters.counter(MetricNames.FEEDBACK, "what", what.toLowerCase(Locale.ROOT));
    }

    private synchronized Producer<String, Feedback> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }
}
