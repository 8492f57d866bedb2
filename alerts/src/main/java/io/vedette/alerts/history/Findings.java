package io.vedette.alerts.history;

import io.vedette.alerts.overtime.History;
import io.vedette.alerts.topology.AlertLimit;
import io.vedette.schemas.Match;
import io.vedette.schemas.Topic;
import io.vedette.schemas.WatchHistory;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes what was found, so that it is all there before it is said to be.  To write it again does no harm.  Thread-safe. */
final class Findings {

    private final Topic<String, WatchHistory> topic;
    private final Producer<String, WatchHistory> producer;
    private final AlertLimit limit;

    Findings(Topic<String, WatchHistory> topic, Producer<String, WatchHistory> producer, AlertLimit limit) {
        this.topic = topic;
        this.producer = producer;
        this.limit = limit;
    }

    /**
     * Writes all of a watch.
     *
     * @param filled what says so in the end
     * @throws KafkaException if not all of it was taken: then it is not said to be all
     */
    void write(Wanted watch, List<Match> matches, WatchHistory filled) {
        AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            boolean isExplained = i == matches.size() - 1 || !match.getAt().isBefore(watch.savedAt());
            if (!isExplained) {
                // it only counts; an alert explains the article with which it is raised
                match.getAlert().setClauses(List.of());
            }
            limit.fit(match.getAlert());
            send(History.match(match), failed);
        }
        await(failed);
        send(filled, failed);
        await(failed);
    }

    /**
     * Writes one record.
     *
     * @throws KafkaException if it was not taken
     */
    void write(WatchHistory history) {
        AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
        send(history, failed);
        await(failed);
    }

    private void send(WatchHistory history, AtomicReference<@Nullable Exception> failed) {
        producer.send(new ProducerRecord<>(topic.name(), history.getWatchId(), history), (at, failure) -> {
            if (failure != null) {
                failed.compareAndSet(null, failure);
            }
        });
    }

    private void await(AtomicReference<@Nullable Exception> failed) {
        producer.flush();
        Exception failure = failed.get();
        if (failure != null) {
            throw new KafkaException("could not write to " + topic.name(), failure);
        }
    }
}
