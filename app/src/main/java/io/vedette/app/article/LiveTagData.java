package io.vedette.app.article;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.config.TaggingConfig;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.text.gazetteer.Gazetteer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What tagging and watches lean on at this moment.  Once {@link #start} was called it follows the folder {@code
 * tagging.gazetteer}: when its files have changed, the gazetteer is read anew on a thread of its own and takes the place of the
 * old one from one call of {@link #get} to the next.  Files that are wrong are refused, with the reason in the log, in the
 * health and in a metric, and what was in use stays.
 *
 * <p>Whoever needs several things that go together asks once and takes them all from what it got.  Thread-safe.
 */
public final class LiveTagData implements Supplier<TagData>, Component, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTagData.class);

    private final Supplier<TagData> first;
    private final @Nullable Path folder;
    private final Duration interval;
    private final @Nullable FolderChanges changes;
    private final MultiGauge versions;
    private final Counter taken;
    private final Counter refused;

    private volatile @Nullable TagData now;
    private volatile @Nullable String problem;
    private @Nullable ScheduledExecutorService looking;

    /**
     * Reads nothing yet.
     *
     * @param first gives what is in use at first; asked once, when somebody needs it
     * @param meters gets the version in use, and what became of changed files
     */
    public LiveTagData(TaggingConfig config, Supplier<TagData> first, MeterRegistry meters) {
        this.first = first;
        this.folder = config.gazetteer();
        this.interval = config.reload().interval();
        this.changes = folder == null || interval.isZero() ? null : new FolderChanges(folder);
        this.versions = MultiGauge.builder(MetricNames.GAZETTEER).register(meters);
        this.taken = meters.counter(MetricNames.GAZETTEER_LOADS, "outcome", "taken");
        this.refused = meters.counter(MetricNames.GAZETTEER_LOADS, "outcome", "refused");
        meters.gauge(MetricNames.GAZETTEER_REFUSED, this, live -> live.problem == null ? 0 : 1);
    }

    /**
     * What is in use.
     *
     * @throws io.vedette.runtime.StartupException if it has to be read first and is wrong
     */
    @Override
    public TagData get() {
        TagData known = now;
        return known == null ? readFirst() : known;
    }

    private synchronized TagData readFirst() {
        TagData known = now;
        if (known == null) {
            known = first.get();
            use(known);
        }
        return known;
    }

    private void use(TagData data) {
        now = data;
        versions.register(
                List.of(MultiGauge.Row.of(Tags.of("version", data.gazetteer().version()), 1)), true);
    }

    /** Begins to follow the folder, if there is one and somebody needs what is in it. */
    public synchronized void start() {
        if (changes != null && now != null && looking == null) {
            looking = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "vedette-gazetteer");
                thread.setDaemon(true);
                return thread;
            });
            looking.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Looks once whether there is something new, and takes it if so.  For one thread. */
    void look() {
        FolderChanges following = changes;
        Path from = folder;
        if (following == null || from == null) {
            return;
        }
        try {
            if (following.due()) {
                TagData read = again(from, get());
                if (following.unchanged()) {
                    take(read);
                }
            }
        } catch (IOException e) {
            following.forget(); // a folder that is away comes back as it was
            refuse("tagging.gazetteer, " + from + " can't be read: " + e);
        } catch (RuntimeException | OutOfMemoryError e) {
            // two gazetteers are in memory for a moment; without room for both the old one goes on
            refuse(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static TagData again(Path folder, TagData before) throws IOException {
        GazetteerFiles files = GazetteerFiles.of(folder);
        if (files.version().equals(before.gazetteer().version())) {
            return before;
        }
        Gazetteer gazetteer = files.read();
        return before.with(gazetteer);
    }

    private void take(TagData read) {
        TagData before = get();
        String version = read.gazetteer().version();
        if (read != before) {
            use(read);
            taken.increment();
            LOG.atInfo()
                    .addKeyValue("version", version)
                    .addKeyValue("before", before.gazetteer().version())
                    .addKeyValue("entities", read.gazetteer().size())
                    .log("a new gazetteer is in use");
        } else if (problem != null) {
            LOG.atInfo().addKeyValue("version", version).log("the files of the gazetteer are those in use again");
        }
        problem = null;
    }

    private void refuse(String reason) {
        if (!reason.equals(problem)) {
            refused.increment();
            LOG.atWarn()
                    .addKeyValue("version", get().gazetteer().version())
                    .log("changed files of the gazetteer are refused, the old one stays in use: {}", reason);
        }
        problem = reason;
    }

    @Override
    public String name() {
        return "gazetteer";
    }

    /** Always fine: refused files keep nobody from working.  The remark says what is in use, and why something is not. */
    @Override
    public CheckResult check() {
        TagData known = now;
        if (known == null) {
            return CheckResult.pass("not read yet");
        }
        String reason = problem;
        String use = "version " + known.gazetteer().version();
        return CheckResult.pass(reason == null ? use : use + "; changed files are refused: " + reason);
    }

    @Override
    public synchronized void close() {
        if (looking != null) {
            looking.shutdownNow();
        }
    }
}
