package io.vedette.text.mention;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the actors that the gazetteer knows: the longest name, then the leftmost. */
final class ActorFinder {

    private static final double SEVERAL_WORDS = 0.97;
    private static final double ONE_WORD = 0.9;
    private static final double OUT_OF_TIME = 0.6;

    private ActorFinder() {}

    static void find(FieldText text, @Nullable LocalDate day, Cover cover) {
        int i = 0;
        while (i < text.count()) {
            int end = findAt(text, i, day, cover);
            i = Math.max(end, i + 1);
        }
    }

    private static int findAt(FieldText text, int first, @Nullable LocalDate day, Cover cover) {
        int end = text.lookup().longest(MentionKind.ACTOR, first, text.sentenceEnd(first));
        while (end > first) {
            List<Alias> aliases = Casing.allowed(text, first, text.lookup().aliases(MentionKind.ACTOR, first, end));
            Alias best = best(aliases, day);
            if (best != null && !isPartOfOtherName(text, first, end, best.entity())) {
                boolean current = day == null || best.entity().existed(day);
                double confidence = (end - first > 1 ? SEVERAL_WORDS : ONE_WORD) * (current ? 1 : OUT_OF_TIME);
                cover.add(new Found(
                        first, end, best.entity().type(), best.entity(), best.text(), confidence, "actor.alias"));
                return end;
            }
            end = text.lookup().longest(MentionKind.ACTOR, first, end - 1);
        }
        return -1;
    }

    private static @Nullable Alias best(List<Alias> aliases, @Nullable LocalDate day) {
        for (Alias alias : aliases) {
            if (day == null || alias.entity().existed(day)) {
                return alias;
            }
        }
        return aliases.isEmpty() ? null : aliases.get(0);
    }

    /** "Hunter Biden" is not the Biden of the gazetteer. */
    private static boolean isPartOfOtherName(FieldText text, int first, int end, Entity entity) {
        if (entity.type() != MentionType.PERSON || end - first > 1 || text.beginsSentence(first)) {
            return false;
        }
        int before = first - 1;
        return text.capitalised(before)
                && !Words.TITLES.contains(text.norm(before))
                && !Words.NOT_NAMES.contains(text.norm(before))
                && text.lookup().longest(MentionKind.PLACE, before, first) != first
                && text.lookup().longest(MentionKind.ACTOR, before, first) != first;
    }
}
