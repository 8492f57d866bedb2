package io.vedette.ingest.kafka;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.IngestConfig;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.IngestProgress;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;

/** Opens writers as the configuration says.  Thread-safe. */
public final class ArticleWriters {

    private static final String BACKFILL = "backfill-";

    private final Lane lane;
    private final WriterSettings settings;
    private final Topics topics;
    private final Clock clock;
    private final Tracing tracing;

    /** Of live articles; connects to nothing yet. */
    public ArticleWriters(Configuration config, Topics topics, Clock clock) {
        this(config, topics, Lane.LIVE, clock, Tracing.off());
    }

    /** Of live articles, whose traces are recorded; connects to nothing yet. */
    public ArticleWriters(Configuration config, Topics topics, Clock clock, Tracing tracing) {
        this(config, topics, Lane.LIVE, clock, tracing);
    }

    /** Of a lane's articles; connects to nothing yet.  What was read into one lane can be read into the other. */
    public ArticleWriters(Configuration config, Topics topics, Lane lane, Clock clock) {
        this(config, topics, lane, clock, Tracing.off());
    }

    private ArticleWriters(Configuration config, Topics topics, Lane lane, Clock clock, Tracing tracing) {
        this.tracing = tracing;
        this.lane = lane;
        IngestConfig ingest = config.ingest();
        KafkaClients clients = new KafkaClients(config.kafka());
        this.settings = new WriterSettings(
                map(clients.producer()),
                map(clients.consumer(null)),
                ingest.transactionalId(),
                lane,
                ingest.bufferCapacity(),
                ingest.batchSize(),
                ingest.linger(),
                ingest.transactionTimeout());
        this.topics = topics;
        this.clock = clock;
    }

    /** A writer for that source, not started yet. */
    public ArticleWriter create(String sourceId) {
        return new ArticleWriter(
                WriterScope.of(lane == Lane.LIVE ? sourceId : BACKFILL + sourceId), settings, topics, clock, tracing);
    }

    /**
     * A writer for the sources of one partition of the topic of sources, and for how they do; not started yet.  It takes
     * over from whoever had the partition before.
     *
     * @param partition from 0
     * @param partitions of that topic
     */
    public ArticleWriter createForPartition(int partition, int partitions) {
        return new ArticleWriter(WriterScope.of(partition, partitions), settings, topics, clock, tracing);
    }

    /** A writer for that source, started; the caller closes it. */
    public ArticleWriter open(String sourceId) {
        ArticleWriter writer = create(sourceId);
        writer.start();
        return writer;
    }

    /**
     * How far the sources of some ids are read, as it was committed last; reads the whole topic.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
     */
    public Map<String, IngestProgress> committed(Predicate<String> ids) {
        return new CommittedReader(
                        settings.consumer(), settings.transactionTimeout().multipliedBy(2))
                .read(topics.ingestState(), partition -> true, ids);
    }

    /** The partition of a source, where Kafka's own partitioner puts it. */
    public static int partitionOf(String sourceId, int partitions) {
        return WriterScope.partitionOf(sourceId, partitions);
    }

    private static Map<String, Object> map(Properties properties) {
        Map<String, Object> map = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
        return map;
    }
}
