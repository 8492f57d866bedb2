package io.vedette.text.gazetteer;

import io.vedette.text.Location;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.token.Tokens;
import io.vedette.text.token.WordSet;
import io.vedette.text.watch.query.Completion;
import io.vedette.text.watch.query.Described;
import io.vedette.text.watch.query.Entities;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What actors and places there are and what they are called.  Made by {@link GazetteerBuilder}; immutable and safe to
 * use from many threads at once.
 *
 * <p>Names match over whole, normalised tokens.  Places of an image become objects only when a text names them.
 */
public final class Gazetteer implements Entities {

    private static final int WHEREABOUTS = 3;

    private final String version;
    private final Map<String, Entity> entities;
    private final Map<String, Entity> governments;
    private final @Nullable ImagePlaces image;
    private final Names actors;
    private final Names places;
    private final WordSet stopWords;
    private final WordSet firstNames;
    private final WordSet placeFirstNames;
    private final NameWords nameWords;
    private final NameIndex names;
    private final Inflection inflection;
    private final Map<MentionKind, Beginnings> beginnings = new EnumMap<>(MentionKind.class);

    Gazetteer(
            String version,
            Map<String, Entity> entities,
            @Nullable ImagePlaces image,
            Names actors,
            Names places,
            Set<String> stopWords,
            Set<String> firstNames,
            Set<String> placeFirstNames,
            NameWords nameWords,
            NameIndex names,
            Inflection inflection) {
        this.version = version;
        this.entities = entities;
        this.governments = governments(entities.values());
        this.image = image;
        this.actors = actors;
        this.places = places;
        this.stopWords = WordSet.copyOf(stopWords);
        this.firstNames = WordSet.copyOf(firstNames);
        this.placeFirstNames = WordSet.copyOf(placeFirstNames);
        this.nameWords = nameWords;
        this.names = names;
        this.inflection = inflection;
    }

    /** What stands for the content, as it was handed to the builder. */
    public String version() {
        return version;
    }

    private static Map<String, Entity> governments(Collection<Entity> entities) {
        Map<String, Entity> found = new HashMap<>();
        for (Entity entity : entities) {
            String country = entity.country();
            if (entity.type() == MentionType.GOVERNMENT
                    && country != null
                    && entity.id().equals(country + ".gov")) {
                found.put(country, entity);
            }
        }
        return Map.copyOf(found);
    }

    /** How many actors and places it knows. */
    public int size() {
        long both = image == null
                ? 0
                : entities.keySet().stream()
                        .filter(id -> image.entity(id) != null)
                        .count();
        return entities.size() + (image == null ? 0 : image.size() - (int) both);
    }

    /** The actor or place of that id; null if there is none. */
    public @Nullable Entity entity(String id) {
        Entity entity = entities.get(id);
        return entity != null || image == null ? entity : image.entity(id);
    }

    /** The government of a country, for whose deeds its capital is named. */
    public @Nullable Entity government(String country) {
        return governments.get(country);
    }

    /** All names of the actors of one type. */
    public List<Alias> aliases(MentionType type) {
        return actors.own().stream()
                .filter(alias -> alias.entity().type() == type)
                .toList();
    }

    /** Words that are names of places somewhere, but in a text almost always something else; normalised. */
    public boolean isStopWord(String norm) {
        return stopWords.contains(norm);
    }

    /** Whether people are called that; normalised. */
    public boolean isFirstName(String norm) {
        return firstNames.contains(norm);
    }

    /** Whether people are called as this token says. */
    public boolean isFirstName(Tokens tokens, int i) {
        return firstNames.has(tokens, i);
    }

    /** Whether people are called that, but places oftener. */
    public boolean isPlaceFirstName(Tokens tokens, int i) {
        return placeFirstNames.has(tokens, i);
    }

    /** Words that tell what sort of name they stand in or beside. */
    public NameWords nameWords() {
        return nameWords;
    }

    /** Makes a text's tokens ready to be looked up as they stand. */
    public Lookup lookup(Tokens tokens) {
        return new Lookup(tokens, null, actors, places, firstNames);
    }

    /**
     * Makes a text's tokens ready to be looked up, also where they are inflected.
     *
     * @param language of the text, BCP 47
     */
    public Lookup lookup(Tokens tokens, String language) {
        return new Lookup(tokens, inflection.bases(tokens, language), actors, places, firstNames);
    }

    @Override
    public Set<String> actors(String name) {
        return ids(MentionKind.ACTOR, name);
    }

    @Override
    public Set<String> places(String name) {
        return ids(MentionKind.PLACE, name);
    }

    private Set<String> ids(MentionKind kind, String name) {
        Tokens tokens = Tokens.of(name);
        Lookup lookup = lookup(tokens);
        return lookup.aliases(kind, 0, tokens.count()).stream()
                .map(alias -> alias.entity().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public @Nullable Described describe(String id) {
        Entity entity = entity(id);
        return entity == null ? null : Beginnings.described(entity);
    }

    @Override
    public @Nullable Location location(String placeId) {
        Entity entity = entity(placeId);
        return entity == null ? null : entity.location();
    }

    /** The first one who asks waits for about a second. */
    @Override
    public List<Completion> completions(MentionKind kind, String beginning, int limit) {
        return beginnings(kind).of(beginning, limit);
    }

    /** Made for whoever asks: most only look names up. */
    private Beginnings beginnings(MentionKind kind) {
        synchronized (beginnings) {
            return beginnings.computeIfAbsent(kind, this::read);
        }
    }

    private Beginnings read(MentionKind kind) {
        return kind == MentionKind.ACTOR ? new Beginnings(actors.own(), null) : new Beginnings(places.own(), image);
    }

    @Override
    public String whereabouts(String id) {
        return areas(id).stream()
                .filter(area -> !area.equals(id))
                .map(this::entity)
                .filter(Objects::nonNull)
                .map(Entity::name)
                .distinct()
                .limit(WHEREABOUTS)
                .collect(Collectors.joining(", "));
    }

    @Override
    public Set<String> areas(String placeId) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(placeId));
        while (!open.isEmpty()) {
            String id = open.remove();
            Entity entity = entity(id);
            if (found.add(id) && entity != null) {
                open.addAll(entity.within());
            }
        }
        return found;
    }

    @Override
    public List<String> suggestions(MentionKind kind, String name, int limit) {
        return names.near(kind, name, limit);
    }
}
