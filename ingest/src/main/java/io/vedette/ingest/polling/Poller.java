package io.vedette.ingest.polling;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.SourceKind;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.health.PollOutcome;
import io.vedette.ingest.health.SourceHealth;
import io.vedette.ingest.health.SourceStatus;
import io.vedette.ingest.item.Hints;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.Submission;
import io.vedette.ingest.polling.Rechecks.Looked;
import io.vedette.ingest.web.Web;
import io.vedette.ingest.web.WebAnswer;
import io.vedette.ingest.web.WebAnswer.Document;
import io.vedette.ingest.web.WebException;
import io.vedette.ingest.web.WebRequest;
import io.vedette.runtime.config.PollingConfig;
import io.vedette.runtime.trace.TraceNames;
import io.vedette.runtime.trace.Work;
import io.vedette.schemas.Article;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Polls sources: fetches, takes what is new, and says when to come again.  Thread-safe. */
final class Poller {

    /** Parts of an index are read by and by: more is remembered than one poll lists. */
    private static final int REMEMBERED_OF_AN_INDEX = 20_000;

    private final Web web;
    private final ListFetcher lists;
    private final Pages pages;
    private final Rechecks rechecks;
    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private final PollingMetrics polls;
    private final SourceHealth health;
    private final PollingConfig config;
    private final Pace pace;
    private final String instance;
    private final Clock clock;

    Poller(Web web, ListReaders readers, SourceHealth health, Surroundings surroundings) {
        LargeDocuments large = new LargeDocuments();
        this.web = web;
        this.config = surroundings.config();
        this.lists = new ListFetcher(web, readers, large, config);
        this.pages = new Pages(web, large);
        this.health = health;
        this.factory = surroundings.factory();
        this.rechecks = new Rechecks(web, factory, config.pagesPerPoll());
        this.metrics = surroundings.metrics();
        this.polls = surroundings.polls();
        this.pace = new Pace(config);
        this.instance = surroundings.instance();
        this.clock = surroundings.clock();
    }

    /** What polls have in common. */
    record Surroundings(
            PollingConfig config,
            ArticleFactory factory,
            IngestMetrics metrics,
            PollingMetrics polls,
            String instance,
            Clock clock) {}

    /** Where a source is asked, and so whose turn it takes. */
    static String host(Source source, ArticleWriter writer) {
        URI address = Pages.address(position(source, writer).fetchFrom());
        return address == null ? "" : address.getHost();
    }

    /**
     * Polls once, and waits until Kafka has what was new.
     *
     * @return when to poll again
     * @throws ExecutionException if Kafka will never take it; the position is as it was
     */
    Instant poll(Source source, ArticleWriter writer) throws InterruptedException, ExecutionException {
        String name = "poll " + source.getKind().toLowerCase(Locale.ROOT);
        try (Work poll = writer.tracing()
                .step(name, SpanKind.INTERNAL, Context.root())
                .note(TraceNames.SOURCE, source.getId())) {
            return poll(source, new OnePoll(source, writer));
        }
    }

    private Instant poll(Source source, OnePoll poll) throws InterruptedException, ExecutionException {
        URI address = Pages.address(poll.since.fetchFrom());
        if (address == null) {
            return poll.failed(
                    PollOutcome.failed(
                            clock.instant(),
                            new WebException(
                                    WebException.Kind.ADDRESS_REFUSED, poll.since.fetchFrom() + " is no address")),
                    null);
        }
        WebAnswer answer;
        try {
            answer = web.fetch(new WebRequest(
                    address,
                    source.getKind().equals("PAGE") || source.getKind().equals("LISTING")
                            ? WebRequest.PAGES
                            : WebRequest.FEEDS,
                    poll.since.etag(),
                    poll.since.lastModified(),
                    source.getEvidence()));
        } catch (WebException e) {
            return e.kind() == WebException.Kind.BUSY
                    ? poll.later(e.retryAfter())
                    : poll.failed(PollOutcome.failed(clock.instant(), e), e.retryAfter());
        }
        if (answer instanceof WebAnswer.Unchanged unchanged) {
            return poll.unchanged(unchanged.freshFor());
        }
        Document document = (Document) answer;
        try {
            return poll.take(lists.read(source, document, poll.since, clock.instant()));
        } catch (UnreadableListException e) {
            String message = String.valueOf(e.getMessage());
            return poll.failed(PollOutcome.unreadable(address, document, message), null);
        }
    }

    /** What to write of a source that a user has paused; null if that is written already. */
    @Nullable
    Submission paused(Source source, ArticleWriter writer) {
        SourceState before = writer.state(source.getId()).orElseGet(() -> SourceHealth.unknown(source.getId()));
        return before.getStatus().equals(SourceStatus.PAUSED.name())
                ? null
                : new Submission(List.of(), null, 0, 0, false)
                        .of(source.getId(), health.paused(before, clock.instant()));
    }

    private static SourcePosition position(Source source, ArticleWriter writer) {
        return writer.progress(source.getId())
                .map(progress -> SourcePosition.read(progress.getPosition(), source.getUrl()))
                .orElseGet(() -> SourcePosition.start(source.getUrl()));
    }

    /** One poll of one source. */
    private final class OnePoll {

        private final Source source;
        private final ArticleWriter writer;
        private final SourcePosition since;
        private final SourceState before;
        private final Duration fixed;

        OnePoll(Source source, ArticleWriter writer) {
            this.source = source;
            this.writer = writer;
            this.since = position(source, writer);
            this.before = writer.state(source.getId()).orElseGet(() -> SourceHealth.unknown(source.getId()));
            this.fixed = Duration.ofMillis(source.getIntervalMillis());
        }

