package io.vedette.alerts.watch;

import io.vedette.alerts.signal.AlertId;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.WatchEntry;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.QueryException;
import java.time.Instant;

/**
 * A watch with its query ready to be asked.
 *
 * @param watch as it stands on the topic; not to be changed
 * @param query compiled
 * @param options what it has beside its query
 * @param queryKey the same for all queries that ask the same; part of an alert's id
 */
public record CompiledWatch(Watch watch, WatchOptions options, WatchQuery query, String queryKey) {

    /**
     * Compiles a watch as the topic has it.
     *
     * @throws QueryException if its query is none
     * @throws IllegalArgumentException if another part is wrong
     */
    public static CompiledWatch of(Watch watch, QueryCompiler queries) {
        WatchDefinition parts =
                WatchDefinition.of(watch.getId(), watch.getTitle(), watch.getQuery(), watch.getSeverity());
        WatchQuery query = queries.compile(parts.query());
        return new CompiledWatch(watch, WatchOptions.of(watch), query, AlertId.queryKey(query.normalised()));
    }

    /**
     * Compiles a watch that nobody has written yet.
     *
     * @throws QueryException if its query is none
     */
    public static CompiledWatch of(WatchDefinition watch, boolean enabled, QueryCompiler queries) {
        WatchQuery query = queries.compile(watch.query());
        Watch record = WatchRecord.of(watch)
                .setQuery(query.toString())
                .setEnabled(enabled)
                .build();
        return new CompiledWatch(record, watch.options(), query, AlertId.queryKey(query.normalised()));
    }

    /** Whether it raises anything at that time. */
    public boolean isValidAt(Instant time) {
        return options.isValidAt(time);
    }

    String id() {
        return watch.getId();
    }

    WatchEntry entry() {
        return new WatchEntry(watch.getId(), watch.getVersion(), query, this);
    }
}
