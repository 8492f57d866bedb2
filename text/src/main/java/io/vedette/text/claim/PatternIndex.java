package io.vedette.text.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * Patterns by the words that they may begin with, so that a token costs one look-up and only what can match is tried.
 * Immutable once built.
 *
 * @param <R> the rule that a pattern stands for
 */
final class PatternIndex<R> {

    /** A rule and the tokens that match it. */
    record Hit<R>(R rule, int start, int end) {

        int length() {
            return end - start;
        }

        boolean overlaps(int from, int to) {
            return start < to && from < end;
        }
    }

    private record Entry<R>(Pattern pattern, R rule) {}

    /** By the number of the first word. */
    private final List<List<Entry<R>>> byWord = new ArrayList<>();

    private final List<Entry<R>> bySlot = new ArrayList<>();

    void add(Pattern pattern, R rule) {
        Entry<R> entry = new Entry<>(pattern, rule);
        if (pattern.firstWords().isEmpty()) {
            bySlot.add(entry);
        }
        pattern.firstWords().stream().forEach(word -> {
            while (byWord.size() <= word) {
                byWord.add(List.of());
            }
            if (byWord.get(word).isEmpty()) {
                byWord.set(word, new ArrayList<>(2));
            }
            byWord.get(word).add(entry);
        });
    }

    /** Every match between two tokens, by where it begins. */
    List<Hit<R>> hits(FieldTokens tokens, int from, int to) {
        List<Hit<R>> hits = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int id = tokens.id(i);
            if (id < byWord.size()) {
                collect(byWord.get(id), tokens, i, to, hits);
            }
            if (!bySlot.isEmpty() && tokens.startsSlot(i)) {
                collect(bySlot, tokens, i, to, hits);
            }
        }
        return hits;
    }

    private static <R> void collect(List<Entry<R>> entries, FieldTokens tokens, int from, int to, List<Hit<R>> hits) {
        for (int e = 0; e < entries.size(); e++) {
            Entry<R> entry = entries.get(e);
            int end = entry.pattern.match(tokens, from, to);
            if (end > from) {
                hits.add(new Hit<>(entry.rule, from, end));
            }
        }
    }
}