        /** The host was not even asked: that says nothing of the source. */
        Instant later(@Nullable Duration wait) {
            polls.ended("busy");
            Duration atLeast = config.shortest();
            return clock.instant().plus(wait == null || wait.compareTo(atLeast) < 0 ? atLeast : wait);
        }

        Instant failed(PollOutcome.Failed outcome, @Nullable Duration retryAfter)
                throws InterruptedException, ExecutionException {
            polls.ended(outcome.why().label());
            SourceState after = health.after(before, outcome, source);
            Duration interval = interval().isZero() ? pace.first(fixed) : interval();
            Instant next = pace.afterFailure(
                    clock.instant(), interval, after.getFailures(), retryAfter, ThreadLocalRandom.current());
            // where it moved to it may have been lost, and be back where a person said that it is
            String position =
                    since.address() == null ? null : since.movedTo(null).write();
            write(List.of(), position, scheduled(after, interval, next));
            return next;
        }

        Instant unchanged(@Nullable Duration freshFor) throws InterruptedException, ExecutionException {
            polls.ended("unchanged");
            Instant now = clock.instant();
            SourceState after = health.after(before, new PollOutcome.Unchanged(now), source);
            Duration interval = pace.interval(fixed, interval(), 0, 0);
            Instant next = pace.next(now, fixed, interval, since.hints(), freshFor, ThreadLocalRandom.current());
            Looked looked = rechecks.look(source, since.pages(), now);
            SourcePosition reached = since.looking(looked.left());
            String position = reached.equals(since) ? null : reached.write();
            write(looked.removed(), position, scheduled(after, interval, next));
            return next;
        }

        Instant take(Fetched list) throws InterruptedException, ExecutionException {
            Document document = list.document();
            Taking taking = new Taking(
                    source.getId(),
                    kind(),
                    since,
                    writer,
                    factory,
                    metrics,
                    config.itemsPerTransaction(),
                    config.recheck().isZero() ? null : clock.instant().plus(config.recheck()));
            Instant oldest = kind() == SourceKind.SITEMAP ? clock.instant().minus(config.sitemapAge()) : null;
            Drafts drafts = new Drafts(source, list, pages, config.pagesPerPoll());
            boolean all = taking.take(list.items(), drafts, oldest);
            boolean finished = all && list.finished();
            SourcePosition reached = reached(list, taking, all, finished);
            int scrolledOff = !finished || list.index() || kind() == SourceKind.PAGE
                    ? 0
                    : ScrolledOff.count(since.items(), list.items(), before.getLastSuccess());
            PollOutcome outcome = new PollOutcome.Taken(
                    clock.instant(),
                    list.items().size(),
                    taking.fresh(),
                    taking.edited(),
                    taking.fullText(),
                    taking.undated(),
                    scrolledOff,
                    document.movedTo() == null ? moved() : document.movedTo(),
                    list.hints().hub());
            Duration interval = pace.interval(fixed, interval(), taking.fresh(), scrolledOff);
            Instant now = clock.instant();
            Instant next = finished
                    ? pace.next(now, fixed, interval, list.hints(), document.freshFor(), ThreadLocalRandom.current())
                    : now.plus(config.shortest());
            SourceState after = health.after(before, outcome, source);
            Looked looked = rechecks.look(source, reached.pages(), now);
            taking.addRemoved(looked.removed());
            taking.commit(reached.looking(looked.left()), scheduled(after, interval, next));
            polls.ended("read");
            return next;
        }

        private SourcePosition reached(Fetched list, Taking taking, boolean all, boolean finished) {
            Document document = list.document();
            URI moved = document.movedTo();
            SourcePosition reached = finished
                    ? new SourcePosition(
                            since.url(),
                            since.address(),
                            document.etag(),
                            document.lastModified(),
                            since.items().after(taking.taken(), list.index() ? REMEMBERED_OF_AN_INDEX : 0),
                            list.parts(),
                            new Hints(
                                    list.hints().ttl(),
                                    list.hints().skipHours(),
                                    list.hints().skipDays(),
                                    null,
                                    null),
                            taking.pages())
                    : since.unfinished(taking.taken(), all ? list.parts() : since.parts())
                            .looking(taking.pages());
            return moved == null ? reached : reached.movedTo(moved.toString());
        }

        /** It is asked there since it has moved, and does not say so again. */
        private @Nullable URI moved() {
            return since.address() == null ? null : Pages.address(since.address());
        }

        private void write(List<Article> articles, @Nullable String position, SourceState state)
                throws InterruptedException, ExecutionException {
            articles.forEach(article -> metrics.in(kind()));
            writer.put(new Submission(articles, position, articles.size(), 0, false).of(source.getId(), state))
                    .get();
            metrics.written(kind(), articles.size());
        }

        private SourceState scheduled(SourceState after, Duration interval, Instant next) {
            after.setIntervalMillis(interval.toMillis());
            after.setNextPoll(next);
            after.setInstance(instance);
            return after;
        }

        private Duration interval() {
            return Duration.ofMillis(before.getIntervalMillis());
        }

        private SourceKind kind() {
            return switch (source.getKind()) {
                case "SITEMAP" -> SourceKind.SITEMAP;
                case "LISTING" -> SourceKind.LISTING;
                case "PAGE" -> SourceKind.PAGE;
                default -> SourceKind.FEED;
            };
        }
    }
}
