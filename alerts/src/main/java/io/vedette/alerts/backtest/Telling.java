package io.vedette.alerts.backtest;

import io.vedette.schemas.Alert;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a watch told.
 *
 * @param matches how many articles matched
 * @param alerts in their order
 */
record Telling(int matches, List<Alert> alerts) {

    private static final String UPDATE = "UPDATE";

    Telling {
        alerts = List.copyOf(alerts);
    }

    /** Those that are no updates, by what they tell of: a story, or a stretch of time. */
    Map<String, Alert> bySubject() {
        Map<String, Alert> bySubject = new TreeMap<>();
        for (Alert alert : alerts) {
            if (!alert.getKind().equals(UPDATE)) {
                bySubject.putIfAbsent(subject(alert), alert);
            }
        }
        return bySubject;
    }

    int updates() {
        return (int)
                alerts.stream().filter(alert -> alert.getKind().equals(UPDATE)).count();
    }

    /** How many told of something new on each day, with all days from one to the other. */
    Map<LocalDate, Integer> perDay(Instant from, Instant to) {
        Map<LocalDate, Integer> perDay = new TreeMap<>();
        for (LocalDate day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
            perDay.put(day, 0);
        }
        bySubject().values().forEach(alert -> perDay.merge(day(at(alert, to)), 1, Integer::sum));
        return perDay;
    }

    private static String subject(Alert alert) {
        Instant windowEnd = alert.getWindowEnd();
        String story = alert.getStoryId();
        if (windowEnd != null) {
            return alert.getKind() + " " + windowEnd;
        }
        return story == null ? alert.getId() : story;
    }

    private static Instant at(Alert alert, Instant otherwise) {
        @Nullable Instant at = alert.getAcceptedAt() == null ? alert.getWindowEnd() : alert.getAcceptedAt();
        return at == null ? otherwise : at;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
