package io.vedette.text.mention;

import io.vedette.text.MentionType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds organisations by their head noun: "Rapides Parish Sheriff's Office", "University of Texas". */
final class OrganisationFinder {

    private static final Map<String, MentionType> HEADS = heads();
    private static final Set<String> INNER = Set.of("of", "for", "and", "&", "the", "-", "'s", "on");
    private static final int LONGEST = 9;

    private OrganisationFinder() {}

    private static Map<String, MentionType> heads() {
        Map<String, MentionType> heads = new HashMap<>();
        put(heads, MentionType.AGENCY, "police department agency bureau ministry administration office directorate");
        put(heads, MentionType.PARTY, "party");
        put(heads, MentionType.MEDIA, "times post herald news tribune gazette journal chronicle daily radio");
        put(heads, MentionType.COMPANY, "inc corp corporation ltd llc company motors airlines airways industries bank");
        put(
                heads,
                MentionType.ORGANISATION,
                "university college institute foundation association council committee commission union court hospital "
                        + "organization organisation federation league society academy school authority center centre "
                        + "fund forum congress alliance coalition network service group church board");
        return Map.copyOf(heads);
    }

    private static void put(Map<String, MentionType> heads, MentionType type, String words) {
        Arrays.stream(words.split(" ")).forEach(word -> heads.put(word, type));
    }

    static void find(FieldText text, Cover cover) {
        for (int i = 0; i < text.count(); i++) {
            boolean article = text.beginsSentence(i)
                    && Words.NOT_NAMES.contains(text.norm(i))
                    && text.norm(i).length() < 4;
            if (text.capitalised(i) && cover.free(i, i + 1) && !article) {
                i = findAt(text, i, cover) - 1;
            }
        }
    }

    /** Tries the run of capitalised words that starts here; gives where to go on. */
    private static int findAt(FieldText text, int first, Cover cover) {
        int limit = Math.min(text.sentenceEnd(first), first + LONGEST);
        int runEnd = first + 1;
        int head = HEADS.containsKey(text.norm(first)) ? first : -1;
        boolean linked = false;
        int end = -1;
        for (int i = first + 1; i < limit && cover.free(i, i + 1); i++) {
            if (text.capitalised(i)) {
                runEnd = i + 1;
                if (HEADS.containsKey(text.norm(i))) {
                    head = i;
                    end = i + 1;
                } else if (linked && head >= 0) {
                    end = i + 1;
                }
            } else if (INNER.contains(text.norm(i))) {
                linked = linked || text.norm(i).equals("of") && head == i - 1 && i > first;
            } else {
                break;
            }
        }
        MentionType type = head < 0 ? null : HEADS.get(text.norm(head));
        if (type != null && end - first >= 2) {
            cover.add(new Found(first, end, type, null, null, 0.6, "organisation.head"));
            return end;
        }
        return runEnd;
    }
}
