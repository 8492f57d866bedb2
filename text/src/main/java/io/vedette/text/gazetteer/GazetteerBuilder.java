package io.vedette.text.gazetteer;

import io.vedette.text.MentionKind;
import io.vedette.text.gazetteer.image.NameSource;
import io.vedette.text.gazetteer.image.PlaceImage;
import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects entities and their names, then makes a {@link Gazetteer} of them.  Used once, by one thread. */
public final class GazetteerBuilder {

    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final List<Alias> actors = new ArrayList<>();
    private final List<Alias> places = new ArrayList<>();
    private final Set<String> stopWords = new HashSet<>();
    private final Set<String> firstNames = new HashSet<>();
    private final Set<String> placeFirstNames = new HashSet<>();
    private NameWords nameWords = NameWords.NONE;
    private final Disputes disputes = new Disputes();
    private @Nullable ImagePlaces image;
    private String version = "unversioned";
    private Inflection inflection = Inflection.none();

    public GazetteerBuilder version(String version) {
        this.version = version;
        return this;
    }

    /** Takes all places of an image, before anything else is added. */
    public GazetteerBuilder places(PlaceImage places) {
        image = new ImagePlaces(places, disputes);
        return this;
    }

    /**
     * Lays down what is to be said of a place and of all that lies in it, before either is added; what was laid down
     * first holds.
     *
     * @param country ISO 3166-1 alpha-2 instead of the source's; null to leave that
     * @param name instead of the source's, which stays as an alias; null to leave that
     * @param note see {@link Entity#note}
     */
    public GazetteerBuilder dispute(String id, @Nullable String country, @Nullable String name, @Nullable String note) {
        disputes.add(id, new Disputes.Dispute(country, name, note));
        return this;
    }

    /** The place of that id, as far as it is known by now; null if it isn't. */
    @Nullable
    Entity place(String id) {
        Entity entity = entities.get(id);
        return entity != null || image == null ? entity : image.entity(id);
    }

    /**
     * Adds an entity, or keeps the one of the same id that is already there; names it in any case.  One that the image
     * has too takes its place there.
     */
    public Entity add(Entity entity, Collection<String> aliases) {
        Entity kept = entities.get(entity.id());
        if (kept == null) {
            Entity merged = image == null ? null : image.override(entity);
            kept = merged == null ? disputes.settle(entity) : merged;
            entities.put(kept.id(), kept);
        }
        add(kept, kept.name(), NameSource.MAIN);
        for (String alias : aliases) {
            add(kept, alias, NameSource.CURATED);
        }
        return kept;
    }

    /** Adds a name to an entity, as an acronym if it is written in capitals. */
    public void name(Entity entity, String alias) {
        add(entity, alias, NameSource.CURATED);
    }

    /** Adds a name to an entity that counts only under this condition. */
    public void name(Entity entity, String alias, Alias.Use use) {
        add(new Alias(alias, entity, use, NameSource.CURATED));
    }

    private void add(Entity entity, String alias, NameSource source) {
        add(new Alias(alias, entity, use(Tokens.of(alias)), source));
    }

    private void add(Alias alias) {
        (alias.entity().type().kind() == MentionKind.ACTOR ? actors : places).add(alias);
    }

    static Alias.Use use(Tokens tokens) {
        if (tokens.count() == 0 || tokens.kind(0) == TokenKind.NUMBER) {
            return Alias.Use.ANY_CASE;
        }
        if (tokens.count() == 1 && tokens.allCaps(0)) {
            return Alias.Use.ACRONYM;
        }
        boolean cased = Character.isUpperCase(tokens.text().codePointAt(tokens.start(0)));
        return cased ? Alias.Use.NAME : Alias.Use.ANY_CASE;
    }

    /** The actor or place of that id, of the tables or of the image; null if there is none. */
    @Nullable
    Entity entity(String id) {
        Entity entity = entities.get(id);
        return entity != null || image == null ? entity : image.entity(id);
    }

    /** Adds a word that is not to be taken for a place when it stands alone. */
    public void stopWord(String word) {
        Tokens tokens = Tokens.of(word);
        if (tokens.count() == 1) {
            stopWords.add(tokens.norm(0));
        }
    }

    /** Adds a first name, which is no place either when it stands alone. */
    public void firstName(String name) {
        stopWord(name);
        Tokens tokens = Tokens.of(name);
        if (tokens.count() == 1) {
            firstNames.add(tokens.norm(0));
        }
    }

    /** What tells what sort of name a word stands in or beside; none unless given. */
    public GazetteerBuilder nameWords(NameWords words) {
        this.nameWords = words;
        return this;
    }

    /** Adds a first name that is oftener a place. */
    void placeFirstName(String name) {
        placeFirstNames.add(Tokens.of(name).norm(0));
    }

    /** Sets how words are taken back to their base forms. */
    void inflection(Inflection inflection) {
        this.inflection = inflection;
    }

    public Gazetteer build() {
        disputes.forEachName((id, name) -> {
            Entity place = place(id);
            if (place != null) {
                add(place, name, NameSource.MAIN);
            }
        });
        FoldedNames mainNames = new FoldedNames(image == null ? 0 : image.size());
        return new Gazetteer(
                version,
                Map.copyOf(entities),
                image,
                Names.of(actors),
                image == null ? Names.of(places) : Names.of(places, image, mainNames),
                Set.copyOf(stopWords),
                Set.copyOf(firstNames),
                Set.copyOf(placeFirstNames),
                nameWords,
                new NameIndex(List.copyOf(entities.values()), image == null ? null : image.image(), mainNames),
                inflection);
    }
}
