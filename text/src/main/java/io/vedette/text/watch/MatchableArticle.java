package io.vedette.text.watch;

import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.Span;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.token.Tokens;
import io.vedette.text.watch.query.Entities;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    private final Entities entities;

    /** Made when first asked for, as what few watches need is; a race makes two that are equal. */
    private volatile @Nullable MentionIndex mentions;

    private volatile @Nullable Map<ClaimType, List<Integer>> claims;

    /** The first words of the mentions, then one past their last ones. */
    private volatile int @Nullable [] mentionWords;

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
        this.entities = entities;
        this.words = new ArticleWords(title, body, Stemmers.of(annotations.language()));
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
        return mentionWords()[2 * mention];
    }

    /** One past the last word that a mention touches; the first itself if it touches none. */
    int endWord(int mention) {
        return mentionWords()[2 * mention + 1];
    }

    private int[] mentionWords() {
        int[] known = mentionWords;
        if (known == null) {
            List<Mention> all = annotations.mentions();
            known = new int[2 * all.size()];
            for (int i = 0; i < all.size(); i++) {
                Mention mention = all.get(i);
                int first = words.firstEndingAfter(mention.field(), mention.start());
                known[2 * i] = first;
                known[2 * i + 1] = Math.max(first, words.endOfStartingBefore(mention.field(), mention.end()));
            }
            mentionWords = known;
        }
        return known;
    }

    Claim claim(int number) {
        return annotations.claims().get(number);
    }

    /** The words that a claim stands at: those that decided its type, or its whole sentence where none did. */
    Span standing(Claim claim) {
        return claim.trigger() == null ? new Span(claim.start(), claim.end()) : claim.trigger();
    }

    /** Its mentions by actors and places. */
    MentionIndex mentions() {
        MentionIndex known = mentions;
        if (known == null) {
            known = new MentionIndex(annotations.mentions(), entities);
            mentions = known;
        }
        return known;
    }

    /** By type, all its claims. */
    Map<ClaimType, List<Integer>> claims() {
        Map<ClaimType, List<Integer>> known = claims;
        if (known == null) {
            known = new EnumMap<>(ClaimType.class);
            for (int i = 0; i < annotations.claims().size(); i++) {
                known.computeIfAbsent(claim(i).type(), type -> new ArrayList<>())
                        .add(i);
            }
            claims = known;
        }
        return known;
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
}
