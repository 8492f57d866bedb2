package io.vedette.ingest.feed;

import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.web.UserAgent;
import io.vedette.runtime.config.Feed;
import io.vedette.runtime.config.IngestConfig;
import io.vedette.runtime.config.WebConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls feeds on their schedules, a few at a time.  Thread-safe. */
public final class FeedSources implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSources.class);
    private static final int AT_A_TIME = 4;

    private final ScheduledExecutorService schedule;
    private final FeedFetcher fetcher;
    private final ArticleFactory factory;
    private final IngestMetrics metrics;

    /** Polls nothing yet. */
    public FeedSources(IngestConfig config, ArticleFactory factory, IngestMetrics metrics) {
        this.factory = factory;
        this.metrics = metrics;
        this.schedule = Executors.newScheduledThreadPool(AT_A_TIME, work -> {
            Thread thread = new Thread(work, "ingest-feeds");
            thread.setDaemon(true);
            return thread;
        });
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(config.web().timeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        WebConfig web = config.web();
        this.fetcher = new FeedFetcher(client, UserAgent.of(web).toString(), web.timeout(), web.limitBytes());
    }

    /** The id of a feed's source. */
    public static String id(Feed feed) {
        return "feed-" + feed.id();
    }

    /** Begins to poll a feed at once, and goes on until this is closed; its articles go to that writer. */
    public void add(Feed feed, ArticleWriter writer) {
        FeedPoller poller = new FeedPoller(feed, fetcher, factory, writer, metrics);
        schedule(poller, Duration.ZERO);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a poll handles its failures itself
    private void schedule(FeedPoller poller, Duration pause) {
        schedule.schedule(() -> pollAndGoOn(poller), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void pollAndGoOn(FeedPoller poller) {
        try {
            poller.poll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            LOG.error("a poll failed in a way that was not foreseen", e);
        }
        if (!schedule.isShutdown()) {
            schedule(poller, poller.pause());
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
