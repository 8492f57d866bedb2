package io.vedette.ingest.item;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of how it wants to be read.
 *
 * @param ttl how long it may be kept before it is fetched again; null if it says nothing
 * @param skipHours hours of the day in UTC, 0 to 23, in which nothing changes
 * @param skipDays days, in UTC, on which nothing changes
 * @param hub its WebSub hub; null if it names none
 * @param self the address that it gives itself; null if none
 */
public record Hints(
        @Nullable Duration ttl,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        @Nullable URI hub,
        @Nullable URI self) {

    public static final Hints NONE = new Hints(null, Set.of(), Set.of(), null, null);

    /** Copies the sets. */
    public Hints {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }
}
