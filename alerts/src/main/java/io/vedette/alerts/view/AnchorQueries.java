package io.vedette.alerts.view;

import io.vedette.text.watch.Anchor;
import io.vedette.text.watch.Requirement;
import io.vedette.text.watch.query.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles that have what a query in the watch language needs.  It never misses one that has it, and may find others:
 * those are held against the query itself.
 */
final class AnchorQueries {

    /** The index keeps degrees in 32 bits. */
    private static final double ROUNDED = 1e-6;

    private final IndexReader reader;
    private final Map<String, Set<String>> terms = new HashMap<>();
    private final BooleanQuery.Builder any = new BooleanQuery.Builder();

    private AnchorQueries(IndexReader reader) {
        this.reader = reader;
    }

    /** Those that have one of the anchors; null where the index does not know. */
    static @Nullable Query of(Requirement needed, IndexReader reader) throws IOException {
        AnchorQueries queries = new AnchorQueries(reader);
        for (Anchor anchor : needed.anchors()) {
            if (!queries.add(anchor)) {
                return null;
            }
        }
        queries.terms.forEach((field, values) -> queries.any.add(Searches.oneOf(field, values), Occur.SHOULD));
        return queries.any.build();
    }

    /** @return whether the index knows */
    private boolean add(Anchor anchor) throws IOException {
        String key = anchor.key();
        return switch (anchor.kind()) {
            case STEM -> words(WordTokenizer.stems(key, Searches.languages(reader)));
            case NORM -> words(Set.of(key));
            case WILDCARD -> pattern(key);
            case ACTOR -> terms(ViewFields.ACTOR, Set.of(key));
            case AREA -> terms(ViewFields.PLACE, Set.of(key));
            case ACTOR_COUNTRY, PLACE_COUNTRY -> terms(ViewFields.COUNTRY, Set.of(key));
            case CELL -> cell(key);
            case CLAIM_TYPE -> terms(ViewFields.CLAIM, Set.of(key));
            case CLAIM_SUBTYPE -> inAnyCase(ViewFields.SUBTYPE, key);
            case CLAIM_CODE ->
                inAnyCase(
                        key.startsWith("PLOVER") ? ViewFields.PLOVER : ViewFields.ACLED,
                        key.substring(key.indexOf(':') + 1));
            case SOURCE ->
                terms(ViewFields.SOURCE, Searches.values(ViewFields.SOURCE, reader, name -> String.join(
                                " ", Words.of(name))
                        .equals(key)));
            // hosts stand there without it
            case DOMAIN -> terms(ViewFields.DOMAIN, Set.of(key.startsWith("www.") ? key.substring(4) : key));
            case LANGUAGE -> terms(ViewFields.LANGUAGE, Set.of(key));
            case ACTOR_TYPE, LOCATED, SAID_BY, CLAIMED, ALWAYS -> false;
        };
    }

    private boolean terms(String field, Set<String> values) {
        terms.computeIfAbsent(field, none -> new HashSet<>()).addAll(values);
        return true;
    }

    private boolean words(Set<String> words) {
        return terms(ViewFields.TITLE, words) && terms(ViewFields.BODY, words);
    }

    private boolean inAnyCase(String field, String value) throws IOException {
        return terms(field, Searches.values(field, reader, value::equalsIgnoreCase));
    }

    private boolean pattern(String pattern) {
        String escaped = pattern.replace("\\", "\\\\");
        any.add(new WildcardQuery(new Term(ViewFields.TITLE, escaped)), Occur.SHOULD);
        any.add(new WildcardQuery(new Term(ViewFields.BODY, escaped)), Occur.SHOULD);
        return true;
    }

    private boolean cell(String key) {
        int slash = key.indexOf('/');
        int south = Integer.parseInt(key.substring(0, slash));
        int east = Integer.parseInt(key.substring(slash + 1));
        int west = east < 180 ? east : east - 360;
        box(south, west, west + 1);
        if (west == -180) {
            box(south, 180, 180);
        }
        return true;
    }

    private void box(int south, double west, double east) {
        any.add(
                LatLonPoint.newBoxQuery(
                        ViewFields.POINT,
                        Math.max(-90, south - ROUNDED),
                        Math.min(90, south + 1 + ROUNDED),
                        Math.max(-180, west - ROUNDED),
                        Math.min(180, east + ROUNDED)),
                Occur.SHOULD);
    }
}
