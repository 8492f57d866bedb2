package io.vedette.alerts.overtime;

import io.vedette.alerts.signal.Signal;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Match;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Takes the matches of queries over time, what the retained articles say of new ones, and says when what they ask for has come; passes on everything else. */
public final class OverTimeStep extends ContextualProcessor<String, Signal, String, Signal> {

    /** A store that it needs. */
    public static final String STORE = "over-time";

    /** The other one. */
    public static final String APART = "over-time-apart";

    private final OverTimeSettings settings;
    private final Runnable late;
    private @Nullable OverTimeMemory memory;

    /** @param late called for each match that came too late to count */
    public OverTimeStep(OverTimeSettings settings, Runnable late) {
        this.settings = settings;
        this.late = late;
    }

    /**
     * Builds those stores.
     *
     * @param matches writes and reads matches
     */
    public static List<StoreBuilder<?>> stores(Serde<Match> matches) {
        return List.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.String(), OverTimeStateSerde.create()),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(APART), Serdes.String(), matches));
    }

    @Override
    public void init(ProcessorContext<String, Signal> context) {
        super.init(context);
        memory = new OverTimeMemory(
                new OverTimeStates(context.getStateStore(STORE)),
                new Apart(context.getStateStore(APART)),
                settings,
                context.taskId().partition());
    }

    @Override
    public void process(Record<String, Signal> record) {
        BiConsumer<Alert, @Nullable String> raised = (alert, trace) ->
                context().forward(record.withKey(alert.getWatchId()).withValue(new Signal.Raised(alert, trace)));
        if (record.value() instanceof Signal.Matched matched
                && !matched.match().getOperator().isEmpty()) {
            if (!memory().match(matched.match(), raised)) {
                late.run();
            }
            return;
        }
        if (record.value() instanceof Signal.Past past) {
            memory().history(past.history());
            return;
        }
        if (record.value() instanceof Signal.Progress progress) {
            memory().progress(progress.partition(), progress.time(), raised);
        }
        context().forward(record);
    }

    private OverTimeMemory memory() {
        if (memory == null) {
            throw new IllegalStateException("init was not called");
        }
        return memory;
    }
}
