package io.vedette.alerts.watch;

import io.vedette.text.watch.WatchSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All watches at one moment, compiled.  Immutable and safe to use from many threads at once. */
public final class WatchSnapshot {

    private static final WatchSnapshot EMPTY = new WatchSnapshot(Map.of());

    private final Map<String, CompiledWatch> byId;
    private final WatchSet enabled;

    private WatchSnapshot(Map<String, CompiledWatch> byId) {
        this.byId = byId;
        this.enabled = WatchSet.of(byId.values().stream()
                .filter(compiled -> compiled.watch().getEnabled())
                .map(CompiledWatch::entry)
                .toList());
    }

    public static WatchSnapshot empty() {
        return EMPTY;
    }

    /** A snapshot of these; of several with one id the last counts. */
    public static WatchSnapshot of(Collection<CompiledWatch> watches) {
        TreeMap<String, CompiledWatch> byId = new TreeMap<>();
        watches.forEach(compiled -> byId.put(compiled.id(), compiled));
        return new WatchSnapshot(byId);
    }

    /** Those that are enabled, to hold articles against. */
    public WatchSet enabled() {
        return enabled;
    }

    /** The watch of that id, enabled or not. */
    public Optional<CompiledWatch> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All watches, enabled or not, by id. */
    public List<CompiledWatch> all() {
        return List.copyOf(byId.values());
    }

    public int size() {
        return byId.size();
    }
}
