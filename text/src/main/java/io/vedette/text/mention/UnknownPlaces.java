package io.vedette.text.mention;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Places that no gazetteer has, known by how they are called: "Catawba River", "Elm Street", "the village of Zabavne". */
final class UnknownPlaces {

    private static final Set<String> WATERS =
            set("river rivers creek lake lakes reservoir bay gulf strait sea ocean canal "
                    + "falls rapids harbor harbour rio loch stream brook pond");

    private static final Set<String> LANDFORMS =
            set("mountain mountains mount mt hill hills island islands isle peninsula "
                    + "desert valley canyon forest beach cape glacier volcano ridge plateau glen isla ile woods");

    private static final Set<String> REGIONS = set("county parish province oblast township borough raion");

    /** Not buildings: those belong to bodies and are named for them. */
    private static final Set<String> SITES =
            set("street avenue road highway boulevard freeway motorway turnpike lane square "
                    + "plaza airport airfield airbase bridge tunnel dam park parkway trail terrace drive way");

    /** Before a name they make it that of a town or a landmark. */
    private static final Set<String> FRONTS = set("fort ft mount mt lake cape port puerto villa loch isla");

    private UnknownPlaces() {}

    /** The place, or null where its name could as well be that of something else. */
    static @Nullable Found of(NameCandidate name, double confidence, boolean called) {
        MentionType type = type(name);
        boolean telling = type != MentionType.SETTLEMENT
                || FRONTS.contains(name.clues.text().norm(name.first));
        if (!called && (name.length() == 1 || !telling)) {
            return null;
        }
        return new Found(
                name.first,
                name.end,
                type,
                null,
                null,
                confidence,
                "place.pattern",
                List.of(),
                "how it is called",
                false);
    }

    /** Whether a place that is known stands behind the comma: "in Zabavne, Kharkiv Oblast". */
    static boolean isQualified(NameCandidate name) {
        FieldText text = name.clues.text();
        int behind = name.end + 1;
        if (!text.together(name.first, behind) || !text.norm(name.end).equals(",") || !text.capitalised(behind)) {
            return false;
        }
        int end = text.lookup().longest(MentionKind.PLACE, behind, text.sentenceEnd(behind));
        return end > behind && name.clues.place(behind, end);
    }

    private static MentionType type(NameCandidate name) {
        FieldText text = name.clues.text();
        if (name.length() == 1) {
            return MentionType.SETTLEMENT;
        }
        MentionType byLast = type(text.norm(name.end - 1));
        return byLast == MentionType.SETTLEMENT ? type(text.norm(name.first)) : byLast;
    }

    private static MentionType type(String word) {
        if (WATERS.contains(word)) {
            return MentionType.WATER;
        }
        if (LANDFORMS.contains(word)) {
            return MentionType.LANDFORM;
        }
        if (REGIONS.contains(word)) {
            return MentionType.REGION;
        }
        return SITES.contains(word) ? MentionType.FACILITY : MentionType.SETTLEMENT;
    }

    private static Set<String> set(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }
}
