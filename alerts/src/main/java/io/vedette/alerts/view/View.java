package io.vedette.alerts.view;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.config.ViewConfig;
import io.vedette.runtime.kafka.ConsumerThread;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topics;
import io.vedette.text.watch.query.Entities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the API searches and pages: the alerts and articles of the topics, on this instance's disk.  It is built from the
 * topics alone, so that every instance answers alike and nothing is lost with the disk.
 *
 * <p>Whatever goes wrong makes it not ready; it tries again with growing pauses.  Thread-safe.
 */
public final class View implements Component, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(View.class);

    private final Path folder;
    private final ViewConfig config;
    private final ViewTopics topics;
    private final Entities entities;
    private final Clock clock;
    private final Counter unreadable;
    private final ConsumerThread thread;
    private final Progress progress = new Progress();

    private volatile @Nullable ViewIndex index;
    private volatile @Nullable String problem;
    private volatile boolean caughtUp;
    private volatile long behind = -1;

    /**
     * @param folder where the index lies, for this instance alone
     * @param consumers makes a consumer that reads committed records only and has no group
     * @param entities say which areas a place lies in
     * @param clock says what is too old
     */
    public View(
            Path folder,
            ViewConfig config,
            Topics topics,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Entities entities,
            Clock clock,
            MeterRegistry meters) {
        this.folder = folder;
        this.config = config;
        this.topics = new ViewTopics(topics, config.everyArticle(), config.articles(), config.alerts());
        this.entities = entities;
        this.clock = clock;
        this.unreadable = meters.counter(MetricNames.VIEW_UNREADABLE);
        meters.gauge(MetricNames.VIEW_DOCUMENTS, this, View::documents);
        this.thread = new ConsumerThread("vedette-view", consumers, this::follow, this::failed);
    }

    /** Begins to read, on a thread of its own. */
    public void start() {
        if (config.enabled()) {
            thread.start();
        }
    }

    /** What was found, as it is now; to be closed.  See {@link Found}. */
    public Found found() {
        ViewIndex open = index;
        if (!config.enabled()) {
            throw new ViewNotReadyException("this instance keeps no view: alerts.view.enabled is false");
        }
        if (open == null || !caughtUp) {
            throw new ViewNotReadyException(check().reason());
        }
        try {
            return new Found(open.searchers());
        } catch (AlreadyClosedException e) {
            throw new ViewNotReadyException("the view is being opened again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The alert of that id. */
    public Optional<AlertHit> alert(String id) {
        try (Found found = found()) {
            return found.alert(id);
        }
    }

    /** The article of that id. */
    public Optional<ArticleHit> article(String id) {
        try (Found found = found()) {
            return found.article(id);
        }
    }

    /** Which story the article of that id belongs to; nothing while that is not known. */
    public Optional<Story> story(String article) {
        try (Found found = found()) {
            return found.story(article);
        }
    }

    @Override
    public String name() {
        return "view";
    }

    @Override
    public CheckResult check() {
        String wrong = problem;
        if (!config.enabled()) {
            return CheckResult.pass("switched off");
        } else if (wrong != null) {
            return CheckResult.fail(wrong);
        } else if (caughtUp) {
            return CheckResult.pass((long) documents() + " documents");
        }
        return CheckResult.fail(
                "the view is being built" + (behind < 0 ? "" : "; " + behind + " records are still to be read"));
    }

    @Override
    public void close() {
        thread.close();
    }

    private void follow(Consumer<byte[], byte[]> reading) throws IOException {
        try (ViewIndex opened = ViewIndex.open(folder, content(), config.bufferMegabytes())) {
            index = opened;
            ViewFeed.Settings settings = new ViewFeed.Settings(
                    config.articles(), config.alerts(), config.refresh(), config.commitInterval());
            ViewWriter writer = new ViewWriter(opened, entities);
            new ViewFeed(topics, opened, writer, settings, progress, clock).follow(reading, thread::isClosing);
        } finally {
            index = null;
        }
    }

    /** What makes it another index. */
    private String content() {
        return String.join(",", new HashSet<>(topics.names()).stream().sorted().toList());
    }

    private void failed(Exception cause) {
        if (problem == null) {
            LOG.atWarn().addKeyValue("folder", folder).setCause(cause).log("the view stands still; trying again");
        }
        problem = "the view stands still: "
                + (cause instanceof LockObtainFailedException
                        ? folder + " is in use by another process; give each instance an alerts.view.dir of its own"
                        : Trouble.describe(cause));
    }

    private double documents() {
        ViewIndex open = index;
        try {
            return open == null ? 0 : open.writer().getDocStats().numDocs;
        } catch (AlreadyClosedException e) {
            return 0;
        }
    }

    /** What the feed tells. */
    private final class Progress implements ViewFeed.Listener {

        @Override
        public void caughtUp() {
            if (problem != null || !caughtUp) {
                LOG.atInfo().addKeyValue("documents", documents()).log("the view is up to date");
            }
            problem = null;
            caughtUp = true;
        }

        @Override
        public void behind(long records) {
            behind = records;
        }

        @Override
        public void unreadable() {
            unreadable.increment();
        }
    }
}
