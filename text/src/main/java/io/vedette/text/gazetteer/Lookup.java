package io.vedette.text.gazetteer;

import io.vedette.text.MentionKind;
import io.vedette.text.token.Tokens;
import java.util.List;

/** One text's tokens against the gazetteer.  Not thread-safe to make, but only read afterwards. */
public final class Lookup {

    private final Tokens tokens;
    private final Names actors;
    private final Names places;

    Lookup(Tokens tokens, Names actors, Names places) {
        this.tokens = tokens;
        this.actors = actors;
        this.places = places;
    }

    /**
     * The longest name of that kind that starts at a token.  Where the text begins with a small letter, only names that
     * count in any case are considered.
     *
     * @param before the token index that it may not reach beyond
     * @return one past the name's last token, or -1 where none starts
     */
    public int longest(MentionKind kind, int from, int before) {
        return names(kind).longest(tokens, from, before, from < tokens.count() && tokens.small(from));
    }

    /** The aliases that exactly these tokens spell: those of the tables as they were read, then by population. */
    public List<Alias> aliases(MentionKind kind, int from, int end) {
        return names(kind).aliases(tokens, from, end);
    }

    private Names names(MentionKind kind) {
        return kind == MentionKind.ACTOR ? actors : places;
    }
}
