package io.vedette.ingest.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads dates that are written for people.
 *
 * @param formats one after the other, the first that fits is taken
 * @param zone of what names none
 */
record DateRule(List<DateTimeFormatter> formats, ZoneId zone) {

    DateRule {
        formats = List.copyOf(formats);
    }

    /** @throws IllegalArgumentException if the pattern is none of {@link DateTimeFormatter} */
    static DateTimeFormatter formatter(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .parseLenient()
                .appendPattern(pattern)
                .toFormatter(locale);
    }

    Optional<Instant> read(String written) {
        for (DateTimeFormatter format : formats) {
            try {
                TemporalAccessor date = format.parseBest(
                        written,
                        ZonedDateTime::from,
                        OffsetDateTime::from,
                        Instant::from,
                        LocalDateTime::from,
                        LocalDate::from);
                return Optional.of(instant(date));
            } catch (DateTimeException e) {
                continue; // the next format may fit
            }
        }
        return Optional.empty();
    }

    private Instant instant(TemporalAccessor date) {
        if (date instanceof LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }
        return date instanceof LocalDateTime time ? time.atZone(zone).toInstant() : Instant.from(date);
    }
}
