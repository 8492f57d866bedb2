package io.vedette.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.ingest.kafka.Changes.SourcedArticle;
import io.vedette.schemas.Article;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transactional producer of one writer; for one thread. */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Topics topics;
    private final Lane lane;
    private final String writer;

    /** Starts a producer and finishes off what its predecessor left open. */
    Transactions(WriterSettings settings, Topics topics, String writer) {
        this.topics = topics;
        this.lane = settings.lane();
        this.writer = writer;
        this.producer =
                new KafkaProducer<>(properties(settings, writer), new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /**
     * Writes articles, progress and states and commits them.
     *
     * @throws KafkaException if the outcome is that nothing was written, or if it is unknown; then this is of no more use
     */
    void write(Changes changes) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(changes.records());
        // the registry may be away: encode before the transaction is open
        changes.articles().forEach(sourced -> records.add(record(sourced)));
        changes.progress().forEach((id, value) -> records.add(record(topics.ingestState(), id, value)));
        changes.states().forEach((id, value) -> records.add(record(topics.sourceState(), id, value)));
        records.addAll(changes.deadLetters());
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        records.forEach(record -> sent.add(send(record)));
        try {
            // waits for the records by itself, and unlike flush() not for ever when the coordinator is away
            producer.commitTransaction();
        } catch (KafkaException e) {
            sent.stream().filter(Future::isDone).forEach(Transactions::get);
            throw e;
        }
    }

    /**
     * Throws at the first record that the producer refuses: once it has lost its brokers it forgets the topics, and would
     * wait {@code max.block.ms} for each of the others too, minutes or hours for a large batch.
     */
    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> sending = producer.send(record);
        if (sending.isDone()) {
            get(sending);
        }
        return sending;
    }

    /**
     * Ends the producer; an open transaction is settled by its successor.
     *
     * @param orderly false if it failed, so that nothing is worth waiting for
     */
    void close(boolean orderly) {
        try {
            producer.close(orderly ? CLOSE : Duration.ZERO);
        } catch (InterruptException e) {
            // it is closed all the same, only not waited for; the thread stays interrupted
            LOG.debug("the producer of {} was closed in haste", writer);
        }
    }

    private ProducerRecord<byte[], byte[]> record(SourcedArticle sourced) {
        Article article = sourced.article();
        String topic = topics.articles(lane).name();
        byte[] value = topics.articles(lane).valueSerde().serializer().serialize(topic, article);
        return new ProducerRecord<>(
                topic,
                null,
                null,
                article.getId().getBytes(UTF_8),
                value,
                ArticleHeaders.of(article, sourced.sourceId(), sourced.trace()));
    }

    private static <V> ProducerRecord<byte[], byte[]> record(Topic<String, V> topic, String id, Optional<V> value) {
        byte @Nullable [] bytes = value.map(
                        present -> topic.valueSerde().serializer().serialize(topic.name(), present))
                .orElse(null);
        return new ProducerRecord<>(topic.name(), id.getBytes(UTF_8), bytes);
    }

    private static void get(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Map<String, Object> properties(WriterSettings settings, String writer) {
        Map<String, Object> properties = new HashMap<>(settings.producer());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.transactionalIdPrefix() + "-" + writer);
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int)
                settings.transactionTimeout().toMillis());
        properties.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024);
        // what comes while the broker still closes the transaction before is refused; it is to be tried again soon
        properties.putIfAbsent(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10);
        // a broker that is away is to be noticed in seconds; the writer tries again by itself
        properties.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        return properties;
    }
}
