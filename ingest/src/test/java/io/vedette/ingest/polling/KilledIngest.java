package io.vedette.ingest.polling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.file.FileIngest;
import io.vedette.ingest.file.IngestListener;
import io.vedette.ingest.html.HtmlExtractor;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.schemas.AvroSerdes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A process that polls sources and reads files, each in a thread of its own, until it is killed.  It begins once a byte comes
 * in, with its classes loaded, so that it may wait for the end of its predecessor; and ends when nobody is there any longer
 * to kill it.
 */
public final class KilledIngest {

    private KilledIngest() {}

    /** Takes the brokers, the port of the web, and the files. */
    public static void main(String[] args) throws Exception {
        warmUp(args[0]);
        if (System.in.read() < 0) {
            return;
        }
        Map<String, String> small = Map.of(
                "ingest.polling.instanceId", "killed",
                "ingest.polling.itemsPerTransaction", "3",
                "ingest.batchSize", "5",
                "ingest.linger", "1ms");
        Instance instance = new Instance(args[0], Integer.parseInt(args[1]), small);
        for (String file : List.of(args).subList(2, args.length)) {
            new Thread(() -> read(instance, Path.of(file)), file).start();
        }
        while (System.in.read() >= 0) {
            // one byte is all that comes
        }
        Runtime.getRuntime().halt(0);
    }

    private static void read(Instance instance, Path file) {
        try {
            new FileIngest(
                            new ArticleWriters(instance.config, instance.topics, Clock.systemUTC()),
                            new ArticleFactory(10_000, Clock.systemUTC()),
                            new IngestMetrics(new SimpleMeterRegistry()))
                    .run(List.of(file), IngestListener.NONE);
        } catch (IOException | InterruptedException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void warmUp(String brokers) throws UnreadableListException {
        try (AvroSerdes serdes = Instance.serdes()) {
            Instance.topics(serdes);
        }
        new HtmlExtractor().extract("<p>It rained.".getBytes(UTF_8), null, "");
        new FeedReader()
                .read("<rss><item>It rained.</item></rss>".getBytes(UTF_8), null, URI.create("http://a.example/"));
        new KafkaProducer<>(Map.of("bootstrap.servers", brokers), new StringSerializer(), new StringSerializer())
                .close(Duration.ZERO);
    }
}
