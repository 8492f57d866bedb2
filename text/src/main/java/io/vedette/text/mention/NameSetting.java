package io.vedette.text.mention;

import static io.vedette.text.gazetteer.NameWords.COMMON;
import static io.vedette.text.gazetteer.NameWords.DEED;
import static io.vedette.text.gazetteer.NameWords.HEAD;
import static io.vedette.text.gazetteer.NameWords.JOINS;
import static io.vedette.text.gazetteer.NameWords.KIN;
import static io.vedette.text.gazetteer.NameWords.KIND;
import static io.vedette.text.gazetteer.NameWords.LIFE;
import static io.vedette.text.gazetteer.NameWords.OFFICE;
import static io.vedette.text.gazetteer.NameWords.ROLE;
import static io.vedette.text.gazetteer.NameWords.SPEECH;
import static io.vedette.text.gazetteer.NameWords.TITLE;
import static io.vedette.text.gazetteer.NameWords.WEAK;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.NameWords;
import io.vedette.text.gazetteer.NameWords.Sort;
import io.vedette.text.token.TokenKind;
import io.vedette.text.token.WordSet;
import java.util.Set;

/** What the words around a name say about its sort. */
final class NameSetting {

    private static final Set<String> BE = WordSet.of("is", "was", "are", "were", "became", "remains");
    private static final Set<String> WITHIN =
            WordSet.of("in", "at", "near", "outside", "inside", "across", "throughout");
    private static final Set<String> PRONOUNS = WordSet.of("he", "she", "his", "her");

    /** How far behind "is a" the noun may stand that says what it is. */
    private static final int DEFINITION = 10;

    private NameSetting() {}

    static void weigh(NameCandidate name) {
        before(name);
        behind(name);
        pronoun(name);
    }

    private static void before(NameCandidate name) {
        Clues clues = name.clues;
        FieldText text = clues.text();
        int i = name.first - 1;
        if (!text.together(i, name.first)) {
            return;
        }
        if (clues.mark(i, '.') && clues.is(i - 1, TITLE)) {
            i--;
        }
        String norm = text.norm(i);
        if (clues.kind(i, TokenKind.QUOTE)) {
            quoted(name);
            return;
        }
        if (norm.equals("the")) {
            the(name, i);
            return;
        }
        int bits = clues.bits(i);
        if ((bits & TITLE) != 0 && (bits & Clues.FIRST_NAME) == 0) {
            name.add(Sort.PERSON, clues.text().capitalised(i) ? 50 : 40, "person.title");
        } else if ((bits & ROLE) != 0 && !text.capitalised(i)) {
            name.add(Sort.PERSON, 30, "person.role");
        } else if (text.norm(i - 1).equals("secretary") && norm.equals("of")) {
            name.add(Sort.PERSON, 30, "person.title");
        } else if ((bits & KIND) != 0 && !text.capitalised(i)) {
            NameShape.say(name, NameWords.kindSort(bits), NameWords.kindType(bits), 32, "name.kind-before");
        } else if (norm.equals("a") || norm.equals("an")) {
            name.add(Sort.PERSON, -18, "");
            name.add(Sort.BODY, -8, "");
        } else if (WITHIN.contains(norm)) {
            name.add(Sort.PERSON, -8, "");
            name.add(Sort.PLACE, 20, "place.in");
        } else if (norm.equals("from") || norm.equals("to")) {
            name.add(Sort.PLACE, 6, "place.in");
        } else if ((bits & SPEECH) != 0) {
            name.add(Sort.PERSON, 18, "person.speech");
        } else if ((bits & JOINS) != 0) {
            name.add(Sort.BODY, 10, "organisation.joined");
            name.add(Sort.PERSON, 4, "");
        } else if (norm.equals("of") || norm.equals("for") || norm.equals("with") || norm.equals("by")) {
            link(name, i);
        }
    }

    /** "the singer of X", "the village of X", "signed by X". */
    private static void link(NameCandidate name, int i) {
        Clues clues = name.clues;
        boolean of = clues.text().norm(i).equals("of");
        int bits = clues.bits(i - 1);
        if (of && clues.lower(i - 1, KIND) && NameWords.kindSort(bits) == Sort.PLACE) {
            name.add(Sort.PLACE, 35, "place.kind-of");
        } else if ((bits & JOINS) != 0 && !clues.text().norm(i).equals("by")) {
            name.add(Sort.BODY, 16, "organisation.joined");
        } else if (clues.text().norm(i).equals("by")) {
            name.add(Sort.PERSON, 5, "");
            name.add(Sort.BODY, 5, "");
        } else if (of && clues.is(i - 1, KIN)) {
            name.add(Sort.PERSON, 20, "person.kin");
        }
    }

