package io.vedette.alerts.delivery.stream;

import java.util.Locale;

/** What an event of the stream tells of. */
enum Sort {
    ALERT(""),
    /** What somebody said of an alert or a watch. */
    FEEDBACK("f");

    private final String mark;

    Sort(String mark) {
        this.mark = mark;
    }

    /** What its partitions begin with in an event's id. */
    String mark() {
        return mark;
    }

    /** The event's name. */
    String event() {
        return name().toLowerCase(Locale.ROOT);
    }
}
