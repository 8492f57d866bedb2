package io.vedette.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sources and how their articles go into Kafka.
 *
 * @param textLimitBytes an article's text is cut there, in bytes of UTF-8, and marked
 * @param bufferCapacity articles that are accepted and wait for Kafka; a full buffer answers 503
 * @param batchSize the most articles of one transaction
 * @param linger how long a batch waits for more
 * @param transactionTimeout after which the broker aborts a transaction whose producer is gone
 * @param transactionalId the start of the transactional ids; a source's partition follows
 * @param files files and folders to read: JSON Lines, plain text, HTML, each also as {@code .gz}
 * @param feeds feeds to poll
 * @param folders folders whose files are read and moved away
 * @param kafka topics of others that have articles
 * @param httpEnabled whether {@code POST /api/articles} is answered
 * @param push what {@code POST /api/articles} takes, and from whom
 * @param mappings folder of mappings of one's own; null for none
 * @param sources what may be defined as a source
 * @param polling how sources are polled
 * @param web how the web is asked
 * @param evidence where fetched bytes are kept
 * @param health when a source is called unhealthy
 */
public record IngestConfig(
        @Default("262144") int textLimitBytes,
        @Default("2000") int bufferCapacity,
        @Default("500") int batchSize,
        @Default("20ms") Duration linger,
        @Default("10s") Duration transactionTimeout,
        @Default("vedette-ingest") String transactionalId,
        @Default("") List<String> files,
        @Default("") List<Feed> feeds,
        @Default("") List<WatchedFolderConfig> folders,
        @Default("") List<TopicSourceConfig> kafka,
        @Default("true") boolean httpEnabled,
        PushConfig push,
        @Nullable Path mappings,
        SourcesConfig sources,
        PollingConfig polling,
        WebConfig web,
        EvidenceConfig evidence,
        HealthConfig health) {

    public IngestConfig {
        Require.range("textLimitBytes", textLimitBytes, 1_024, 524_288);
        Require.range("bufferCapacity", bufferCapacity, 1, 1_000_000);
        Require.range("batchSize", batchSize, 1, 100_000);
        Require.atLeast("linger", linger, Duration.ZERO);
        Require.atLeast("transactionTimeout", transactionTimeout, Duration.ofSeconds(1));
        Require.notBlank("transactionalId", transactionalId);
        files = List.copyOf(files);
        feeds = List.copyOf(feeds);
        folders = List.copyOf(folders);
        kafka = List.copyOf(kafka);
        requireDifferent("kafka", kafka.stream().map(TopicSourceConfig::id).toList());
        Set<String> ids = new HashSet<>();
        for (Feed feed : feeds) {
            if (!ids.add(feed.id())) {
                throw new InvalidValueException("feeds", "has two feeds with the id \"" + feed.id() + "\"; rename one");
            }
        }
    }

    private static void requireDifferent(String component, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new InvalidValueException(component, "has two with the id \"" + id + "\"; rename one");
            }
        }
    }
}
