package io.vedette.e2e.dashboard;

import java.util.List;
import java.util.Map;

/**
 * One panel, immutable.
 *
 * @param kind how it is drawn
 * @param title what it is of
 * @param description what it says, and what to think of it
 * @param unit Grafana's id of the unit
 * @param thresholds from which value it is good, worth a look, or bad
 * @param width of 24
 * @param stacked whether the series of a graph are parts of a whole
 * @param names what numbers stand for, if they do
 * @param queries what is asked
 */
public record Panel(
        Kind kind,
        String title,
        String description,
        String unit,
        Thresholds thresholds,
        int width,
        boolean stacked,
        Map<Integer, Name> names,
        List<Query> queries) {

    enum Kind {
        STAT("stat", 4),
        GRAPH("timeseries", 8),
        BARS("bargauge", 8),
        STATES("state-timeline", 8);

        final String type;
        final int height;

        Kind(String type, int height) {
            this.type = type;
            this.height = height;
        }
    }

    /** What a number stands for, and its colour. */
    record Name(String text, String color) {}

    static Panel stat(String title, String unit, Thresholds thresholds, String description, Query query) {
        return new Panel(Kind.STAT, title, description, unit, thresholds, 4, false, Map.of(), List.of(query));
    }

    static Panel graph(String title, String unit, Thresholds thresholds, String description, Query... queries) {
        return new Panel(Kind.GRAPH, title, description, unit, thresholds, 8, false, Map.of(), List.of(queries));
    }

    static Panel bars(String title, String unit, Thresholds thresholds, String description, Query query) {
        return new Panel(Kind.BARS, title, description, unit, thresholds, 8, false, Map.of(), List.of(query));
    }

    static Panel states(String title, Map<Integer, Name> names, String description, Query query) {
        return new Panel(Kind.STATES, title, description, "none", Thresholds.none(), 8, false, names, List.of(query));
    }

    Panel stackedUp() {
        return new Panel(kind, title, description, unit, thresholds, width, true, names, queries);
    }

    Panel wide(int columns) {
        return new Panel(kind, title, description, unit, thresholds, columns, stacked, names, queries);
    }
}
