package io.vedette.text.mention;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.token.TokenKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds people whom the gazetteer does not know: behind a title, or beside a verb of speech. */
final class PersonFinder {

    private static final Set<String> PARTICLES = Set.of(
            "al", "bin", "ibn", "van", "von", "der", "de", "da", "di", "del", "la", "le", "ben", "el", "abu", "-");

    private static final int LONGEST = 5;

    private PersonFinder() {}

    static void find(FieldText text, Gazetteer gazetteer, Cover cover) {
        for (int i = 0; i < text.count(); i++) {
            if (!isName(text, i) || !cover.free(i, i + 1)) {
                continue;
            }
            int end = nameEnd(text, i, cover);
            String rule = rule(text, gazetteer, i, end);
            if (rule != null) {
                double confidence = rule.equals("person.title") ? 0.8 : 0.7;
                cover.add(new Found(i, end, MentionType.PERSON, null, null, confidence, rule));
            }
            i = end - 1;
        }
    }

    /** A capitalised word that could be a part of a person's name. */
    static boolean isName(FieldText text, int i) {
        return text.capitalised(i)
                && !Words.NOT_NAMES.contains(text.norm(i))
                && !Words.TITLES.contains(text.norm(i))
                && !(text.tokens().allCaps(i)
                        && text.norm(i).length() > 1
                        && !text.norm(i).contains("."));
    }

    private static int nameEnd(FieldText text, int first, Cover cover) {
        int limit = Math.min(text.sentenceEnd(first), first + LONGEST + 3);
        int end = first + 1;
        int i = first + 1;
        while (i < limit && cover.free(i, i + 1)) {
            if (isName(text, i)) {
                end = ++i;
            } else if (isInitialsDot(text, i) || PARTICLES.contains(text.norm(i))) {
                i++;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean isInitialsDot(FieldText text, int i) {
        return text.norm(i).equals(".")
                && text.norm(i - 1).length() == 1
                && text.tokens().joined(i);
    }

    private static @Nullable String rule(FieldText text, Gazetteer gazetteer, int first, int end) {
        int before = first - 1;
        if (before >= 0 && text.norm(before).equals(".")) {
            before--;
        }
        boolean titled = before >= 0
                && text.together(before, first)
                && Words.TITLES.contains(text.norm(before))
                && isPersonal(text, first, end);
        if (titled) {
            return "person.title";
        }
        boolean full = words(text, first, end) >= 2 && words(text, first, end) <= 4;
        if (!full || !isPersonal(text, first, end)) {
            return null;
        }
        if (gazetteer.isFirstName(text.norm(first))) {
            return "person.first-name";
        }
        return speaks(text, first, end) ? "person.speech" : null;
    }

    private static boolean isPersonal(FieldText text, int first, int end) {
        int place = text.lookup().longest(MentionKind.PLACE, first, end);
        return place != end
                || end - first == 1
                        && !text.lookup().aliases(MentionKind.PLACE, first, end).stream()
                                .anyMatch(alias -> alias.entity().type() == MentionType.COUNTRY
                                        || alias.entity().type() == MentionType.DEMONYM);
    }

    private static int words(FieldText text, int first, int end) {
        int words = 0;
        for (int i = first; i < end; i++) {
            words += text.tokens().kind(i) == TokenKind.WORD ? 1 : 0;
        }
        return words;
    }

    private static boolean speaks(FieldText text, int first, int end) {
        String after = text.together(first, end) ? text.norm(end) : "";
        String before = text.together(first, first - 1) ? text.norm(first - 1) : "";
        boolean appositive =
                after.equals(",") && end + 1 < text.count() && (text.lower(end + 1) || isAge(text, end + 1));
        return Words.SPEECH.contains(after)
                || Words.SPEECH.contains(before)
                || before.equals("to") && text.norm(first - 2).equals("according")
                || appositive;
    }

    private static boolean isAge(FieldText text, int i) {
        return text.tokens().kind(i) == TokenKind.NUMBER
                && text.norm(i).length() == 2
                && (text.norm(i + 1).equals(",") || text.norm(i + 1).equals("."));
    }
}
