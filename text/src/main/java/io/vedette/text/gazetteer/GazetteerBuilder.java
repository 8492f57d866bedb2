package io.vedette.text.gazetteer;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects entities and their names, then makes a {@link Gazetteer} of them.  Used once, by one thread. */
public final class GazetteerBuilder {

    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final TokenTrie actors = new TokenTrie(vocabulary);
    private final TokenTrie places = new TokenTrie(vocabulary);
    private final Set<String> stopWords = new HashSet<>();
    private final Set<String> firstNames = new HashSet<>();
    private String version = "unversioned";

    public GazetteerBuilder version(String version) {
        this.version = version;
        return this;
    }

    /** Adds an entity, or keeps the one of the same id that is already there; names it in any case. */
    public Entity add(Entity entity, Collection<String> aliases) {
        Entity known = entities.putIfAbsent(entity.id(), entity);
        Entity kept = known == null ? entity : known;
        name(kept, kept.name());
        aliases.forEach(alias -> name(kept, alias));
        return kept;
    }

    /** Adds a name to an entity, as an acronym if it is written in capitals. */
    public void name(Entity entity, String alias) {
        Tokens tokens = Tokens.of(alias);
        name(entity, alias, tokens, use(tokens));
    }

    /** Adds a name to an entity that counts only under this condition. */
    public void name(Entity entity, String alias, Alias.Use use) {
        name(entity, alias, Tokens.of(alias), use);
    }

    private void name(Entity entity, String alias, Tokens tokens, Alias.Use use) {
        (entity.type().kind() == MentionKind.ACTOR ? actors : places).put(tokens, new Alias(alias, entity, use));
    }

    private static Alias.Use use(Tokens tokens) {
        if (tokens.count() == 0 || tokens.kind(0) == TokenKind.NUMBER) {
            return Alias.Use.ANY_CASE;
        }
        if (tokens.count() == 1 && tokens.allCaps(0)) {
            return Alias.Use.ACRONYM;
        }
        boolean cased = Character.isUpperCase(tokens.text().codePointAt(tokens.start(0)));
        return cased ? Alias.Use.NAME : Alias.Use.ANY_CASE;
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

    public Gazetteer build() {
        List<Entity> all = new ArrayList<>(entities.values());
        return new Gazetteer(
                version,
                Map.copyOf(entities),
                vocabulary,
                actors,
                places,
                Set.copyOf(stopWords),
                Set.copyOf(firstNames),
                new NameIndex(all));
    }

    static Map<String, Entity> governments(Collection<Entity> entities) {
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
}
