package io.vedette.alerts.sources;

import io.vedette.schemas.Source;
import io.vedette.schemas.SourceChange;
import io.vedette.schemas.SourceState;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Of the states of sources, those that differ from the state before in status or its beginning; by {@link
 * SourceHealthWatch#ID}.  A source that is met for the first time is told of only if it is unhealthy, so that the states
 * that a compacted topic holds tell nothing anew.
 *
 * <p>State is written after forwarding: if the record fails, nothing remembers it as done.
 */
public final class SourceChanges extends ContextualProcessor<String, SourceState, String, SourceChange> {

    /** By source id: its status and since when. */
    public static final String STATUSES = "source-statuses";

    /** The sources, as a table. */
    public static final String SOURCES = "sources";

    private @Nullable KeyValueStore<String, String> statuses;
    private @Nullable TimestampedKeyValueStore<String, Source> sources;

    @Override
    public void init(ProcessorContext<String, SourceChange> context) {
        super.init(context);
        statuses = context.getStateStore(STATUSES);
        sources = context.getStateStore(SOURCES);
    }

    @Override
    public void process(Record<String, SourceState> record) {
        String id = record.key();
        SourceState state = record.value();
        KeyValueStore<String, String> known = Objects.requireNonNull(statuses, "init was not called");
        String before = known.get(id);
        String now = state == null ? "" : mark(state);
        if (now.equals(before == null ? "" : before)) {
            return;
        }
        if (before != null || state != null && SourceHealthWatch.isUnhealthy(state.getStatus())) {
            context().forward(record.withKey(SourceHealthWatch.ID).withValue(change(id, state)));
        }
        known.put(id, state == null ? null : now);
    }

    private static String mark(SourceState state) {
        return state.getStatus()
                + (state.getSince() == null ? "" : " " + state.getSince().toEpochMilli());
    }

    private SourceChange change(String id, @Nullable SourceState state) {
        ValueAndTimestamp<Source> known =
                Objects.requireNonNull(sources, "init was not called").get(id);
        Source source = known == null ? null : known.value();
        SourceChange.Builder change = SourceChange.newBuilder()
                .setSourceId(id)
                .setName(source == null || source.getName() == null ? id : source.getName())
                .setUrl(source == null ? null : source.getUrl());
        if (state != null) {
            change.setStatus(state.getStatus())
                    .setReason(state.getReason())
                    .setSince(state.getSince())
                    .setLastSuccess(state.getLastSuccess())
                    .setLastNewItem(state.getLastNewItem());
        }
        return change.build();
    }
}
