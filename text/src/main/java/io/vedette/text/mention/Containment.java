package io.vedette.text.mention;

import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in what. */
final class Containment {

    private Containment() {}

    /** Whether one of the inner places lies in one of the outer ones. */
    static boolean any(Gazetteer gazetteer, List<Alias> inner, List<Alias> outer) {
        for (Alias alias : outer) {
            if (holdsOne(gazetteer, alias.entity(), inner)) {
                return true;
            }
        }
        return false;
    }

    static boolean holdsOne(Gazetteer gazetteer, Entity outer, List<Alias> inner) {
        for (Alias alias : inner) {
            if (holds(gazetteer, outer, alias.entity())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a place lies in an area, directly or by way of the area that holds it. */
    static boolean holds(Gazetteer gazetteer, Entity outer, Entity inner) {
        if (outer.id().equals(inner.id())) {
            return false;
        }
        for (String area : inner.within()) {
            if (area.equals(outer.id()) || isWithin(gazetteer.entity(area), outer.id())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(@Nullable Entity area, String id) {
        return area != null && area.within().contains(id);
    }
}
