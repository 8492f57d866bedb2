package io.vedette.text.watch;

import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.watch.query.Entities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The mentions of an article by what they mean. */
final class MentionIndex {

    private final Map<String, List<Integer>> actors = new HashMap<>();
    private final Map<String, List<Integer>> places = new HashMap<>();

    MentionIndex(List<Mention> mentions, Entities entities) {
        Map<String, List<List<Integer>>> listsOf = new HashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            String id = mention.entityId();
            if (id != null && mention.type() != MentionType.DEMONYM) { // "Ukrainian" says who, not where
                if (mention.kind() == MentionKind.ACTOR) {
                    list(actors, id).add(i);
                } else {
                    for (List<Integer> area : listsOf.computeIfAbsent(id, place -> areas(place, entities))) {
                        area.add(i);
                    }
                }
            }
        }
    }

    /** The lists of all areas that a place lies in; looked up once for all its mentions. */
    private List<List<Integer>> areas(String place, Entities entities) {
        List<List<Integer>> areas = new ArrayList<>();
        entities.areas(place).forEach(area -> areas.add(list(places, area)));
        return areas;
    }

    private static List<Integer> list(Map<String, List<Integer>> lists, String id) {
        return lists.computeIfAbsent(id, key -> new ArrayList<>());
    }

    /** By actor, its mentions. */
    Map<String, List<Integer>> actors() {
        return actors;
    }

    /** By place and by area, the mentions of what lies there. */
    Map<String, List<Integer>> places() {
        return places;
    }
}
