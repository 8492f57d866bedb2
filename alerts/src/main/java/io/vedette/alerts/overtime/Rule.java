package io.vedette.alerts.overtime;

import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.OverTime;
import java.time.Duration;

/**
 * What a query asks over time, apart from what it asks of single articles.  It goes with every match as text, so that who
 * counts needs no watches.
 *
 * @param window how long; zero where the operator is about a story
 * @param number how many articles or texts, or how many times as many as usual; zero where nothing is counted
 */
public record Rule(Kind kind, Duration window, double number) {

    /** The operators. */
    public enum Kind {
        COUNT,
        SPIKE,
        FIRST,
        FOLLOWED,
        SILENCE,
        CORROBORATED,
        CONFLICT
    }

    public Rule {
        if (window.isNegative() || window.isZero() && kind != Kind.CORROBORATED && kind != Kind.CONFLICT) {
            throw new IllegalArgumentException(kind + " over " + window + ": the window must be longer than nothing");
        }
    }

    /** The rule of a query as text; empty where a single article answers it. */
    public static String told(WatchQuery query) {
        OverTime asked = query.overTime();
        return asked == null ? "" : of(asked).toString();
    }

    /** The rule of what is asked. */
    public static Rule of(OverTime asked) {
        if (asked instanceof OverTime.Count count) {
            return new Rule(Kind.COUNT, count.window(), count.atLeast());
        }
        if (asked instanceof OverTime.Spike spike) {
            return new Rule(Kind.SPIKE, spike.window(), spike.factor());
        }
        if (asked instanceof OverTime.First first) {
            return new Rule(Kind.FIRST, first.quiet(), 0);
        }
        if (asked instanceof OverTime.Followed followed) {
            return new Rule(Kind.FOLLOWED, followed.within(), 0);
        }
        if (asked instanceof OverTime.Silence silence) {
            return new Rule(Kind.SILENCE, silence.window(), 0);
        }
        if (asked instanceof OverTime.Corroborated corroborated) {
            return new Rule(Kind.CORROBORATED, Duration.ZERO, corroborated.texts());
        }
        return new Rule(Kind.CONFLICT, Duration.ZERO, 0);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is not that
     */
    public static Rule read(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("'" + text + "' is no rule: it has a kind, a window and a number");
        }
        return new Rule(Kind.valueOf(parts[0]), Duration.parse(parts[1]), Double.parseDouble(parts[2]));
    }

    /** How far back it is to be known what matched, before it can be told what is the case. */
    public Duration lookBack() {
        return switch (kind) {
            case COUNT, FOLLOWED, FIRST -> window;
            case SPIKE -> window.multipliedBy(Spiking.LOOK_BACK);
            // so that a silence that lasts says since when
            case SILENCE -> window.multipliedBy(2);
            case CORROBORATED, CONFLICT -> OverTimeMemory.OF_STORIES;
        };
    }

    /** Whether what it asks for is remembered by story. */
    public boolean ofStory() {
        return kind == Kind.CORROBORATED || kind == Kind.CONFLICT;
    }

    /** Whether it may have something to say when time goes on, without a match. */
    public boolean isTimed() {
        return kind == Kind.SILENCE || kind == Kind.FIRST || kind == Kind.SPIKE;
    }

    @Override
    public String toString() {
        return kind + " " + window + " " + number;
    }
}
