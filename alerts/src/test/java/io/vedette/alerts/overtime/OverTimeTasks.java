package io.vedette.alerts.overtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.signal.Signal;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Match;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Story;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import io.vedette.schemas.TrustedRecords;
import io.vedette.schemas.Watch;
import io.vedette.schemas.WatchHistory;
import io.vedette.text.watch.QueryCompiler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.RocksDBStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/** The step that counts over time in as many tasks as there are partitions, each with stores on disk.  Times are in minutes. */
final class OverTimeTasks implements AutoCloseable {

    static final int PARTITIONS = 3;
    static final Duration PATIENCE = Duration.ofHours(1);

    static {
        TrustedRecords.trust();
    }

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://" + UUID.randomUUID()).withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);
    private final Path folder;
    private final Duration historyPatience;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Alert> raised = new ArrayList<>();
    private Watches watches = Watches.of(List.of());
    int late;

    private record Task(OverTimeStep step, MockProcessorContext<String, Signal> context, List<StateStore> stores) {}

    OverTimeTasks(Path folder, Duration historyPatience) {
        this.folder = folder;
        this.historyPatience = historyPatience;
        open();
    }

    private void open() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            Properties properties = new Properties();
            properties.setProperty(StreamsConfig.APPLICATION_ID_CONFIG, "tasks");
            properties.setProperty(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
            Path own = folder.resolve("task" + partition);
            MockProcessorContext<String, Signal> context =
                    new MockProcessorContext<>(properties, new TaskId(1, partition), own.toFile());
            List<StateStore> stores = new ArrayList<>();
            for (StoreBuilder<?> builder : OverTimeStep.stores(topics.matches().valueSerdeAnywhere())) {
                StateStore store = builder.withLoggingDisabled().build();
                store.init(context.getStateStoreContext(), store);
                context.addStateStore(store);
                stores.add(store);
            }
            OverTimeSettings settings = new OverTimeSettings(
                    PARTITIONS, Replay.LATENESS, Duration.ZERO, Duration.ofSeconds(1), historyPatience, () -> watches);
            OverTimeStep step = new OverTimeStep(settings, () -> late++);
            step.init(context);
            tasks.add(new Task(step, context, stores));
        }
    }

    /** As after a crash: what is not in the stores is forgotten. */
    void restart() {
        closeTasks();
        open();
    }

    CompiledWatch watch(String id, String query) {
        return watch(id, query, 1);
    }

    CompiledWatch watch(String id, String query, int version) {
        Watch watch = Watch.newBuilder()
                .setId(id)
                .setTitle(id)
                .setQuery(query)
                .setVersion(version)
                .build();
        CompiledWatch compiled = CompiledWatch.of(watch, new QueryCompiler(new SomeEntities()));
        List<CompiledWatch> others = new ArrayList<>(watches.all());
        others.removeIf(other -> other.watch().getId().equals(id));
        others.add(compiled);
        watches = Watches.of(others);
        return compiled;
    }

    /** What an older version left on disk as its state of a watch: the very bytes, past the serde. */
    void left(String watchId, byte[] state) {
        StateStore store = task(watchId).stores().get(0);
        while (store instanceof WrappedStateStore<?, ?, ?> wrapped) {
            store = wrapped.wrapped();
        }
        byte[] key = ("watch/" + watchId).getBytes(UTF_8);
        ((RocksDBStore) store).put(Bytes.wrap(key), state);
    }

    void noWatch() {
        watches = Watches.of(List.of());
    }

    static Match match(CompiledWatch watch, String article, double minute) {
        return match(watch, article, minute, 0, article);
    }

    static Match match(CompiledWatch watch, String article, double minute, int part, String story) {
        Instant at = Instant.ofEpochMilli(Replay.millis(minute));
        Alert alert = OverTimeAlert.without(watch);
        alert.setArticleId(article);
        alert.setTitle("About " + article);
        return Match.newBuilder()
                .setWatchId(watch.watch().getId())
                .setQueryKey(watch.queryKey())
                .setOperator(Rule.told(watch.query()))
                .setPart(part)
                .setAlert(alert)
                .setAt(at)
                .setArticleAt(at)
                .setStory(Story.newBuilder()
                        .setArticleId(article)
                        .setStoryId(story)
                        .build())
                .build();
    }

    OverTimeTasks live(Match match) {
        return send(match.getWatchId(), new Signal.Matched(match));
    }

    OverTimeTasks live(CompiledWatch watch, String article, double minute) {
        return live(match(watch, article, minute));
    }

    OverTimeTasks history(WatchHistory history) {
        return send(history.getWatchId(), new Signal.Past(history));
    }

    OverTimeTasks found(CompiledWatch watch, String article, double minute) {
        return history(History.match(match(watch, article, minute)));
    }

    OverTimeTasks filled(CompiledWatch watch, double since, double saved) {
        return filled(watch, since, saved, watch.watch().getVersion());
    }

    OverTimeTasks filled(CompiledWatch watch, double since, double saved, long position) {
        return history(History.filled(
                watch,
                Instant.ofEpochMilli(Replay.millis(since)),
                Instant.ofEpochMilli(Replay.millis(saved)),
                position));
    }

    /** All partitions have got so far that nothing counts before that minute any more. */
    OverTimeTasks closed(double minute) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            progress(partition, minute + Replay.LATENESS.toMinutes());
        }
        return this;
    }

    OverTimeTasks progress(int partition, double minute) {
        tasks.forEach(task -> send(task, new Signal.Progress(partition, Instant.ofEpochMilli(Replay.millis(minute)))));
        return this;
    }

    /** Those that were raised since that was asked last. */
    List<Alert> alerts() {
        List<Alert> alerts = List.copyOf(raised);
        raised.clear();
        return alerts;
    }

    /** Everything that is in the stores. */
    long remembered() {
        return tasks.stream()
                .flatMap(task -> task.stores().stream())
                .mapToLong(store -> {
                    long entries = 0;
                    try (var all = ((org.apache.kafka.streams.state.KeyValueStore<?, ?>) store).all()) {
                        while (all.hasNext()) {
                            all.next();
                            entries++;
                        }
                    }
                    return entries;
                })
                .sum();
    }

    private OverTimeTasks send(String watchId, Signal signal) {
        return send(task(watchId), signal);
    }

    private Task task(String watchId) {
        return tasks.get(Utils.toPositive(Utils.murmur2(watchId.getBytes(UTF_8))) % PARTITIONS);
    }

    private OverTimeTasks send(Task task, Signal signal) {
        task.step().process(new Record<>("key", signal, 0));
        task.context().forwarded().forEach(forward -> {
            if (forward.record().value() instanceof Signal.Raised alert) {
                raised.add(alert.alert());
            }
        });
        task.context().resetForwards();
        return this;
    }

    private void closeTasks() {
        tasks.forEach(task -> task.stores().forEach(StateStore::close));
        tasks.clear();
    }

    @Override
    public void close() {
        closeTasks();
        serdes.close();
    }
}
