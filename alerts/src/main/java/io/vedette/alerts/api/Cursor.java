package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.vedette.alerts.view.Place;
import io.vedette.runtime.http.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page begins: behind a place in the order, not behind a number of rows, so that what comes meanwhile moves
 * nothing.  Every instance understands the cursors of every other.
 *
 * @param place of the last alert or article
 * @param row the last row that was made of it, where one article makes several; -1 if none is left
 */
record Cursor(Place place, int row) {

    /** What may change from page to page. */
    private static final Set<String> FREE = Set.of("cursor", "limit", "total");

    /** The one that a request has; null if it begins at the beginning. */
    static @Nullable Cursor of(Context ctx) {
        String given = Parameters.text(ctx, "cursor");
        if (given == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8).split(" ", 4);
            if (parts.length == 4) {
                if (!parts[0].equals(search(ctx))) {
                    throw Parameters.wrong("cursor", "belongs to another search; begin without a cursor");
                }
                return new Cursor(new Place(Long.parseLong(parts[1]), parts[3]), Integer.parseInt(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Parameters.wrong("cursor", "is none; take next from the page before");
    }

    /** As it goes into an answer. */
    String text(Context ctx) {
        String text = search(ctx) + " " + place.time() + " " + row + " " + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Stands for the path and all parameters that say what is searched for. */
    private static String search(Context ctx) {
        TreeMap<String, Object> asked = new TreeMap<>(ctx.queryParamMap());
        asked.keySet().removeAll(FREE);
        return Integer.toHexString((ctx.path() + asked).hashCode());
    }
}
