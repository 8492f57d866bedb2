package io.vedette.text.mention;

import static io.vedette.text.gazetteer.NameWords.COMMON;
import static io.vedette.text.gazetteer.NameWords.PLURAL;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.NameWords;
import org.jspecify.annotations.Nullable;

/** Finds groups of a people that have no name of their own: "Syrian opposition fighters", "the people of Mali". */
final class GroupFinder {

    /** How many words may stand between the people and the noun: "Iraqi security forces". */
    private static final int BETWEEN = 2;

    private GroupFinder() {}

    static void find(Clues clues, Cover cover) {
        FieldText text = clues.text();
        for (int i = 0; i < text.count(); i++) {
            if (clues.is(i, PLURAL)) {
                Found found = text.norm(i + 1).equals("of") && !text.capitalised(i)
                        ? peopleOf(clues, i)
                        : peopleBefore(clues, i);
                if (found != null && cover.free(found.first(), found.end())) {
                    cover.add(found);
                }
            }
        }
    }

    private static @Nullable Found peopleBefore(Clues clues, int noun) {
        FieldText text = clues.text();
        for (int i = noun - 1; i >= 0 && i >= noun - 1 - BETWEEN && text.together(i, noun); i--) {
            if (text.capitalised(i) && clues.demonym(i)) {
                int last = clues.is(noun + 1, PLURAL) && text.together(noun, noun + 1) ? noun + 1 : noun;
                return group(clues, i, last + 1, last);
            }
            if (clues.bits(i) != 0 && clues.is(i, COMMON) && !isModifier(clues, i)
                    || clues.kind(i, io.vedette.text.token.TokenKind.PUNCTUATION)) {
                return null;
            }
        }
        return null;
    }

    /** A word that may stand before the noun: any but those that begin something else. */
    private static boolean isModifier(Clues clues, int i) {
        return clues.text().norm(i).length() > 4;
    }

    private static @Nullable Found peopleOf(Clues clues, int noun) {
        FieldText text = clues.text();
        int first = text.norm(noun + 2).equals("the") ? noun + 3 : noun + 2;
        int end = text.lookup().longest(MentionKind.PLACE, first, Math.min(text.count(), first + 6));
        if (end <= first
                || !text.norm(noun).equals("people") && !text.norm(noun).equals("citizens")) {
            return null;
        }
        for (Alias alias : text.lookup().aliases(MentionKind.PLACE, first, end)) {
            if (alias.entity().type() == MentionType.COUNTRY && Casing.allows(text, first, alias.use())) {
                return group(clues, noun, end, noun);
            }
        }
        return null;
    }

    private static Found group(Clues clues, int first, int end, int noun) {
        return new Found(first, end, NameWords.kindType(clues.bits(noun)), null, null, 0.7, "group.people");
    }
}
