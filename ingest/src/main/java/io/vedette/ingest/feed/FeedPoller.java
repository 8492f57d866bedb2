package io.vedette.ingest.feed;

import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.SourceKind;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.RefusedArticleException;
import io.vedette.ingest.feed.FeedFetcher.Fetched;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.Submission;
import io.vedette.runtime.config.Feed;
import io.vedette.schemas.Article;
import io.vedette.text.article.ArticleId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls one feed: what is new in it goes out with the new position in one transaction.  For one thread at a time. */
final class FeedPoller {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);

    private static final int KEY_DIGITS = 16;
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final FeedReader reader = new FeedReader();
    private final Feed feed;
    private final FeedFetcher fetcher;
    private final ArticleFactory factory;
    private final ArticleWriter writer;
    private final IngestMetrics metrics;
    private @Nullable FeedPosition position;
    private int failures;

    FeedPoller(Feed feed, FeedFetcher fetcher, ArticleFactory factory, ArticleWriter writer, IngestMetrics metrics) {
        this.feed = feed;
        this.fetcher = fetcher;
        this.factory = factory;
        this.writer = writer;
        this.metrics = metrics;
    }

    /** Polls once, and waits until Kafka has what was new; a feed that fails is logged. */
    void poll() throws InterruptedException {
        try {
            FeedPosition since = position();
            Optional<Fetched> fetched = fetcher.fetch(feed.url(), since);
            if (fetched.isPresent()) {
                take(fetched.get(), since);
            }
            metrics.polled(fetched.isPresent() ? "ok" : "unchanged");
            failures = 0;
        } catch (FeedException e) {
            metrics.polled("failed");
            failures++;
            LOG.warn("feed {}: {}; next try in {}", feed.id(), e.getMessage(), pause());
        } catch (ExecutionException e) {
            failures++;
            position = null;
            LOG.warn("feed {}: its articles were not written: {}", feed.id(), String.valueOf(e.getCause()));
        }
    }

    /** How long to wait for the next poll: the interval, doubled for each failure in a row up to six hours. */
    Duration pause() {
        Duration doubled = feed.interval().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration longest = LONGEST_PAUSE.compareTo(feed.interval()) > 0 ? LONGEST_PAUSE : feed.interval();
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private FeedPosition position() throws InterruptedException, ExecutionException {
        if (position == null) {
            position = writer.progressAtStart()
                    .get()
                    .map(progress -> FeedPosition.read(progress.getPosition()))
                    .orElse(FeedPosition.START);
        }
        return position;
    }

    private void take(Fetched fetched, FeedPosition since)
            throws FeedException, InterruptedException, ExecutionException {
        List<Item> items = items(fetched);
        Set<String> seen = new HashSet<>(since.seen());
        List<Article> articles = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        int read = 0;
        int rejected = 0;
        for (Item item : items) {
            String key = ArticleId.of(null, item.key()).substring(0, KEY_DIGITS);
            keys.add(key);
            if (seen.add(key)) {
                read++;
                rejected += addTo(articles, item.article()) ? 0 : 1;
            }
        }
        FeedPosition next = since.after(fetched.etag(), fetched.lastModified(), keys);
        if (!next.equals(since)) {
            writer.put(new Submission(articles, next.write(), read, rejected, false))
                    .get();
            metrics.written(SourceKind.FEED, articles.size());
        }
        position = next;
    }

    private List<Item> items(Fetched fetched) throws FeedException {
        try {
            return reader.read(fetched.body(), fetched.contentType(), feed.url())
                    .items();
        } catch (UnreadableListException e) {
            throw new FeedException(String.valueOf(e.getMessage()));
        }
    }

    /** An item without a text goes in with its headline, under the name that the configuration gives its outlet. */
    private boolean addTo(List<Article> articles, ArticleInput item) {
        metrics.in(SourceKind.FEED);
        try {
            ArticleInput named = feed.source() == null ? item : item.withSource(feed.source());
            articles.add(factory.of(item.text() == null ? named.withText(item.title()) : named));
            return true;
        } catch (RefusedArticleException e) {
            metrics.rejected(SourceKind.FEED, e.reason());
            return false;
        }
    }
}
