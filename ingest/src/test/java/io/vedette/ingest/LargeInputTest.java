package io.vedette.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.html.HtmlExtractor;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs of the most bytes that a fetch may bring, made to keep a parser busy; what {@code bench/run fuzz} found worst. */
final class LargeInputTest {

    private static final int BYTES = 10_000_000;
    private static final String ADDRESS = "https://news.example/";

    /** Of a processor, in a JVM that is not warm; they take one second to four, and took minutes. */
    private static final Duration MOST = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<p><b>"})
    void aPageOfOpeningTagsTakesSeconds(String tags) throws Exception {
        byte[] page = full("<html><body><article>It rained.", tags);
        HtmlExtractor extractor = new HtmlExtractor();

        assertThat(cpuTimeOf(
                        () -> assertThat(extractor.extract(page, null, ADDRESS).text())
                                .contains("It rained.")))
                .isLessThan(MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a", "</a"})
    void aPageWithATagThatHasNoEndTakesSeconds(String tag) throws Exception {
        byte[] page = full("<p>It rained.</p>" + tag, "<");

        assertThat(cpuTimeOf(() -> new HtmlExtractor().extract(page, null, ADDRESS)))
                .isLessThan(MOST);
    }

    @Test
    void aPageOfSiblingsTakesSeconds() throws Exception {
        byte[] page = "<svg><p>".repeat(14_000).getBytes(UTF_8);

        assertThat(cpuTimeOf(() -> new HtmlExtractor().extract(page, null, ADDRESS)))
                .isLessThan(MOST);
    }

    @Test
    void aFeedOfItemsWithoutEndTakesSeconds() throws Exception {
        byte[] feed = full("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry><content type='xhtml'>It rained.");

        assertThat(cpuTimeOf(() -> assertThat(new FeedReader()
                                .read(feed, null, URI.create(ADDRESS))
                                .items()
                                .get(0)
                                .article()
                                .text())
                        .isEqualTo("It rained.")))
                .isLessThan(MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a", "</a"})
    void aFeedWithATagThatHasNoEndTakesSeconds(String tag) throws Exception {
        byte[] feed = full("<rss><channel><item><title>Rain</title></item>" + tag, "<");

        assertThat(cpuTimeOf(() -> new FeedReader().read(feed, null, URI.create(ADDRESS))))
                .isLessThan(MOST);
    }

    private interface Reading {

        void run() throws Exception;
    }

    private static Duration cpuTimeOf(Reading reading) throws Exception {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        reading.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }

    private static byte[] full(String start, String piece) {
        return (start + piece.repeat((BYTES - start.length()) / piece.length())).getBytes(UTF_8);
    }
}
