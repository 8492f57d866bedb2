package io.vedette.alerts.watch;

import io.vedette.text.Location;
import io.vedette.text.MentionKind;
import io.vedette.text.watch.query.Completion;
import io.vedette.text.watch.query.Described;
import io.vedette.text.watch.query.Entities;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The names of the moment, for whoever answers a single question: each call asks those that are in use then.  What has to see
 * the same names throughout asks the supplier once.
 *
 * @param names gives those in use
 */
public record CurrentEntities(Supplier<? extends Entities> names) implements Entities {

    @Override
    public Set<String> actors(String name) {
        return names.get().actors(name);
    }

    @Override
    public Set<String> places(String name) {
        return names.get().places(name);
    }

    @Override
    public @Nullable Described describe(String id) {
        return names.get().describe(id);
    }

    @Override
    public List<Completion> completions(MentionKind kind, String beginning, int limit) {
        return names.get().completions(kind, beginning, limit);
    }

    @Override
    public @Nullable Location location(String placeId) {
        return names.get().location(placeId);
    }

    @Override
    public String whereabouts(String id) {
        return names.get().whereabouts(id);
    }

    @Override
    public Set<String> areas(String placeId) {
        return names.get().areas(placeId);
    }

    @Override
    public boolean within(String placeId, String areaId) {
        return names.get().within(placeId, areaId);
    }

    @Override
    public List<String> suggestions(MentionKind kind, String name, int limit) {
        return names.get().suggestions(kind, name, limit);
    }
}
