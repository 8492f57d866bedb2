package io.vedette.ingest.source;

import io.vedette.schemas.Source;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sources of the topic and the feeds of the configuration; of two with one id that of the configuration, as in polling. */
final class KnownSources {

    private final SourceStore store;
    private final Map<String, Source> configured;

    KnownSources(SourceStore store, List<Source> configured) {
        this.store = store;
        this.configured = configured.stream().collect(Collectors.toUnmodifiableMap(Source::getId, Function.identity()));
    }

    Optional<Source> get(String id) {
        return Optional.ofNullable(configured.get(id)).or(() -> store.get(id).map(StoredSource::source));
    }

    /** By id. */
    Collection<Source> all() {
        TreeMap<String, Source> all = new TreeMap<>();
        store.all().forEach(stored -> all.put(stored.id(), stored.source()));
        all.putAll(configured);
        return all.values();
    }

    /** Whether it can't be changed here. */
    boolean isConfigured(String id) {
        return configured.containsKey(id);
    }
}
