package io.vedette.alerts.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a watch tells everything at once: every so often, counted from 1970 UTC so that a restart changes nothing, or each
 * day at a time by the clock of a place.
 *
 * @param every the period; null when it is at a time of day
 * @param at the time of day; null when it is every so often
 * @param zone where the clock stands
 */
public record DigestTimes(
        @Nullable Duration every, @Nullable LocalTime at, ZoneId zone) {

    /** Every so often. */
    public static DigestTimes every(Duration period) {
        return new DigestTimes(period, null, ZoneId.of("UTC"));
    }

    /** The first time for a digest after that moment. */
    public Instant after(Instant moment) {
        if (every != null) {
            long period = every.toMillis();
            return Instant.ofEpochMilli((moment.toEpochMilli() / period + 1) * period);
        }
        LocalTime time = at == null ? LocalTime.MIDNIGHT : at;
        ZonedDateTime today = ZonedDateTime.of(moment.atZone(zone).toLocalDate(), time, zone);
        ZonedDateTime next = today.toInstant().isAfter(moment)
                ? today
                : ZonedDateTime.of(today.toLocalDate().plusDays(1), time, zone);
        return next.toInstant();
    }
}