    private static void the(NameCandidate name, int i) {
        Clues clues = name.clues;
        FieldText text = clues.text();
        name.add(Sort.PERSON, -34, "");
        name.add(Sort.BODY, 6, "");
        int head = clues.bits(name.first);
        if (name.length() == 1 && NameWords.headSort(head) == Sort.BODY && (head & (HEAD | WEAK)) != 0) {
            name.body(NameWords.headType(head), (head & HEAD) != 0 ? 28 : 12, "organisation.short-form");
        }
        if (clues.kind(i - 1, TokenKind.QUOTE)) {
            quoted(name);
        } else if (text.capitalised(i) && !text.beginsSentence(i)) {
            name.add(Sort.BODY, 10, "organisation.the");
        }
        boolean plural = !clues.is(name.end - 1, HEAD | WEAK)
                && text.norm(name.end - 1).endsWith("s")
                && !text.norm(name.end - 1).endsWith("ss");
        if (plural && !clues.demonym(name.end - 1) && text.capitalised(name.end - 1)) {
            name.body(MentionType.ORGANISATION, 14, "organisation.plural");
        }
        int before = text.norm(i - 1).equals("of")
                        || text.norm(i - 1).equals("for")
                        || text.norm(i - 1).equals("with")
                        || text.norm(i - 1).equals("by")
                ? i - 2
                : i - 1;
        if (text.together(before, i) && clues.lower(before, JOINS)) {
            name.add(Sort.BODY, 14, "organisation.joined");
        }
    }

    private static void quoted(NameCandidate name) {
        if (name.clues.kind(name.end, TokenKind.QUOTE)) {
            name.add(Sort.OTHER, 34, "name.quoted");
        }
    }

    private static void behind(NameCandidate name) {
        Clues clues = name.clues;
        FieldText text = clues.text();
        int i = name.end;
        if (!text.together(name.first, i)) {
            return;
        }
        if (clues.mark(i, '(')) {
            bracket(name, i + 1);
            i = behindBracket(text, i);
            if (!text.together(name.first, i)) {
                return;
            }
        }
        String norm = text.norm(i);
        int bits = clues.bits(i);
        if (clues.kind(i, TokenKind.POSSESSIVE)) {
            possessive(name, i + 1);
        } else if (clues.mark(i, ',')) {
            comma(name, i + 1);
        } else if (norm.equals("who") || norm.equals("whose")) {
            name.add(Sort.PERSON, 22, "person.who");
        } else if (BE.contains(norm)) {
            defined(name, i + 1);
        } else if (text.capitalised(i)) {
            return;
        } else if ((bits & LIFE) != 0) {
            name.add(Sort.PERSON, 18, "person.life");
        } else if ((bits & SPEECH) != 0) {
            name.add(Sort.PERSON, 14, "person.speech");
            name.add(Sort.BODY, 9, "organisation.speech");
        } else if ((bits & OFFICE) != 0) {
            name.add(Sort.BODY, 18, "organisation.office");
        } else if ((bits & DEED) != 0) {
            name.add(Sort.PERSON, 6, "");
            name.add(Sort.BODY, 8, "organisation.deed");
        } else if ((bits & KIND) != 0 && (bits & ROLE) == 0) {
            NameShape.say(name, NameWords.kindSort(bits), NameWords.kindType(bits), 26, "name.kind-behind");
        }
    }

    /** "(born 1959)", "(1818-1896)", "(WMF)". */
    private static void bracket(NameCandidate name, int first) {
        Clues clues = name.clues;
        FieldText text = clues.text();
        if (name.length() > 1
                && Acronyms.bracketed(clues, first)
                && Acronyms.abbreviates(text, first, name.first, name.end)) {
            name.add(Sort.BODY, 34, "organisation.acronym");
            name.add(Sort.PERSON, -30, "");
            return;
        }
        for (int i = first; i < Math.min(first + 8, text.count()) && !clues.mark(i, ')'); i++) {
            String norm = text.norm(i);
            if (norm.equals("born") || norm.equals("b")) {
                name.add(Sort.PERSON, 45, "person.born");
                return;
            }
            boolean year = clues.kind(i, TokenKind.NUMBER) && norm.length() == 4;
            if (year && text.norm(i + 1).equals("-") && clues.kind(i + 2, TokenKind.NUMBER)) {
                name.add(Sort.PERSON, 25, "person.years");
                return;
            }
        }
    }

    private static int behindBracket(FieldText text, int open) {
        int limit = Math.min(text.sentenceEnd(open), open + 60);
        for (int i = open + 1; i < limit; i++) {
            if (text.norm(i).equals(")")) {
                return i + 1;
            }
        }
        return open + 1;
    }

