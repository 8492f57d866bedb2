package io.vedette.text.gazetteer;

import io.vedette.text.token.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A trie over whole tokens, its edges in one hash map.  Filled once, then only read. */
final class TokenTrie {

    private static final int NONE = -1;

    private final Vocabulary vocabulary;
    private final LongIntMap edges = new LongIntMap();
    private final List<List<Alias>> values = new ArrayList<>();
    private int[] valueOf = new int[1 << 10];
    private int nodes = 1;

    TokenTrie(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Arrays.fill(valueOf, NONE);
    }

    void put(Tokens name, Alias alias) {
        int node = 0;
        for (int i = 0; i < name.count(); i++) {
            node = child(node, vocabulary.add(name.norm(i)));
        }
        if (node == 0) {
            return;
        }
        if (valueOf[node] == NONE) {
            valueOf[node] = values.size();
            values.add(new ArrayList<>(1));
        }
        List<Alias> there = values.get(valueOf[node]);
        if (there.stream()
                .noneMatch(other -> other.use() == alias.use()
                        && other.entity().id().equals(alias.entity().id()))) {
            there.add(alias);
        }
    }

    private int child(int node, int token) {
        long key = (long) node << 32 | token;
        int next = edges.get(key);
        if (next < 0) {
            next = nodes++;
            edges.put(key, next);
            if (next == valueOf.length) {
                valueOf = Arrays.copyOf(valueOf, next * 2);
                Arrays.fill(valueOf, next, next * 2, NONE);
            }
        }
        return next;
    }

    /**
     * The longest name that starts at a token and ends before another.
     *
     * @return its end, or -1
     */
    int longest(int[] numbers, int from, int before) {
        int node = 0;
        int end = NONE;
        for (int i = from; i < before && numbers[i] != Vocabulary.UNKNOWN; i++) {
            node = edges.get((long) node << 32 | numbers[i]);
            if (node < 0) {
                break;
            }
            end = valueOf[node] == NONE ? end : i + 1;
        }
        return end;
    }

    /** The aliases that are spelt by these tokens. */
    List<Alias> at(int[] numbers, int from, int end) {
        int node = 0;
        for (int i = from; i < end && node >= 0; i++) {
            node = numbers[i] == Vocabulary.UNKNOWN ? NONE : edges.get((long) node << 32 | numbers[i]);
        }
        return node <= 0 || valueOf[node] == NONE ? List.of() : values.get(valueOf[node]);
    }
}
