package io.vedette.text.gazetteer;

import io.vedette.text.MentionKind;
import java.util.List;

/** One text's tokens against the gazetteer.  Not thread-safe to make, but only read afterwards. */
public final class Lookup {

    private final int[] numbers;
    private final TokenTrie actors;
    private final TokenTrie places;

    Lookup(int[] numbers, TokenTrie actors, TokenTrie places) {
        this.numbers = numbers;
        this.actors = actors;
        this.places = places;
    }

    /**
     * The longest name of that kind that starts at a token.
     *
     * @param before the token index that it may not reach beyond
     * @return one past the name's last token, or -1 where none starts
     */
    public int longest(MentionKind kind, int from, int before) {
        return trie(kind).longest(numbers, from, before);
    }

    /** The aliases that exactly these tokens spell. */
    public List<Alias> aliases(MentionKind kind, int from, int end) {
        return trie(kind).at(numbers, from, end);
    }

    private TokenTrie trie(MentionKind kind) {
        return kind == MentionKind.ACTOR ? actors : places;
    }
}
