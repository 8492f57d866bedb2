package io.vedette.alerts.delivery;

import io.vedette.alerts.delivery.channel.Outcome;
import io.vedette.runtime.trace.TraceHeaders;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Delivery;
import io.vedette.schemas.DeliveryState;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes down, within the transaction that is open, what there is to do and what was done; applies it to the backlog when
 * the transaction is committed.  For one thread.
 */
final class Ledger {

    private final Topic<String, DeliveryState> states;
    private final Topic<String, Delivery> deliveries;
    private final Producer<byte[], byte[]> producer;
    private final List<Runnable> committed = new ArrayList<>();
    private final Backlog backlog;
    private final DeliveryMetrics metrics;

    Ledger(Topics topics, Producer<byte[], byte[]> producer, Backlog backlog, DeliveryMetrics metrics) {
        states = topics.deliveryState();
        deliveries = topics.deliveries();
        this.producer = producer;
        this.backlog = backlog;
        this.metrics = metrics;
    }

    /** There is this to do. */
    void open(Task task) {
        write(task);
        committed.add(() -> backlog.put(task));
    }

    /** It went into a topic, with this very transaction. */
    void written(Routing.Outlet outlet, TracedAlert traced, String channel, Instant now) {
        Alert alert = traced.alert();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(outlet.topic().name(), bytes(alert.getWatchId()), outlet.write(alert));
        TraceHeaders.write(traced.trace(), record.headers());
        producer.send(record);
        attempted(alert.getId(), alert.getWatchId(), channel, 1, now, Result.DELIVERED, null, 0);
        committed.add(() -> metrics.written(channel));
    }

    /** An attempt to do it has ended; there may be something left to do. */
    void ended(Task task, Attempt attempt, RetryPolicy retries, Instant now) {
        Outcome outcome = attempt.of(task);
        Result result;
        String reason = null;
        if (outcome instanceof Outcome.Delivered) {
            result = Result.DELIVERED;
            forget(task);
        } else if (outcome instanceof Outcome.Failed failed) {
            reason = failed.reason();
            Instant next = retries.next(task.attempt() + 1, task.dueSince(), now, failed.after());
            result = next == null ? Result.PARKED : Result.FAILED;
            open(next == null ? task.parked(attempt.at(), reason) : task.failed(attempt.at(), next, reason));
        } else {
            reason = ((Outcome.Refused) outcome).reason();
            result = Result.PARKED;
            open(task.parked(attempt.at(), reason));
        }
        attempted(
                task.alertId(),
                task.watchId(),
                task.channel(),
                task.attempt() + 1,
                attempt.at(),
                result,
                reason,
                attempt.millis());
        Result counted = result;
        committed.add(() -> metrics.attempted(task.channel(), counted, attempt.millis()));
    }

    /** The transaction is committed. */
    void committed() {
        committed.forEach(Runnable::run);
        committed.clear();
    }

    private void write(Task task) {
        byte[] value = states.valueSerde().serializer().serialize(states.name(), task.state());
        producer.send(new ProducerRecord<>(states.name(), task.partition(), bytes(task.key()), value));
    }

    private void forget(Task task) {
        producer.send(new ProducerRecord<>(states.name(), task.partition(), bytes(task.key()), null));
        committed.add(() -> backlog.remove(task.key()));
    }

    private void attempted(
            String alertId,
            String watchId,
            String channel,
            int attempt,
            Instant at,
            Result result,
            @Nullable String reason,
            int millis) {
        Delivery delivery = Delivery.newBuilder()
                .setAlertId(alertId)
                .setWatchId(watchId)
                .setChannel(channel)
                .setAttempt(attempt)
                .setAttemptedAt(at)
                .setStatus(result.name())
                .setReason(reason)
                .setResponseMillis(millis)
                .build();
        byte[] value = deliveries.valueSerde().serializer().serialize(deliveries.name(), delivery);
        producer.send(new ProducerRecord<>(deliveries.name(), bytes(alertId), value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
