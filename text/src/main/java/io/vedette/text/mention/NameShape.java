package io.vedette.text.mention;

import static io.vedette.text.gazetteer.NameWords.COMMON;
import static io.vedette.text.gazetteer.NameWords.FRONT;
import static io.vedette.text.gazetteer.NameWords.HEAD;
import static io.vedette.text.gazetteer.NameWords.PARTICLE;
import static io.vedette.text.gazetteer.NameWords.ROLE;
import static io.vedette.text.gazetteer.NameWords.SUFFIX;
import static io.vedette.text.gazetteer.NameWords.TITLE;
import static io.vedette.text.gazetteer.NameWords.WEAK;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.NameWords;
import io.vedette.text.gazetteer.NameWords.Sort;
import io.vedette.text.token.TokenKind;
import org.jspecify.annotations.Nullable;

/** What the words of a name themselves say about its sort. */
final class NameShape {

    private NameShape() {}

    static void weigh(NameCandidate name) {
        head(name);
        words(name);
        size(name);
    }

    private static void head(NameCandidate name) {
        Clues clues = name.clues;
        int of = link(name);
        int last = of < 0 ? name.end - 1 : of - 1;
        while (last > name.first && (clues.is(last, SUFFIX) || clues.initial(last))) {
            last--;
        }
        int bits = clues.bits(last);
        if ((bits & HEAD) != 0 && (name.length() > 1)) {
            say(name, NameWords.headSort(bits), NameWords.headType(bits), 55, "name.head");
        } else if ((bits & WEAK) != 0 && name.length() > 1) {
            int weight = of > 0 ? 35 : name.length() > 2 ? 27 : 22;
            say(name, NameWords.headSort(bits), NameWords.headType(bits), weight, "name.head");
            name.add(Sort.PERSON, -12, "");
        } else if (of > 0) {
            name.body(MentionType.ORGANISATION, 8, "name.head");
            name.add(Sort.PERSON, -20, "");
        }
        if (of > 0 && clues.is(name.end - 1, HEAD) && NameWords.headSort(clues.bits(name.end - 1)) == Sort.BODY) {
            name.body(NameWords.headType(clues.bits(name.end - 1)), (bits & WEAK) != 0 ? 30 : 15, "name.head");
        }
        int front = clues.bits(name.first);
        if ((front & FRONT) != 0 && name.length() > 1) {
            say(name, NameWords.headSort(front), NameWords.headType(front), 30, "name.head");
            name.add(Sort.PERSON, -20, "");
        }
    }

    /** The "of" or "for" behind the head, or -1. */
    private static int link(NameCandidate name) {
        FieldText text = name.clues.text();
        for (int i = name.first + 1; i < name.end; i++) {
            String norm = text.norm(i);
            if (norm.equals("of") || norm.equals("for") || norm.equals("on")) {
                return i;
            }
        }
        return -1;
    }

    static void say(NameCandidate name, @Nullable Sort sort, MentionType type, int weight, String reason) {
        if (sort == Sort.BODY) {
            name.body(type, weight, reason);
        } else if (sort != null) {
            name.add(sort, weight, reason);
        }
    }

    private static void words(NameCandidate name) {
        Clues clues = name.clues;
        FieldText text = clues.text();
        boolean several = name.length() > 1;
        int common = 0;
        for (int i = name.first; i < name.end; i++) {
            int bits = clues.bits(i);
            if (!text.capitalised(i)) {
                lower(name, i);
                continue;
            }
            if ((bits & Clues.FIRST_NAME) != 0) {
                name.add(Sort.PERSON, i > name.first ? 10 : several ? 30 : 14, "person.first-name");
            } else if ((bits & COMMON) != 0 || several && abstracts(text.norm(i))) {
                common++;
            }
            if ((bits & (TITLE | ROLE)) != 0 && (bits & Clues.FIRST_NAME) == 0) {
                name.add(Sort.PERSON, -15, "");
            }
            if (several && (bits & SUFFIX) != 0 && i > name.first) {
                name.add(Sort.PERSON, 20, "person.suffix");
            } else if (several && clues.initial(i)) {
                name.add(Sort.PERSON, 20, "person.initial");
            } else if (text.tokens().allCaps(i)) {
                capitals(name, i);
            }
            if (clues.demonym(i)) {
                name.add(Sort.PERSON, -25, "");
                name.add(Sort.BODY, 4, "name.people");
            }
        }
        if (common > 0) {
            name.add(Sort.PERSON, -14 * Math.min(3, common), "");
            name.add(Sort.BODY, several ? 6 : -10, "name.words");
        }
    }

