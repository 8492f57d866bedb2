package io.vedette.text.mention;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has been named in full in an article, so that the surname alone is understood. */
final class Surnames {

    private record Bearer(@Nullable Entity entity, String rule) {}

    private final Map<String, Bearer> bearers = new HashMap<>();

    /** Takes the full names of a field; the first bearer of a surname keeps it, unless the gazetteer knows a later one. */
    void learn(FieldText text, Cover cover) {
        for (Found found : cover.all()) {
            if (found.type() == MentionType.PERSON && found.end() - found.first() > 1) {
                String surname = text.norm(found.end() - 1);
                Bearer bearer = new Bearer(found.entity(), "person.surname");
                if (found.entity() != null) {
                    bearers.put(surname, bearer);
                } else {
                    bearers.putIfAbsent(surname, bearer);
                }
            }
        }
    }

    void find(FieldText text, Cover cover) {
        for (int i = 0; i < text.count(); i++) {
            Bearer bearer = text.capitalised(i) && cover.free(i, i + 1) ? bearers.get(text.norm(i)) : null;
            if (bearer != null && standsAlone(text, i, cover)) {
                cover.add(new Found(
                        i,
                        i + 1,
                        MentionType.PERSON,
                        bearer.entity(),
                        null,
                        bearer.entity() == null ? 0.7 : 0.9,
                        bearer.rule()));
            }
        }
    }

    private static boolean standsAlone(FieldText text, int i, Cover cover) {
        boolean before = text.together(i, i - 1) && PersonFinder.isName(text, i - 1) && cover.free(i - 1, i);
        boolean after = text.together(i, i + 1) && PersonFinder.isName(text, i + 1);
        boolean comma = text.norm(i + 1).equals(",")
                && text.capitalised(i + 2)
                && text.norm(i - 1).equals("in");
        return (!before || text.beginsSentence(i - 1)) && !after && !comma;
    }
}
