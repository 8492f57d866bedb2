package io.vedette.text.mention;

import static io.vedette.text.gazetteer.NameWords.COMMON;
import static io.vedette.text.gazetteer.NameWords.HEAD;
import static io.vedette.text.gazetteer.NameWords.STARTER;
import static io.vedette.text.gazetteer.NameWords.TITLE;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.NameWords;
import io.vedette.text.gazetteer.NameWords.Sort;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the actors that the gazetteer knows in one article: the longest name, then the leftmost. */
final class ActorFinder {

    private static final double SEVERAL_WORDS = 0.97;
    private static final double ONE_WORD = 0.9;
    private static final double OUT_OF_TIME = 0.6;

    private final @Nullable LocalDate day;
    private final ActorChoice choice;

    ActorFinder(@Nullable LocalDate day) {
        this.day = day;
        this.choice = new ActorChoice(day);
    }

    /** Takes the known names of a field; those that may mean several are taken for the likeliest until all are known. */
    void find(Clues clues, Cover cover) {
        int i = 0;
        while (i < clues.text().count()) {
            int end = findAt(clues, i, cover);
            i = Math.max(end, i + 1);
        }
    }

    /** Decides, with all fields read, on the names that may mean several actors. */
    void decide() {
        choice.decide();
    }

    private int findAt(Clues clues, int first, Cover cover) {
        FieldText text = clues.text();
        int end = text.lookup().longest(MentionKind.ACTOR, first, text.sentenceEnd(first));
        while (end > first) {
            List<Alias> aliases = Casing.allowed(text, first, text.lookup().aliases(MentionKind.ACTOR, first, end));
            Alias best = choice.best(aliases);
            if (best != null && !isPartOfOtherName(clues, first, end, best.entity())) {
                boolean current = day == null || best.entity().existed(day);
                double confidence = (end - first > 1 ? SEVERAL_WORDS : ONE_WORD) * (current ? 1 : OUT_OF_TIME);
                Found found = new Found(
                        first, end, best.entity().type(), best.entity(), best.text(), confidence, "actor.alias");
                cover.add(found);
                choice.add(clues, cover, found, aliases);
                return end;
            }
            end = text.lookup().longest(MentionKind.ACTOR, first, end - 1);
        }
        return -1;
    }

    /** "Hunter Biden" is not the Biden of the gazetteer, and "Queen Elizabeth Hospital" no queen. */
    private static boolean isPartOfOtherName(Clues clues, int first, int end, Entity entity) {
        if (entity.type() != MentionType.PERSON) {
            return false;
        }
        FieldText text = clues.text();
        int head = clues.bits(end);
        boolean named = text.capitalised(end)
                && text.together(first, end)
                && (head & HEAD) != 0
                && isNamedAfter(head)
                && !text.tokens().allCaps(end);
        if (named || end - first > 1 || text.beginsSentence(first)) {
            return named;
        }
        int before = first - 1;
        return text.capitalised(before)
                && text.together(before, first)
                && !text.tokens().allCaps(before)
                && !clues.is(before, TITLE | COMMON | STARTER)
                && !Words.TITLES.contains(text.norm(before))
                && !Words.NOT_NAMES.contains(text.norm(before))
                && !clues.nation(before)
                && text.lookup().longest(MentionKind.ACTOR, before, first) != first;
    }

    /** What is named after people: hospitals and streets, but not "the Biden Administration". */
    private static boolean isNamedAfter(int head) {
        MentionType type = NameWords.headType(head);
        return NameWords.headSort(head) != Sort.OTHER
                && type != MentionType.AGENCY
                && type != MentionType.GOVERNMENT
                && type != MentionType.ARMED_FORCE;
    }
}
