package io.vedette.ingest.topic;

import io.opentelemetry.context.Context;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.SourceKind;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.RefusedArticleException;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.Submission;
import io.vedette.runtime.streams.DeadLetters;
import io.vedette.runtime.streams.Trouble;
import io.vedette.runtime.trace.TraceHeaders;
import io.vedette.schemas.Article;
import io.vedette.text.article.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a topic of somebody else's.  Its writer keeps the next offset with the articles in one transaction, and
 * fences off whoever had the partition before.  For one thread.
 */
final class TopicLane implements AutoCloseable {

    private final ArticleWriter writer;
    private final RecordMapper mapper;
    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private final DeadLetters deadLetters;
    private volatile long committed = -1;
    private volatile @Nullable Throwable failure;

    TopicLane(
            ArticleWriter writer,
            RecordMapper mapper,
            ArticleFactory factory,
            IngestMetrics metrics,
            DeadLetters deadLetters) {
        this.writer = writer;
        this.mapper = mapper;
        this.factory = factory;
        this.metrics = metrics;
        this.deadLetters = deadLetters;
    }

    /** Whether it is known where to go on. */
    boolean isReady() {
        return writer.ready().isDone();
    }

    /** The next offset, if the partition was read before. */
    OptionalLong next() {
        writer.ready().join();
        return writer.progressAtStart()
                .join()
                .map(progress -> OptionalLong.of(Long.parseLong(progress.getPosition())))
                .orElse(OptionalLong.empty());
    }

    /** Articles that wait for their commit. */
    int waiting() {
        return writer.waiting();
    }

    /** The next offset as it is committed; negative if nothing was since this began. */
    long committed() {
        return committed;
    }

    /** Keeps where the first reading begins, so that it is the same after a crash. */
    void begin(long offset) throws InterruptedException {
        submit(List.of(), List.of(), List.of(), offset, 0);
    }

    /**
     * Hands over what records hold.
     *
     * @throws KafkaException if Kafka will never take what was handed over before, or has another owner of the partition
     */
    void take(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        List<Article> articles = new ArrayList<>();
        List<Context> traces = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.value() != null) {
                take(record, articles, letters);
                if (articles.size() > traces.size()) {
                    traces.add(TraceHeaders.read(record.headers()));
                }
            }
        }
        submit(articles, traces, letters, records.get(records.size() - 1).offset() + 1, records.size());
    }

    void requireWell() {
        Throwable thrown = failure;
        if (thrown != null) {
            throw new KafkaException("a partition can't be gone on with: " + thrown.getMessage(), thrown);
        }
    }

    @Override
    public void close() {
        writer.close();
    }

    private void take(
            ConsumerRecord<byte[], byte[]> record,
            List<Article> articles,
            List<ProducerRecord<byte[], byte[]>> letters) {
        try {
            articles.add(factory.of(mapper.map(record)));
            metrics.in(SourceKind.KAFKA);
        } catch (RefusedArticleException e) {
            letters.add(reject(record, e, e.reason()));
        } catch (UnmappableException e) {
            letters.add(reject(record, e, Refusal.Reason.MALFORMED));
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw e;
            }
            letters.add(reject(record, e, Refusal.Reason.MALFORMED));
        }
    }

    private ProducerRecord<byte[], byte[]> reject(
            ConsumerRecord<byte[], byte[]> record, Exception why, Refusal.Reason reason) {
        metrics.in(SourceKind.KAFKA);
        metrics.rejected(SourceKind.KAFKA, reason);
        return deadLetters.letter(record, why);
    }

    private void submit(
            List<Article> articles,
            List<Context> traces,
            List<ProducerRecord<byte[], byte[]>> letters,
            long next,
            int read)
            throws InterruptedException {
        requireWell();
        Submission step = new Submission(articles, Long.toString(next), read, letters.size(), false)
                .withDeadLetters(letters)
                .traced(traces);
        var unused = writer.put(step).whenComplete((done, thrown) -> {
            if (thrown == null) {
                metrics.written(SourceKind.KAFKA, articles.size());
                committed = next;
            } else {
                failure = thrown;
            }
        });
    }
}
