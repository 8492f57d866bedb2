package io.vedette.ingest.kafka;

import io.vedette.schemas.Lane;
import java.time.Duration;
import java.util.Map;

/**
 * How a writer works.
 *
 * @param producer settings of its producer, without serializers, transactional id and what the writer itself decides
 * @param consumer settings of the consumer that reads progress
 * @param transactionalIdPrefix the start of the transactional id; the writer's name follows
 * @param lane of the articles
 * @param capacity the most articles that wait
 * @param batchSize articles at which a transaction is not kept waiting for more
 * @param linger how long a transaction waits for more
 * @param transactionTimeout after which the broker aborts what a dead writer left open
 */
public record WriterSettings(
        Map<String, Object> producer,
        Map<String, Object> consumer,
        String transactionalIdPrefix,
        Lane lane,
        int capacity,
        int batchSize,
        Duration linger,
        Duration transactionTimeout) {

    /** Copies the maps. */
    public WriterSettings {
        producer = Map.copyOf(producer);
        consumer = Map.copyOf(consumer);
    }
}
