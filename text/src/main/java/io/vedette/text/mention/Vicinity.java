package io.vedette.text.mention;

import io.vedette.text.Location;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a place that no gazetteer has where the closest place named beside it is: a street in its town, a village in the
 * region behind the comma.  Towns and second-level divisions count from anywhere in the field, wider regions only right
 * behind; countries never.
 */
final class Vicinity {

    /** Tokens between a name and the region behind its comma. */
    private static final int RIGHT_BEHIND = 3;

    /** Farther away, in tokens, another place says nothing. */
    private static final int FARTHEST = 150;

    /** How sure a place must be to have others put beside it. */
    private static final double SURE = 0.5;

    private Vicinity() {}

    /** The place closest by, out of those that were resolved in the same field; null if there is none. */
    static @Nullable Entity of(Found unknown, List<Found> resolved) {
        Entity closest = null;
        int least = FARTHEST;
        for (int i = firstBehind(unknown, resolved); i < resolved.size(); i++) {
            Found place = resolved.get(i);
            int distance = place.first() - unknown.end();
            if (distance >= least) {
                break;
            }
            if (isNarrow(place) || distance < RIGHT_BEHIND && place.type() == MentionType.REGION) {
                closest = place.entity();
                least = distance;
            }
        }
        for (int i = firstBehind(unknown, resolved) - 1; i >= 0; i--) {
            Found place = resolved.get(i);
            int distance = unknown.first() - place.end();
            if (distance >= least) {
                break;
            }
            if (isNarrow(place)) {
                return place.entity();
            }
        }
        return closest;
    }

    /** The place of another, without its id. */
    static @Nullable Location location(@Nullable Entity closest) {
        Location there = closest == null ? null : closest.location();
        return there == null ? null : new Location(there.latitude(), there.longitude(), null, there.country());
    }

    /** By binary search: the places are in the order of the text. */
    private static int firstBehind(Found unknown, List<Found> resolved) {
        int low = 0;
        int high = resolved.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (resolved.get(middle).first() < unknown.end()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isNarrow(Found place) {
        Entity entity = place.entity();
        return entity != null
                && place.confidence() >= SURE
                && (entity.type() == MentionType.SETTLEMENT || entity.id().startsWith(Toponym.DISTRICT));
    }
}
