package io.vedette.app.reprocess;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes articles that were tagged again behind those that they correct: same partition, key, headers and time, a batch in one
 * transaction.  A run that begins ends the one before it.  For one thread.
 */
final class CorrectionWriter implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Topic<String, EnrichedArticle> topic;
    private final KafkaProducer<byte[], byte[]> producer;

    /** Under which corrections are written, by one run at a time. */
    static String transactionalId(Configuration configuration) {
        return configuration.topics().prefix() + "reprocess";
    }

    /** Fences off a run that still goes on.  Read what is to be corrected only after this. */
    CorrectionWriter(Configuration configuration, Topic<String, EnrichedArticle> topic) {
        this.topic = topic;
        String transactionalId = transactionalId(configuration);
        this.producer = new KafkaProducer<>(
                new KafkaClients(configuration.kafka()).transactionalProducer(transactionalId, TIMEOUT),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /**
     * Writes all of these, or none.
     *
     * @throws KafkaException if the broker refuses or another run has begun: none of them was written then
     */
    void write(List<Corrected> batch) throws InterruptedException {
        producer.beginTransaction();
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Corrected corrected : batch) {
                sent.add(producer.send(record(corrected)));
            }
            producer.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            producer.commitTransaction();
        } catch (ExecutionException e) {
            producer.abortTransaction();
            throw new KafkaException(
                    "writing failed, none of these " + batch.size() + " was written: " + e.getCause(), e);
        }
    }

    private ProducerRecord<byte[], byte[]> record(Corrected corrected) {
        ConsumerRecord<byte[], byte[]> old = corrected.record();
        byte[] value = topic.valueSerde().serializer().serialize(topic.name(), corrected.article());
        return new ProducerRecord<>(topic.name(), old.partition(), old.timestamp(), old.key(), value, old.headers());
    }

    @Override
    public void close() {
        producer.close(TIMEOUT);
    }
}
