package io.vedette.text.gazetteer;

import io.vedette.text.MentionKind;
import io.vedette.text.token.Tokens;
import io.vedette.text.token.WordSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One text's tokens, inflected or not, against the gazetteer.  Not thread-safe to make, but only read afterwards. */
public final class Lookup {

    private final Tokens tokens;
    private final long @Nullable [][] others;
    private final Names actors;
    private final Names places;
    private final WordSet firstNames;

    Lookup(Tokens tokens, long @Nullable [][] others, Names actors, Names places, WordSet firstNames) {
        this.tokens = tokens;
        this.others = others;
        this.actors = actors;
        this.places = places;
        this.firstNames = firstNames;
    }

    /**
     * The longest name of that kind that starts at a token.  Where the text begins with a small letter, only names that
     * count in any case are considered.
     *
     * @param before the token index that it may not reach beyond
     * @return one past the name's last token, or -1 where none starts
     */
    public int longest(MentionKind kind, int from, int before) {
        return names(kind).longest(tokens, others, from, before, from < tokens.count() && tokens.small(from));
    }

    /**
     * The aliases that exactly these tokens spell: those of the tables as they were read, then by population; none beyond
     * the end of the text.
     */
    public List<Alias> aliases(MentionKind kind, int from, int end) {
        return end > tokens.count() ? List.of() : names(kind).aliases(tokens, others, from, end);
    }

    /** Whether people are called that, inflected or not. */
    public boolean isFirstName(int token) {
        if (firstNames.has(tokens, token)) {
            return true;
        }
        long[] forms = others == null ? null : others[token];
        if (forms != null) {
            for (long form : forms) {
                if (firstNames.has(form)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Names names(MentionKind kind) {
        return kind == MentionKind.ACTOR ? actors : places;
    }
}
