package io.vedette.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.vedette.runtime.metrics.BoundedCounters;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Lane;
import io.vedette.text.article.ArticleMark;
import io.vedette.text.story.Assignment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What enrichment counts and times.  What is read is the sum of what is enriched, repeated and dead-lettered, but bytes
 * that are no article never count as read, and an aborted transaction makes its articles count again.
 */
public final class EnrichMetrics {

    private static final String SERVICE = "enrich";

    private static final Duration LONGEST_DELAY = Duration.ofDays(36_500);

    private final MeterRegistry registry;
    private final Tags lane;
    private final BoundedCounters mentions;
    private final BoundedCounters claims;
    private final Counter read;
    private final Counter enriched;
    private final Counter repeated;
    private final Counter begun;
    private final Counter joined;
    private final Counter copied;
    private final AtomicInteger stories;
    private final Counter claimsShed;
    private final Counter mentionsShed;
    private final Timer accepting;
    private final Timer tagging;
    private final Timer fitting;
    private final Timer assigning;
    private final Timer outletToAppend;

    /** @param lane whose articles are counted: a tag where both lanes count the same */
    public EnrichMetrics(Lane lane, MeterRegistry registry) {
        this.registry = registry;
        String name = lane.name().toLowerCase(Locale.ROOT);
        this.lane = Tags.of("lane", name);
        String service = lane == Lane.LIVE ? SERVICE : SERVICE + '-' + name;
        read = registry.counter(MetricNames.ENRICH_IN, this.lane);
        enriched = registry.counter(MetricNames.ARTICLES_ENRICHED, this.lane);
        repeated = registry.counter(MetricNames.ARTICLES_REPEATED, this.lane);
        mentions = new BoundedCounters(registry, MetricNames.MENTIONS, "type", this.lane);
        claims = new BoundedCounters(registry, MetricNames.CLAIMS, "type", this.lane);
        begun = registry.counter(MetricNames.STORIES_BEGUN);
        joined = registry.counter(MetricNames.STORIES_JOINED, "text", "independent");
        copied = registry.counter(MetricNames.STORIES_JOINED, "text", "copy");
        stories = new AtomicInteger();
        // the backfill lane has no stories; where both run in one process, the live one comes first
        if (registry.find(MetricNames.STORIES_OPEN).gauge() == null) {
            Gauge.builder(MetricNames.STORIES_OPEN, stories, AtomicInteger::get).register(registry);
        }
        claimsShed = shed(registry, SizeLimit.CLAIMS);
        mentionsShed = shed(registry, SizeLimit.MENTIONS);
        accepting = Metrics.stage(registry, service, "accept");
        tagging = Metrics.stage(registry, service, "tag");
        fitting = Metrics.stage(registry, service, "fit");
        assigning = Metrics.stage(registry, service, "assign-story");
        outletToAppend = Metrics.timeOutletToAppend(registry, name);
    }

    private static Counter shed(MeterRegistry registry, String what) {
        return registry.counter(MetricNames.RECORDS_TRUNCATED, "service", SERVICE, "shed", what);
    }

    <T> T accepting(Supplier<T> work) {
        read.increment();
        return timed(accepting, work);
    }

    <T> T tagging(Supplier<T> work) {
        return timed(tagging, work);
    }

    <T> T fitting(Supplier<T> work) {
        return timed(fitting, work);
    }

    <T> T assigning(Supplier<T> work) {
        return timed(assigning, work);
    }

    void assigned(Assignment made, int open) {
        (made.first() ? begun : made.copyOf() == null ? joined : copied).increment();
        stories(open);
    }

    void stories(int open) {
        stories.set(open);
    }

    void accepted(Article article, Instant acceptedAt) {
        Instant published = article.getPublishedAt();
        if (published != null && datedByItsOutlet(article)) {
            Duration delay = Duration.between(published, acceptedAt);
            // a timer counts in nanoseconds, which end after 292 years; a date before that is a mistake of the outlet
            outletToAppend.record(delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY);
        }
    }

    void repeat() {
        repeated.increment();
    }

    void enriched(EnrichedArticle article, List<String> changed) {
        enriched.increment();
        changed.forEach(change -> registry.counter(
                        MetricNames.ARTICLES_REVISED, lane.and("changed", change.toLowerCase(Locale.ROOT)))
                .increment());
        article.getMentions().forEach(mention -> mentions.increment(mention.getType()));
        article.getClaims().forEach(claim -> claims.increment(claim.getType()));
        if (article.getTruncated().contains(SizeLimit.CLAIMS)) {
            claimsShed.increment();
        }
        if (article.getTruncated().contains(SizeLimit.MENTIONS)) {
            mentionsShed.increment();
        }
    }

    private static boolean datedByItsOutlet(Article article) {
        return !article.getMarks().contains(ArticleMark.DATE_ASSUMED.name())
                && !article.getMarks().contains(ArticleMark.DATE_CLAMPED.name());
    }

    private static <T> T timed(Timer timer, Supplier<T> work) {
        Timer.Sample sample = Timer.start();
        try {
            return work.get();
        } finally {
            sample.stop(timer);
        }
    }
}
