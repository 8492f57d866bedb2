package io.vedette.text.mention;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.NameWords;
import io.vedette.text.token.TokenKind;

/** What each token of a field says about the names beside it: the bits of {@link NameWords}, and first names. */
final class Clues {

    /** Beside the bits of {@link NameWords}: people are called that. */
    static final int FIRST_NAME = 1 << 30;

    /** People in a town that is known beyond its region. */
    private static final int KNOWN = 50_000;

    private final FieldText text;
    private final int[] bits;

    private Clues(FieldText text, int[] bits) {
        this.text = text;
        this.bits = bits;
    }

    static Clues of(FieldText text, Gazetteer gazetteer) {
        NameWords words = gazetteer.nameWords();
        int[] bits = new int[text.count()];
        for (int i = 0; i < bits.length; i++) {
            if (text.tokens().kind(i) == TokenKind.WORD) {
                bits[i] = words.bits(text.tokens(), i);
                if (text.tokens().capitalised(i) && gazetteer.isFirstName(text.tokens(), i)) {
                    bits[i] |= FIRST_NAME;
                }
            }
        }
        Clues clues = new Clues(text, bits);
        clues.placeFirstNames(gazetteer);
        return clues;
    }

    /** "Paris Hilton": the name of a place that is a person's, for what stands behind it. */
    private void placeFirstNames(Gazetteer gazetteer) {
        for (int i = 0; i + 1 < bits.length; i++) {
            if (text.capitalised(i)
                    && text.capitalised(i + 1)
                    && gazetteer.isPlaceFirstName(text.tokens(), i)
                    && isSurname(i + 1)
                    && !isPlaced(i - 1)) {
                bits[i] |= FIRST_NAME;
            }
        }
    }

    /** No head of a name, no team, no country. */
    private boolean isSurname(int i) {
        return !is(i, NameWords.HEAD | NameWords.WEAK | NameWords.FRONT | NameWords.COMMON | NameWords.SUFFIX)
                && !text.tokens().allCaps(i)
                && !text.tokens().joined(i)
                && text.tokens().text().charAt(text.tokens().end(i) - 1) != 's'
                && text.lookup().longest(MentionKind.PLACE, i - 1, i + 1) != i + 1
                && !nation(i);
    }

    private boolean isPlaced(int before) {
        return before >= 0 && PlaceWords.WITHIN.contains(text.norm(before));
    }

    FieldText text() {
        return text;
    }

    /** The bits of a token, none beyond either end. */
    int bits(int i) {
        return i < 0 || i >= bits.length ? 0 : bits[i];
    }

    boolean is(int i, int flags) {
        return (bits(i) & flags) != 0;
    }

    /** Whether it is one of these and written in lower case. */
    boolean lower(int i, int flags) {
        return is(i, flags) && !text.capitalised(i);
    }

    /** A country or its people: "Swedish", "U.S." */
    boolean nation(int i) {
        for (Alias alias : text.lookup().aliases(MentionKind.PLACE, i, i + 1)) {
            MentionType type = alias.entity().type();
            if (type == MentionType.COUNTRY && Casing.allows(text, i, alias.use())) {
                return true;
            }
        }
        return demonym(i);
    }

    boolean demonym(int i) {
        for (Alias alias : text.lookup().aliases(MentionKind.PLACE, i, i + 1)) {
            if (alias.use() == Alias.Use.DEMONYM) {
                return true;
            }
        }
        return false;
    }

    /** Whether these tokens are, as a whole, what a place is called that news is likely to mean. */
    boolean place(int first, int end) {
        for (Alias alias : text.lookup().aliases(MentionKind.PLACE, first, end)) {
            Entity entity = alias.entity();
            if (entity.type() != MentionType.SETTLEMENT
                    ? entity.type() != MentionType.FACILITY
                    : alias.main() && entity.population() >= KNOWN) {
                return true;
            }
        }
        return false;
    }

    /** Whether these tokens are, as a whole, what any place is called, however small. */
    boolean anyPlace(int first, int end) {
        return !text.lookup().aliases(MentionKind.PLACE, first, end).isEmpty();
    }

    boolean mark(int i, char mark) {
        return i >= 0
                && i < text.count()
                && text.tokens().text().charAt(text.tokens().start(i)) == mark
                && text.tokens().kind(i) != TokenKind.WORD;
    }

    boolean kind(int i, TokenKind kind) {
        return i >= 0 && i < text.count() && text.tokens().kind(i) == kind;
    }

    /** A single letter, as in "John F. Kennedy". */
    boolean initial(int i) {
        return text.capitalised(i)
                && (text.tokens().end(i) - text.tokens().start(i) == 1
                        || text.tokens().text().charAt(text.tokens().end(i) - 1) == '.' && !place(i, i + 1));
    }
}
