package io.vedette.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.ingest.kafka.SourceMovedException;
import io.vedette.runtime.config.WatchedFolderConfig;
import io.vedette.text.article.ArticleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the files that are put into a folder and moves them away: to one folder once their articles are committed, to
 * another, with the reason in a file beside it, if they can't be read.  How far it is goes to Kafka with the articles, so that a
 * file that is found again after a crash, read but not moved, is only moved.  One thread of its own.
 */
public final class WatchedFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
    private static final int FILES_AT_ONCE = 100;
    private static final int ID_DIGITS = 16;
    private static final long PAUSE_SECONDS = 10;
    private static final long CLOSE_MILLIS = 10_000;

    private final Path folder;
    private final Path done;
    private final Path failed;
    private final WatchedFolderConfig config;
    private final ArticleWriters writers;
    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** A watch that {@link #start()} begins. */
    public WatchedFolder(
            WatchedFolderConfig config,
            ArticleWriters writers,
            ArticleFactory factory,
            IngestMetrics metrics,
            Clock clock) {
        this.config = config;
        this.folder = config.path().toAbsolutePath().normalize();
        this.done = config.done() == null ? folder.resolve("done") : config.done();
        this.failed = config.failed() == null ? folder.resolve("failed") : config.failed();
        this.writers = writers;
        this.factory = factory;
        this.metrics = metrics;
        this.clock = clock;
        this.thread = new Thread(this::run, "ingest-folder-" + folder.getFileName());
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends between two items, and waits for that a while. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                try (ArticleWriter writer = writers.open(sourceId())) {
                    watch(writer);
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof SourceMovedException) {
                        LOG.error("{} is watched by another process, too: this one leaves it alone", folder);
                        return;
                    }
                    LOG.error("{}: Kafka does not take the articles: {}", folder, String.valueOf(e.getCause()));
                } catch (IOException e) {
                    LOG.error("{} can't be watched: {}", folder, e.toString());
                }
                closing.await(PAUSE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            LOG.debug("{} is no longer watched", folder);
        }
    }

    private void watch(ArticleWriter writer) throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(done);
        Files.createDirectories(failed);
        FolderPosition position = writer.progressAtStart()
                .get()
                .flatMap(progress -> FolderPosition.read(progress.getPosition()))
                .orElse(FolderPosition.NONE);
        FolderRun run = new FolderRun(writer, factory, metrics, position);
        Arrivals arrivals = new Arrivals(folder, config.settle(), clock);
        do {
            List<Path> ready = arrivals.ready();
            if (!ready.isEmpty()) {
                read(ready.subList(0, Math.min(FILES_AT_ONCE, ready.size())), run);
            }
        } while (!closing.await(config.interval().toMillis(), TimeUnit.MILLISECONDS));
    }

    private void read(List<Path> files, FolderRun run) throws IOException, InterruptedException, ExecutionException {
        List<FolderRun.Outcome> outcomes = new ArrayList<>();
        for (Path file : files) {
            outcomes.add(run.read(file));
        }
        run.await();
        for (FolderRun.Outcome outcome : outcomes) {
            move(outcome);
        }
        run.moved();
    }

    private void move(FolderRun.Outcome outcome) throws IOException {
        Path target = free(outcome.readable() ? done : failed, outcome.file());
        if (!outcome.readable()) {
            // first the reason: with a file that has arrived there it is never missing
            Files.writeString(target.resolveSibling(target.getFileName() + ".reason"), reason(outcome), UTF_8);
        }
        Files.move(outcome.file(), target);
        if (outcome.rejected() > 0 || !outcome.readable()) {
            LOG.warn(
                    "{}: {} articles taken, {} refused; {}",
                    outcome.file(),
                    outcome.taken(),
                    outcome.rejected(),
                    outcome.reasons().stream()
                            .findFirst()
                            .map(BadInput::toString)
                            .orElse("it was read before a restart"));
        } else {
            LOG.info("{}: {} articles taken", outcome.file(), outcome.taken());
        }
    }

    private static String reason(FolderRun.Outcome outcome) {
        String counts = outcome.taken() + " articles taken, " + outcome.rejected() + " refused\n";
        return outcome.reasons().stream().map(bad -> bad + "\n").collect(Collectors.joining("", counts, ""));
    }

    /** Nothing is overwritten: a second file of a name gets a number. */
    private static Path free(Path folder, Path file) {
        String name = file.getFileName().toString();
        Path target = folder.resolve(name);
        for (int number = 2; Files.exists(target); number++) {
            target = folder.resolve(number + "-" + name);
        }
        return target;
    }

    private String sourceId() {
        return "folder-" + ArticleId.of(null, folder.toString()).substring(0, ID_DIGITS);
    }
}
