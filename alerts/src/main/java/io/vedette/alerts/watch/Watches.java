package io.vedette.alerts.watch;

import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.WatchMatch;
import io.vedette.text.watch.WatchSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All watches that were read so far, compiled.  One thread puts and removes them, one at a time, while any number of others
 * hold articles against them: an article sees each change wholly or not at all, and nobody waits longer than one change
 * takes, which is microseconds.
 */
public final class Watches {

    private final Map<String, CompiledWatch> byId = new ConcurrentHashMap<>();
    private final WatchSet enabled = new WatchSet();

    /** Of no watches yet. */
    public static Watches empty() {
        return new Watches();
    }

    /** Of these; of several with one id the last counts. */
    public static Watches of(Collection<CompiledWatch> watches) {
        Watches all = new Watches();
        watches.forEach(all::put);
        return all;
    }

    /** Adds a watch, in place of one with the same id. */
    void put(CompiledWatch watch) {
        byId.put(watch.id(), watch);
        if (watch.watch().getEnabled()) {
            enabled.add(watch.entry());
        } else {
            enabled.remove(watch.id());
        }
    }

    void remove(String id) {
        enabled.remove(id);
        byId.remove(id);
    }

    /** Those that are enabled; not to be changed. */
    public WatchSet enabled() {
        return enabled;
    }

    /** The enabled watches that an article matches, each as it was when it matched. */
    public List<WatchMatch> match(MatchableArticle article) {
        return enabled.match(article);
    }

    /** The watch that a match is of, as it was when it matched. */
    public static CompiledWatch of(WatchMatch match) {
        return (CompiledWatch) Objects.requireNonNull(match.entry().attachment(), "a match of another set");
    }

    /** The watch of that id, enabled or not. */
    public Optional<CompiledWatch> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All watches, enabled or not, by id. */
    public List<CompiledWatch> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(CompiledWatch::id))
                .toList();
    }

    public int size() {
        return byId.size();
    }
}
