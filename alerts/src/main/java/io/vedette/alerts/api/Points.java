package io.vedette.alerts.api;

import io.vedette.schemas.Mention;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where mentions are, and other things that tables share. */
final class Points {

    private Points() {}

    /** Each place once, in the order of the mentions; actors are nowhere. */
    static List<Table.Point> of(List<Mention> mentions) {
        Set<Table.Point> points = new LinkedHashSet<>();
        for (Mention mention : mentions) {
            if (mention.getLatitude() != null && mention.getLongitude() != null) {
                points.add(new Table.Point(mention.getLongitude(), mention.getLatitude()));
            }
        }
        return List.copyOf(points);
    }

    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
