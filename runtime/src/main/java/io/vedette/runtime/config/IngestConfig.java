package io.vedette.runtime.config;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
 * @param httpEnabled whether {@code POST /api/articles} is answered
 * @param userAgent what the fetcher calls itself
 * @param fetchTimeout for one fetch from connecting to the last byte
 * @param fetchLimitBytes the largest page or feed that is taken
 * @param sources what may be defined as a source
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
        @Default("true") boolean httpEnabled,
        @Default("Vedette") String userAgent,
        @Default("20s") Duration fetchTimeout,
        @Default("10485760") int fetchLimitBytes,
        SourcesConfig sources) {

    public IngestConfig {
        Require.range("textLimitBytes", textLimitBytes, 1_024, 524_288);
        Require.range("bufferCapacity", bufferCapacity, 1, 1_000_000);
        Require.range("batchSize", batchSize, 1, 100_000);
        Require.atLeast("linger", linger, Duration.ZERO);
        Require.atLeast("transactionTimeout", transactionTimeout, Duration.ofSeconds(1));
        Require.notBlank("transactionalId", transactionalId);
        Require.notBlank("userAgent", userAgent);
        Require.atLeast("fetchTimeout", fetchTimeout, Duration.ofMillis(100));
        Require.range("fetchLimitBytes", fetchLimitBytes, 1_024, 1 << 30);
        files = List.copyOf(files);
        feeds = List.copyOf(feeds);
        Set<String> ids = new HashSet<>();
        for (Feed feed : feeds) {
            if (!ids.add(feed.id())) {
                throw new InvalidValueException("feeds", "has two feeds with the id \"" + feed.id() + "\"; rename one");
            }
        }
    }
}
