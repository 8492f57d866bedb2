package io.vedette.text.mention;

import io.vedette.text.MentionType;
import io.vedette.text.script.Romanization;
import io.vedette.text.token.TokenKind;
import java.util.List;
import java.util.Set;

/**
 * Finds people that the gazetteer does not know in texts of other languages than English: a first name, in whatever case,
 * and the capitalised words behind it; in Arabic, which has no capitals, one word.
 */
final class OtherPeople {

    /** The languages whose first names the gazetteer has. */
    static final Set<String> READ = Set.of("uk", "ru", "ar", "fr", "de", "es");

    private static final double CONFIDENCE = 0.6;
    private static final int MOST_WORDS = 3;

    private OtherPeople() {}

    static void find(FieldText text, Cover cover) {
        int i = 0;
        while (i < text.count()) {
            int end = text.lookup().isFirstName(i) && cover.free(i, i + 1) ? end(text, i, cover) : i;
            if (end > i + 1) {
                boolean foreign = Romanization.applies(text.tokens().word(i));
                cover.add(new Found(
                        i,
                        end,
                        MentionType.PERSON,
                        null,
                        null,
                        CONFIDENCE,
                        "person.first-name",
                        List.of(),
                        null,
                        foreign));
                i = end;
            } else {
                i++;
            }
        }
    }

    private static int end(FieldText text, int first, Cover cover) {
        boolean cased = !text.language().equals("ar");
        if (cased && !text.capitalised(first)) {
            return first;
        }
        int most = Math.min(text.sentenceEnd(first), first + (cased ? MOST_WORDS : 2));
        int end = first + 1;
        while (end < most && cover.free(end, end + 1) && isName(text, end, cased)) {
            end++;
        }
        return end;
    }

    private static boolean isName(FieldText text, int i, boolean cased) {
        return cased
                ? text.capitalised(i) && !text.tokens().allCaps(i)
                : text.tokens().kind(i) == TokenKind.WORD;
    }
}
