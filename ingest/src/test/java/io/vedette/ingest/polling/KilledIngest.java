package io.vedette.ingest.polling;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.file.FileIngest;
import io.vedette.ingest.file.IngestListener;
import io.vedette.ingest.kafka.ArticleWriters;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A process that polls sources and reads a file, until it is killed. */
public final class KilledIngest {

    private KilledIngest() {}

    /** Takes the brokers, the port of the web, and the file. */
    public static void main(String[] args) throws Exception {
        Map<String, String> small = Map.of(
                "ingest.polling.instanceId", "killed",
                "ingest.polling.itemsPerTransaction", "3",
                "ingest.batchSize", "5",
                "ingest.linger", "1ms");
        Instance instance = new Instance(args[0], Integer.parseInt(args[1]), small);
        new FileIngest(
                        new ArticleWriters(instance.config, instance.topics, Clock.systemUTC()),
                        new ArticleFactory(10_000, Clock.systemUTC()),
                        new IngestMetrics(new SimpleMeterRegistry()))
                .run(List.of(Path.of(args[2])), IngestListener.NONE);
        Thread.currentThread().join();
    }
}
