package io.vedette.text.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patterns by the words that anchor them, so that a token costs one look-up and only what can match is tried.
 * Immutable once built.
 *
 * @param <R> the rule that a pattern stands for
 */
final class PatternIndex<R> {

    /** A rule, the tokens that match it, and the token of its anchor. */
    record Hit<R>(R rule, int start, int end, int anchor) {

        int length() {
            return end - start;
        }

        boolean overlaps(int from, int to) {
            return start < to && from < end;
        }
    }

    private record Entry<R>(Pattern pattern, R rule) {}

    /** By the number of the anchor; null for words that anchor nothing. */
    private @Nullable Object[] byWord = new Object[16];

    void add(Pattern pattern, R rule) {
        Entry<R> entry = new Entry<>(pattern, rule);
        pattern.anchorWords().stream().forEach(word -> {
            if (word >= byWord.length) {
                byWord = Arrays.copyOf(byWord, Math.max(word + 1, byWord.length * 2));
            }
            List<Entry<R>> entries = entries(word);
            if (entries == null) {
                entries = new ArrayList<>(2);
                byWord[word] = entries;
            }
            entries.add(entry);
        });
    }

    @SuppressWarnings("unchecked") // only add() writes
    private @Nullable List<Entry<R>> entries(int word) {
        return word < byWord.length ? (List<Entry<R>>) byWord[word] : null;
    }

    /** Every match between two tokens, by where its anchor stands. */
    List<Hit<R>> hits(FieldTokens tokens, int from, int to) {
        List<Hit<R>> hits = List.of();
        for (int i = from; i < to; i++) {
            int id = tokens.id(i);
            List<Entry<R>> entries = id == WordIds.UNKNOWN ? null : entries(id);
            if (entries != null) {
                hits = collect(entries, tokens, i, from, to, hits);
            }
        }
        return hits.isEmpty() ? new ArrayList<>(0) : hits;
    }

    private static <R> List<Hit<R>> collect(
            List<Entry<R>> entries, FieldTokens tokens, int at, int from, int to, List<Hit<R>> hits) {
        List<Hit<R>> found = hits;
        for (int e = 0; e < entries.size(); e++) {
            Entry<R> entry = entries.get(e);
            int start = entry.pattern.start(tokens, at, from);
            int end = start < 0 ? -1 : entry.pattern.end(tokens, at, to);
            if (end > 0) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(new Hit<>(entry.rule, start, end, at));
            }
        }
        return found;
    }
}
