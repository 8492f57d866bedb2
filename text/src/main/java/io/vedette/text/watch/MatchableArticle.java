package io.vedette.text.watch;

import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.Span;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.token.Tokens;
import io.vedette.text.watch.query.Entities;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * An article made ready to be held against watches: its words and their stems, its mentions by entity, places also by
 * every area that they lie in, and its claims by type.  Made once for each article; immutable in effect, and safe to use
 * from many threads at once.
 */
public final class MatchableArticle {

    private final Document document;
    private final Annotations annotations;
    private final Provenance provenance;
    private final ArticleWords words;
    private final Map<String, List<Integer>> actors = new HashMap<>();
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Map<ClaimType, List<Integer>> claims = new EnumMap<>(ClaimType.class);
    private final List<Set<String>> areas;

    /** The first words of the mentions, then one past their last ones. */
    private final int[] mentionWords;

    /** Where regular expressions and wildcards stand, which several watches may ask for. */
    private final Map<String, Runs> finds = new ConcurrentHashMap<>();

    private final Map<String, BitSet> wildcards = new ConcurrentHashMap<>();

    private MatchableArticle(
            Document document,
            Tokens title,
            Tokens body,
            Annotations annotations,
            Provenance provenance,
            Entities entities) {
        this.document = document;
        this.annotations = annotations;
        this.provenance = provenance;
        this.words = new ArticleWords(title, body, Stemmers.of(annotations.language()));
        List<Mention> mentions = annotations.mentions();
        this.areas = new ArrayList<>(mentions.size());
        this.mentionWords = new int[2 * mentions.size()];
        for (int i = 0; i < mentions.size(); i++) {
            index(mentions.get(i), i, entities);
        }
        for (int i = 0; i < annotations.claims().size(); i++) {
            Claim claim = annotations.claims().get(i);
            claims.computeIfAbsent(claim.type(), type -> new ArrayList<>()).add(i);
        }
    }

    /**
     * Prepares an article of which nothing is known but its text.
     *
     * @param annotations what was found in exactly this document
     * @param entities says which areas a place lies in; of the same gazetteer as that of the queries
     */
    public static MatchableArticle of(Document document, Annotations annotations, Entities entities) {
        return of(document, annotations, Provenance.UNKNOWN, entities);
    }

    /**
     * Prepares an article, in time linear in its length.
     *
     * @param annotations what was found in exactly this document
     * @param entities says which areas a place lies in; of the same gazetteer as that of the queries
     */
    public static MatchableArticle of(
            Document document, Annotations annotations, Provenance provenance, Entities entities) {
        Tokens title = Tokens.of(document.text(Field.TITLE));
        return of(document, title, Tokens.of(document.body()), annotations, provenance, entities);
    }

    /**
     * The same, for who has the tokens already: splitting is what costs most here.
     *
     * @param title the tokens of exactly this document's title
     * @param body the tokens of exactly this document's body
     */
    public static MatchableArticle of(
            Document document,
            Tokens title,
            Tokens body,
            Annotations annotations,
            Provenance provenance,
            Entities entities) {
        return new MatchableArticle(document, title, body, annotations, provenance, entities);
    }

    /** The article's text. */
    public Document document() {
        return document;
    }

    /** What was found in it. */
    public Annotations annotations() {
        return annotations;
    }

    Provenance provenance() {
        return provenance;
    }

    ArticleWords words() {
        return words;
    }

    Mention mention(int number) {
        return annotations.mentions().get(number);
    }

    /** The first word that a mention touches. */
    int firstWord(int mention) {
        return mentionWords[2 * mention];
    }

    /** One past the last word that a mention touches; the first itself if it touches none. */
    int endWord(int mention) {
        return mentionWords[2 * mention + 1];
    }

    /** The areas that a mentioned place lies in, itself included; empty for what is no place, or none that is known. */
    Set<String> areas(int mention) {
        return areas.get(mention);
    }

    Claim claim(int number) {
        return annotations.claims().get(number);
    }

    /** The words that a claim stands at: those that decided its type, or its whole sentence where none did. */
    Span standing(Claim claim) {
        return claim.trigger() == null ? new Span(claim.start(), claim.end()) : claim.trigger();
    }

    /** By actor, its mentions. */
    Map<String, List<Integer>> actors() {
        return actors;
    }

    /** By place and by area, the mentions of what lies there. */
    Map<String, List<Integer>> places() {
        return places;
    }

    /** By type, all its claims. */
    Map<ClaimType, List<Integer>> claims() {
        return claims;
    }

    /** Where something stands in this article, found once and kept. */
    Runs finds(String key, Function<String, Runs> find) {
        Runs found = finds.get(key);
        return found == null ? finds.computeIfAbsent(key, find) : found;
    }

    /** Which groups of words, by their norms, a wildcard stands for, found once and kept. */
    BitSet wildcard(Glob glob) {
        BitSet found = wildcards.get(glob.pattern());
        if (found == null) {
            found = new BitSet();
            for (int i = 0; i < words.norms().groups(); i++) {
                found.set(i, glob.matches(words.norm(words.norms().first(i))));
            }
            wildcards.put(glob.pattern(), found);
        }
        return found;
    }

    /** Told which groups of words, by their norms, a wildcard stands for; not to be changed any more. */
    void tellWildcard(Glob glob, BitSet groups) {
        wildcards.putIfAbsent(glob.pattern(), groups);
    }

    private void index(Mention mention, int number, Entities entities) {
        int first = words.firstEndingAfter(mention.field(), mention.start());
        mentionWords[2 * number] = first;
        mentionWords[2 * number + 1] = Math.max(first, words.endOfStartingBefore(mention.field(), mention.end()));
        String id = mention.entityId();
        if (id == null || mention.type() == MentionType.DEMONYM) { // "Ukrainian" says who, not where
            areas.add(Set.of());
        } else if (mention.kind() == MentionKind.ACTOR) {
            areas.add(Set.of());
            actors.computeIfAbsent(id, key -> new ArrayList<>(2)).add(number);
        } else {
            areas.add(entities.areas(id));
            for (String area : areas.get(number)) {
                places.computeIfAbsent(area, key -> new ArrayList<>(2)).add(number);
            }
        }
    }
}
