package io.vedette.alerts.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a version of a watch told.
 *
 * @param matches how many articles matched
 * @param told alerts in their order
 * @param held how many of them would have been held, by the reason
 */
record Telling(int matches, List<Told> told, Map<String, Integer> held) {

    Telling {
        told = List.copyOf(told);
        held = new TreeMap<>(held);
    }

    /** Those that are no updates, by what they tell of: a story, or a stretch of time; in their order. */
    Map<String, Told> bySubject() {
        Map<String, Told> bySubject = new LinkedHashMap<>();
        for (Told each : told) {
            if (!each.isUpdate()) {
                bySubject.putIfAbsent(each.subject(), each);
            }
        }
        return bySubject;
    }

    int updates() {
        return (int) told.stream().filter(Told::isUpdate).count();
    }

    /** How many told of something new on each day, with all days from one to the other. */
    Map<LocalDate, Integer> perDay(Instant from, Instant to) {
        Map<LocalDate, Integer> perDay = new TreeMap<>();
        for (LocalDate day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
            perDay.put(day, 0);
        }
        bySubject().values().forEach(each -> perDay.merge(day(each.at()), 1, Integer::sum));
        return perDay;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