    private static void possessive(NameCandidate name, int i) {
        Clues clues = name.clues;
        if (!clues.is(name.end - 1, Clues.FIRST_NAME) && name.length() == 1 && isAlone(clues, i)) {
            name.body(MentionType.COMPANY, 26, "organisation.possessive");
        } else if (clues.lower(i, KIN)) {
            name.add(Sort.PERSON, 22, "person.kin");
        } else if (clues.lower(i, OFFICE)) {
            name.add(Sort.BODY, 16, "organisation.office");
        }
    }

    /** "McDonald's in Minsk": nothing follows that could be owned. */
    private static boolean isAlone(Clues clues, int i) {
        String norm = clues.text().norm(i);
        return clues.mark(i, ',')
                || norm.equals("in")
                || norm.equals("was")
                || norm.equals("is")
                || norm.equals("has")
                || norm.equals("became")
                || norm.equals("will");
    }

    /** ", 45,", ", who", ", a singer", ", spokesman for". */
    private static void comma(NameCandidate name, int i) {
        Clues clues = name.clues;
        FieldText text = clues.text();
        String norm = text.norm(i);
        if (clues.kind(i, TokenKind.NUMBER)
                && norm.length() <= 2
                && (clues.mark(i + 1, ',') || clues.mark(i + 1, '.'))) {
            name.add(Sort.PERSON, 40, "person.age");
        } else if (norm.equals("who") || norm.equals("whose")) {
            name.add(Sort.PERSON, 24, "person.who");
        } else if (norm.equals("a") || norm.equals("an") || norm.equals("the")) {
            if (name.length() > 1 || !clues.is(name.first, COMMON)) {
                defined(name, i);
            }
        } else if (clues.lower(i, ROLE) && !clues.is(i, KIND)) {
            name.add(Sort.PERSON, 30, "person.role");
        } else if (text.norm(i).equals("born") || text.norm(i).equals("aged")) {
            name.add(Sort.PERSON, 40, "person.born");
        }
    }

    /** The noun of "is a rock band from ...": the last that is a role or kind before the phrase ends. */
    private static void defined(NameCandidate name, int from) {
        Clues clues = name.clues;
        FieldText text = clues.text();
        if (text.norm(from).equals("born")) {
            name.add(Sort.PERSON, 50, "person.born");
            return;
        }
        String article = text.norm(from);
        if (!article.equals("a") && !article.equals("an") && !article.equals("the") && !article.equals("one")) {
            return;
        }
        int limit = Math.min(text.sentenceEnd(from), from + DEFINITION);
        if (article.equals("one")) {
            from++;
        }
        int noun = -1;
        for (int i = from + 1; i < limit; i++) {
            if (clues.lower(i, ROLE | KIND) || clues.is(i, ROLE)) {
                noun = i;
            } else if (noun >= 0 && !text.norm(i).equals("-") || ends(clues, i)) {
                break;
            }
        }
        if (noun >= 0) {
            NameWords.Sort sort = NameWords.kindSort(clues.bits(noun));
            if (clues.is(noun, ROLE) && !clues.is(noun, KIND)) {
                sort = Sort.PERSON;
            }
            if (sort == Sort.PERSON) {
                name.add(Sort.PERSON, 45, "person.definition");
            } else {
                NameShape.say(name, sort, NameWords.kindType(clues.bits(noun)), 50, "name.definition");
            }
        }
    }

    private static boolean ends(Clues clues, int i) {
        String norm = clues.text().norm(i);
        return clues.kind(i, TokenKind.PUNCTUATION) && !norm.equals("-") && !norm.equals(",")
                || norm.equals("in")
                || norm.equals("of")
                || norm.equals("for")
                || norm.equals("from")
                || norm.equals("by")
                || norm.equals("that")
                || norm.equals("which")
                || norm.equals("who")
                || norm.equals("with");
    }

    /** The next sentence goes on with "He". */
    private static void pronoun(NameCandidate name) {
        FieldText text = name.clues.text();
        int sentence = text.tokens().sentenceOf(name.first);
        if (sentence + 1 < text.tokens().sentences()
                && name.first - text.tokens().sentenceStart(sentence) < 2
                && PRONOUNS.contains(text.norm(text.tokens().sentenceStart(sentence + 1)))) {
            name.add(Sort.PERSON, 14, "person.pronoun");
        }
        int limit = Math.min(text.sentenceEnd(name.first), name.end + 12);
        for (int i = name.end; i < limit; i++) {
            if (name.clues.is(i, COMMON) && PRONOUNS.contains(text.norm(i))) {
                name.add(Sort.PERSON, 6, "person.pronoun");
                return;
            }
        }
    }
}
