package io.vedette.alerts.watch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hours in which a watch keeps quiet, by the clock of a place: where that is put forward or back, the hours move with it.
 *
 * @param zone where the clock stands
 * @param from the first moment of silence
 * @param to the first moment after it; of the next day when it is not after the first
 * @param days on which the silence begins; never empty
 */
public record QuietTimes(ZoneId zone, LocalTime from, LocalTime to, Set<DayOfWeek> days) {

    public QuietTimes {
        days = Set.copyOf(days);
    }

    /** When the silence ends in which that moment lies; null if it lies in none. */
    public @Nullable Instant endOf(Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        Instant end = endOf(moment, today.minusDays(1));
        return end == null ? endOf(moment, today) : end;
    }

    private @Nullable Instant endOf(Instant moment, LocalDate day) {
        ZonedDateTime begins = ZonedDateTime.of(day, from, zone);
        ZonedDateTime ends = ZonedDateTime.of(to.isAfter(from) ? day : day.plusDays(1), to, zone);
        boolean within = days.contains(day.getDayOfWeek())
                && !moment.isBefore(begins.toInstant())
                && moment.isBefore(ends.toInstant());
        return within ? ends.toInstant() : null;
    }
}
