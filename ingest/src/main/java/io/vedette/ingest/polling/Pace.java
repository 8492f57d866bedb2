package io.vedette.ingest.polling;

import io.vedette.ingest.item.Hints;
import io.vedette.runtime.config.PollingConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How often a source is polled.  An interval grows by a quarter with each poll that brings nothing new, and shrinks to seven
 * tenths with one that does: for items that come at random it settles near half the time between them.  Where items came
 * and went unseen it is halved.  Immutable.
 */
final class Pace {

    private static final double NOTHING_NEW = 1.25;
    private static final double NEW = 0.7;
    private static final double LOST = 0.5;
    private static final double JITTER = 0.1;
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);
    private static final int HOURS_OF_A_WEEK = 7 * 24;

    private final PollingConfig config;

    Pace(PollingConfig config) {
        this.config = config;
    }

    /**
     * The interval after a poll that was answered.
     *
     * @param fixed what the source is defined with; zero to follow how often it changes
     * @param before the interval until now; zero if there was none
     * @param fresh items that the poll brought
     * @param scrolledOff items that are likely to have come and gone unseen
     */
    Duration interval(Duration fixed, Duration before, int fresh, int scrolledOff) {
        if (!fixed.isZero()) {
            return fixed;
        }
        if (before.isZero()) {
            return config.start();
        }
        double factor = scrolledOff > 0 ? LOST : fresh > 0 ? NEW : NOTHING_NEW;
        return bounded(Duration.ofMillis(Math.round(before.toMillis() * factor)));
    }

    /** The interval until something is known. */
    Duration first(Duration fixed) {
        return fixed.isZero() ? config.start() : fixed;
    }

    /**
     * When to poll again after a poll that was answered.
     *
     * @param freshFor how long the server says that its answer stays the same
     */
    Instant next(
            Instant now,
            Duration fixed,
            Duration interval,
            Hints hints,
            @Nullable Duration freshFor,
            RandomGenerator random) {
        if (!fixed.isZero()) {
            return now.plus(jittered(interval, random));
        }
        Duration wait = longer(interval, shorter(hints.ttl(), config.longest()));
        wait = longer(wait, shorter(freshFor, config.freshFor()));
        return afterSkipped(now.plus(jittered(wait, random)), hints);
    }

    /**
     * When to poll again after a poll that failed: twice the interval, four times, and so on.
     *
     * @param failures in a row, this one included
     */
    Instant afterFailure(
            Instant now, Duration interval, int failures, @Nullable Duration retryAfter, RandomGenerator random) {
        Duration doubled = interval.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration longest = longer(config.longest(), interval);
        Duration wait = jittered(doubled.compareTo(longest) < 0 ? doubled : longest, random);
        return now.plus(longer(wait, shorter(retryAfter, LONGEST_RETRY_AFTER)));
    }

    private Duration bounded(Duration interval) {
        Duration atLeast = longer(interval, config.shortest());
        return atLeast.compareTo(config.longest()) < 0 ? atLeast : config.longest();
    }

    /** Out of the hours and days in which nothing changes, to the beginning of the next hour in which something may. */
    private static Instant afterSkipped(Instant due, Hints hints) {
        ZonedDateTime at = due.atZone(ZoneOffset.UTC);
        for (int hour = 0; hour < HOURS_OF_A_WEEK; hour++) {
            if (!hints.skipHours().contains(at.getHour()) && !hints.skipDays().contains(at.getDayOfWeek())) {
                return at.toInstant();
            }
            at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return due; // it asks never to be read, which nobody can mean
    }

    /** A tenth more at most, so that sources which began together do not stay together; never less than was asked for. */
    private static Duration jittered(Duration wait, RandomGenerator random) {
        return wait.plusMillis(Math.round(wait.toMillis() * JITTER * random.nextDouble()));
    }

    private static Duration longer(Duration a, @Nullable Duration b) {
        return b == null || a.compareTo(b) >= 0 ? a : b;
    }

    private static @Nullable Duration shorter(@Nullable Duration a, Duration b) {
        return a == null || a.compareTo(b) <= 0 ? a : b;
    }
}
