package io.vedette.text.mention;

import static io.vedette.text.gazetteer.NameWords.BRANCH;
import static io.vedette.text.gazetteer.NameWords.COMMON;
import static io.vedette.text.gazetteer.NameWords.FRONT;
import static io.vedette.text.gazetteer.NameWords.HEAD;
import static io.vedette.text.gazetteer.NameWords.PARTICLE;
import static io.vedette.text.gazetteer.NameWords.STARTER;
import static io.vedette.text.gazetteer.NameWords.SUFFIX;
import static io.vedette.text.gazetteer.NameWords.TITLE;
import static io.vedette.text.gazetteer.NameWords.WEAK;

import io.vedette.text.gazetteer.NameWords;
import io.vedette.text.gazetteer.NameWords.Sort;
import io.vedette.text.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a field into names: runs of capitalised words that no known actor takes, with the particles and initials within,
 * without the titles before.  A head word goes on over "of" and "for": "Council for the Arts".
 */
final class NameSplitter {

    /** Days and months that nobody is called: a name neither begins with one nor goes over it. */
    private static final Set<String> CALENDAR = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "july",
            "september",
            "october",
            "november",
            "december");

    private static final int LONGEST = 12;

    /** What stands behind a name and a hyphen as an adjective: "Khan-led". */
    private static final Set<String> HYPHENATED =
            Set.of("led", "run", "made", "built", "born", "based", "era", "style", "type", "like", "wide", "held");

    private final Clues clues;
    private final FieldText text;
    private final Cover cover;
    private final boolean[] headings;
    private final List<NameCandidate> found = new ArrayList<>();

    private NameSplitter(Clues clues, Cover cover, boolean[] headings) {
        this.clues = clues;
        this.headings = headings;
        this.text = clues.text();
        this.cover = cover;
    }

    /**
     * @param headings for each sentence, whether its capitals say nothing, so that it has no names of its own
     */
    static List<NameCandidate> split(Clues clues, Cover cover, boolean[] headings) {
        NameSplitter splitter = new NameSplitter(clues, cover, headings);
        int i = 0;
        while (i < clues.text().count()) {
            i = splitter.starts(i) ? splitter.at(i) : i + 1;
        }
        return splitter.found;
    }

    private boolean starts(int i) {
        return text.capitalised(i)
                && cover.free(i, i + 1)
                && !headings[text.tokens().sentenceOf(i)]
                && !isCalendar(i)
                && !(clues.is(i, STARTER) && (text.beginsSentence(i) || !text.capitalised(i + 1) || isArticle(i)));
    }

    private boolean isCalendar(int i) {
        return clues.is(i, COMMON) && CALENDAR.contains(text.norm(i));
    }

    private boolean isArticle(int i) {
        String norm = text.norm(i);
        return norm.equals("the") || norm.equals("a") || norm.equals("an");
    }

    /** Takes the name that starts here; gives where to go on. */
    private int at(int first) {
        int limit = Math.min(text.sentenceEnd(first), first + LONGEST);
        int runEnd = run(first, limit);
        int end = extended(first, runEnd, limit);
        if (end > runEnd || isBody(first, end)) {
            add(first, end);
            return end;
        }
        int title = lastTitle(first, end);
        if (title >= first) {
            if (title > first && clues.is(title - 1, HEAD)) {
                add(first, title);
            }
            first = title + 1;
            while (first < end && !text.capitalised(first)) {
                first++;
            }
        }
        int name = nameStart(first, end);
        if (name < end) {
            add(name, end);
        }
        return end;
    }

    private void add(int first, int end) {
        found.add(new NameCandidate(clues, first, end));
    }

    /** One past the last capitalised word of the run, with what may stand between such words in a name. */
    private int run(int first, int limit) {
        int end = first + 1;
        int i = end;
        while (i < limit && cover.free(i, i + 1)) {
            if (isCalendar(i)) {
                break;
            }
            if (text.capitalised(i)) {
                end = ++i;
                continue;
            }
            int next = bridge(first, i);
            if (next <= i || next >= limit || !text.capitalised(next) || !cover.free(i, next + 1)) {
                break;
            }
            i = next;
        }
        return isSyllableBehind(first, end, limit) ? end + 2 : end;
    }

    /** "Lee Jong-sup": the second syllable of a given name, in small letters behind a hyphen. */
    private boolean isSyllableBehind(int first, int end, int limit) {
        int last = end + 1;
        return end - first >= 2
                && last < limit
                && text.norm(end).equals("-")
                && text.tokens().joined(end)
                && text.tokens().joined(last)
                && text.tokens().small(last)
                && text.norm(last).length() <= 5
                && !HYPHENATED.contains(text.norm(last))
                && text.norm(end - 1).length() <= 5
                && text.capitalised(end - 2)
                && text.norm(end - 2).length() <= 5
                && cover.free(end, last + 1);
    }

    /** Where the name may go on behind what stands here, or -1. */
    private int bridge(int first, int i) {
        boolean joined = text.tokens().joined(i);
        if (clues.mark(i, '.')) {
            boolean abbreviates =
                    clues.initial(i - 1) || clues.is(i - 1, TITLE | SUFFIX | BRANCH) || clues.is(i - 1, FRONT);
            return joined && abbreviates ? i + 1 : -1;
        }
        if (text.norm(i).equals("-")) {
            boolean place = clues.initial(i - 1) ? clues.anyPlace(i + 1, i + 2) : clues.place(i + 1, i + 2);
            return joined && text.tokens().joined(i + 1) && !place ? i + 1 : -1;
        }
        if (text.norm(i).equals("&")) {
            boolean people = i - first > 1 && clues.is(first, Clues.FIRST_NAME) || clues.is(i + 1, Clues.FIRST_NAME);
            return people ? -1 : i + 1;
        }
        if (clues.kind(i, TokenKind.QUOTE)) {
            boolean nickname = i - first <= 3 && text.capitalised(i + 1) && clues.kind(i + 2, TokenKind.QUOTE);
            return nickname && text.tokens().joined(i + 1) ? i + 3 : -1;
        }
        return clues.lower(i, PARTICLE) ? behindParticles(i) : -1;
    }

    private int behindParticles(int i) {
        int next = i + 1;
        if (text.norm(next).equals("-") && text.tokens().joined(next)) {
            next++;
        } else if (clues.lower(next, PARTICLE)) {
            next++;
        }
        return next;
    }

    /** Over "of", "for", "on" and "'s", as long as a head word carries them. */
    private int extended(int first, int end, int limit) {
        if (clues.is(end - 1, TITLE) && !clues.is(end - 1, HEAD)) {
            return end;
        }
        int to = end;
        while (to < limit) {
            int next = linked(first, to);
            if (next < 0 || next >= limit || !text.capitalised(next) || !cover.free(to, next + 1)) {
                return to;
            }
            int last = to;
            to = run(next, limit);
            if (!carries(first, last, to)) {
                return last;
            }
        }
        return to;
    }

    private int linked(int first, int end) {
        int last = end - 1;
        boolean head = clues.is(last, HEAD | WEAK) && (end - first > 1 || clues.is(last, HEAD));
        String norm = text.norm(end);
        int next = text.norm(end + 1).equals("the") ? end + 2 : end + 1;
        return switch (norm) {
            case "of" -> head || clues.is(last, COMMON) && !clues.is(last, STARTER) ? next : -1;
            case "for", "on" -> {
                boolean topic = clues.is(next, COMMON) || clues.demonym(next);
                yield head && topic && NameWords.headSort(clues.bits(last)) == Sort.BODY ? next : -1;
            }
            case "and" -> clues.is(last, COMMON) || clues.place(first, end) ? end + 1 : -1;
            case "'s", "'" -> clues.is(last, COMMON) && clues.kind(end, TokenKind.POSSESSIVE) ? end + 1 : -1;
            default -> -1;
        };
    }

    /** Whether what stands behind the link belongs to the name. */
    private boolean carries(int first, int last, int end) {
        String link = text.norm(last);
        if (link.equals("and")) {
            boolean one = last - first == 1 || clues.is(last - 1, COMMON);
            return one && end - last > 2 && clues.is(end - 1, HEAD) && !clues.is(last - 1, HEAD)
                    || last - first > 2 && clues.is(end - 1, COMMON) && !clues.is(end - 1, HEAD);
        }
        if (link.equals("of") && clues.is(end - 1, HEAD) && last - first > 1) {
            return false;
        }
        return !clues.kind(last, TokenKind.POSSESSIVE) || clues.is(end - 1, HEAD | WEAK);
    }

    private boolean isBody(int first, int end) {
        int last = clues.bits(end - 1);
        return (last & HEAD) != 0 && end - first > 1 && NameWords.headSort(last) != null;
    }

    /** The last title with a name behind it, or -1. */
    private int lastTitle(int first, int end) {
        for (int i = end - 2; i >= first; i--) {
            if (clues.is(i, TITLE) && !clues.is(i, Clues.FIRST_NAME) && !clues.initial(i)) {
                int next = clues.mark(i + 1, '.') ? i + 2 : i + 1;
                return next < end ? next - 1 : -1;
            }
        }
        return -1;
    }

    /** Without the words before a name that are no part of it: "Swedish", "of State". */
    private int nameStart(int first, int end) {
        int i = first;
        while (i < end - 1
                && text.capitalised(i)
                && text.capitalised(i + 1)
                && (clues.nation(i) && !clues.is(i, Clues.FIRST_NAME)
                        || isTitleRest(i)
                        || clues.is(i, STARTER) && i == first && text.beginsSentence(i))) {
            i++;
        }
        return i;
    }

    private boolean isTitleRest(int i) {
        return clues.is(i, BRANCH)
                && (text.norm(i - 1).equals("of") && clues.is(i - 2, TITLE) || clues.is(i - 1, BRANCH));
    }
}