    private static void lower(NameCandidate name, int i) {
        Clues clues = name.clues;
        if (clues.mark(i, '&')) {
            boolean words = clues.is(i - 1, COMMON) && clues.is(i + 1, COMMON);
            name.body(MentionType.COMPANY, words ? 10 : 30, "name.ampersand");
            name.add(Sort.PERSON, -25, "");
        } else if (clues.is(i, PARTICLE)) {
            name.add(Sort.PERSON, 12, "person.particle");
        } else if (clues.kind(i, TokenKind.QUOTE)) {
            name.add(Sort.PERSON, 15, "person.nickname");
        }
    }

    private static void capitals(NameCandidate name, int i) {
        FieldText text = name.clues.text();
        boolean acronym = text.norm(i).length() <= 8;
        name.add(Sort.PERSON, -14, "");
        boolean word = name.clues.is(i, COMMON | SUFFIX) || UnitNumber.roman(text.tokens(), i) != UnitNumber.NONE;
        if (word) {
            return;
        }
        name.add(Sort.BODY, i == name.first && acronym && isAcronym(name) ? 24 : 8, "organisation.acronym");
    }

    /** "CJTF", "CJTF-OIR". */
    private static boolean isAcronym(NameCandidate name) {
        FieldText text = name.clues.text();
        for (int i = name.first; i < name.end; i++) {
            if (text.capitalised(i) && !text.tokens().allCaps(i)) {
                return false;
            }
        }
        return name.length() <= 3;
    }

    private static void size(NameCandidate name) {
        Clues clues = name.clues;
        FieldText text = clues.text();
        switch (words(text, name)) {
            case 1 -> {
                // one word alone says nothing
            }
            case 2 -> name.add(Sort.PERSON, 26, "person.shape");
            case 3 -> name.add(Sort.PERSON, 22, "person.shape");
            case 4 -> name.add(Sort.PERSON, 4, "person.shape");
            default -> name.add(Sort.PERSON, -15, "");
        }
        if (name.length() == 1) {
            return;
        }
        if (clues.anyPlace(name.first, name.end) && !clues.is(name.first, Clues.FIRST_NAME)) {
            name.add(Sort.PERSON, -12, "");
        }
        if (clues.place(name.end - 1, name.end) && !clues.is(name.first, Clues.FIRST_NAME)) {
            name.add(Sort.PERSON, clues.nation(name.end - 1) ? -30 : -8, "");
            name.add(Sort.BODY, clues.is(name.first, COMMON) ? -12 : 0, "");
        }
        boolean headless = !clues.is(name.end - 1, HEAD | WEAK);
        int place = text.lookup().longest(MentionKind.PLACE, name.first, name.end - 1);
        if (headless
                && place > name.first
                && clues.place(name.first, place)
                && !clues.is(name.first, Clues.FIRST_NAME)) {
            boolean plural = text.norm(name.end - 1).endsWith("s");
            name.body(MentionType.ORGANISATION, plural ? 26 : 8, "organisation.team");
            name.add(Sort.PERSON, plural ? -25 : -12, "");
        }
    }

    private static int words(FieldText text, NameCandidate name) {
        int words = 0;
        for (int i = name.first; i < name.end; i++) {
            words += text.capitalised(i) ? 1 : 0;
        }
        return words;
    }

    /** Endings of abstract nouns and adjectives, which surnames hardly ever have. */
    private static boolean abstracts(String norm) {
        return norm.length() > 6
                && (norm.endsWith("tion")
                        || norm.endsWith("sion")
                        || norm.endsWith("ment")
                        || norm.endsWith("ness")
                        || norm.endsWith("ity")
                        || norm.endsWith("ism")
                        || norm.endsWith("ics")
                        || norm.endsWith("ship")
                        || norm.endsWith("hood")
                        || norm.endsWith("ance")
                        || norm.endsWith("ence")
                        || norm.endsWith("ists")
                        || norm.endsWith("ians")
                        || norm.endsWith("ers")
                        || norm.endsWith("ing")
                        || norm.endsWith("tive")
                        || norm.endsWith("ous")
                        || norm.endsWith("able"));
    }
}
