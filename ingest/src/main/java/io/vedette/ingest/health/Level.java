package io.vedette.ingest.health;

import io.vedette.runtime.config.HealthConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a source brings far less than usual.  Three questions, each with a bound of its own; one yes is enough.
 *
 * <ol>
 *   <li><b>Quiet hours.</b>  How likely is it that nothing new came in each of the hours since the last new item?  Whether an
 *       hour brings something is held against the same hour of the week, and the hours before and after it, over up to four
 *       weeks, so that nights and weekends are as quiet as they are; the part of those that were quiet is drawn towards that
 *       of all hours with the weight of two (additive smoothing), and never taken for less than {@link #LEAST}.  The
 *       product over the quiet hours is held against the hours with news in a year: each could begin a silence.  It counts
 *       hours, not items, for items come in batches.
 *   <li><b>Mean gap</b>, for sources that bring something less than twice a day.  If news come at random at a constant
 *       rate, of which {@code n} gaps of mean {@code g} are known, the next gap is longer than {@code x g} with the
 *       probability {@code (1 + x/n)^-n} (Lomax: the predictive distribution of an exponential variable).
 *   <li><b>Level.</b>  Items of the last 24 hours against the median of the same 24 hours of the four weeks before: no more
 *       than a part of it, and less than chance explains by the Chernoff bound of the Poisson distribution, {@code P(X <= k)
 *       <= e^-m (em/k)^k} (Mitzenmacher and Upfal, Probability and Computing, theorem 5.4), with its logarithm divided by
 *       how much more than Poisson the weeks vary.
 * </ol>
 *
 * <p>And whatever its level, a source is silent that has brought nothing for {@link HealthConfig#quietAtMost()}.
 */
final class Level {

    /** The least part of quiet hours: nobody has seen enough of them to be surer. */
    private static final double LEAST = 0.02;

    /** How many hours the part of all hours counts for. */
    private static final double WEIGHT = 2;

    private static final double HOURS_OF_YEAR = 365.25 * 24;

    /** With fewer hours that brought something, or fewer hours before, nothing is usual yet. */
    private static final int ENOUGH_ACTIVE = 10;

    private static final int ENOUGH_HOURS = Hours.WEEK + 24;

    /** Longer ones are a matter of the mean gap: too little is left before them to compare with. */
    private static final int LONGEST = 2 * Hours.WEEK;

    private static final Duration SLOW = Duration.ofHours(12);
    private static final int ENOUGH_GAPS = 5;
    private static final int DAY = 24;

    /** Of a day, so many hours must be known for it to be compared. */
    private static final int MOST_OF_DAY = 20;

    /** So many hours are to bring half of what they usually do before a silence is over. */
    private static final int RECOVERY = 3;

    private final HealthConfig settings;

    Level(HealthConfig settings) {
        this.settings = settings;
    }

    /**
     * What is far below the usual.
     *
     * @param hours up to now
     * @param quiet since the last new item
     * @param gap mean time between polls with something new; zero if unknown
     * @param gaps how many times that mean rests on
     * @param dayBack whether the last 24 hours may be compared: they must not reach into a silence that is over
     * @return for people: {@code 0 items in 26 h, usually 40 a day}; empty if nothing is
     */
    Optional<String> silence(Hours hours, Duration quiet, Duration gap, int gaps, boolean dayBack) {
        if (quiet.compareTo(settings.quietAtLeast()) >= 0
                && (quietHours(hours) || longGap(quiet, gap, gaps) || quiet.compareTo(settings.quietAtMost()) >= 0)) {
            return Optional.of("0 items in " + text(quiet) + usual(hours, gap));
        }
        return dayBack ? farBelow(hours) : Optional.empty();
    }

    /** Whether the last hours bring about what they usually do; true where nobody knows that. */
    boolean recovered(Hours hours) {
        int from = Math.max(0, hours.size() - RECOVERY);
        List<Integer> before = sameOfWeeksBefore(hours, from, hours.size(), RECOVERY);
        return before.isEmpty() || hours.items(from, hours.size()) * 2 >= median(before);
    }

    private boolean quietHours(Hours hours) {
        int from = hours.quietFrom();
        int to = hours.size() - 1;
        int active = active(hours, from);
        int known = hours.known(0, from);
        if (to - from > LONGEST || known < ENOUGH_HOURS || active < ENOUGH_ACTIVE) {
            return false;
        }
        double activeShare = (double) active / known;
        double surprise = 0;
        for (int i = from; i < to; i++) {
            if (hours.count(i) != Hours.UNKNOWN) {
                surprise -= Math.log(Math.max(LEAST, quietShare(hours, i, from, 1 - activeShare)));
            }
        }
        return surprise > bound(activeShare * HOURS_OF_YEAR);
    }

    /** Of the same hours of the weeks before, the part that was quiet. */
    private static double quietShare(Hours hours, int hour, int before, double overall) {
        double quiet = WEIGHT * overall;
        double all = WEIGHT;
        for (int week = hour - Hours.WEEK; week >= 0; week -= Hours.WEEK) {
            for (int i = Math.max(0, week - 1); i <= week + 1; i++) {
                if (i < before && hours.count(i) >= 0) {
                    all++;
                    quiet += hours.count(i) == 0 ? 1 : 0;
                }
            }
        }
        return quiet / all;
    }

    private boolean longGap(Duration quiet, Duration gap, int gaps) {
        if (gaps < ENOUGH_GAPS || gap.compareTo(SLOW) < 0) {
            return false;
        }
        double gapsOfYear = HOURS_OF_YEAR * 3_600_000 / gap.toMillis();
        double times = (double) quiet.toMillis() / gap.toMillis();
        return gaps * Math.log1p(times / gaps) > bound(gapsOfYear);
    }

    private Optional<String> farBelow(Hours hours) {
        int from = hours.size() - DAY;
        if (from < 0 || hours.known(from, hours.size()) < MOST_OF_DAY) {
            return Optional.empty();
        }
        List<Integer> before = sameOfWeeksBefore(hours, from, hours.size(), MOST_OF_DAY);
        if (before.size() < 2) {
            return Optional.empty();
        }
        int items = hours.items(from, hours.size());
        double usual = median(before);
        if (items * 100.0 > usual * settings.farBelowPercent()) {
            return Optional.empty();
        }
        double spread = before.stream()
                .mapToDouble(n -> (n - usual) * (n - usual) / usual)
                .max()
                .orElse(0);
        double surprise = usual - items + (items == 0 ? 0 : items * Math.log(items / usual));
        return surprise / Math.max(1, spread) > bound(HOURS_OF_YEAR)
                ? Optional.of(items + (items == 1 ? " item" : " items") + " in 24 h, usually " + number(usual))
                : Optional.empty();
    }

    /** The logarithm of how many times of the year a chance must not come true, over the years that may go by. */
    private double bound(double timesOfYear) {
        return Math.log(Math.max(1, timesOfYear * settings.yearsPerFalseAlarm()));
    }

    /** Items of the same hours of each week before in which somebody looked for long enough. */
    private static List<Integer> sameOfWeeksBefore(Hours hours, int from, int to, int enough) {
        List<Integer> items = new ArrayList<>();
        for (int back = Hours.WEEK; from - back >= 0; back += Hours.WEEK) {
            if (hours.known(from - back, to - back) >= enough) {
                items.add(hours.items(from - back, to - back));
            }
        }
        return items;
    }

    private static int active(Hours hours, int to) {
        int active = 0;
        for (int i = 0; i < to; i++) {
            active += hours.count(i) > 0 ? 1 : 0;
        }
        return active;
    }

    private static String usual(Hours hours, Duration gap) {
        int from = hours.quietFrom();
        int known = hours.known(0, from);
        double perDay = known < DAY ? 0 : hours.items(0, from) * (double) DAY / known;
        if (perDay >= 1) {
            return ", usually " + number(perDay) + " a day";
        }
        return gap.isZero() ? "" : ", usually one every " + text(gap);
    }

    /** The median, of an even number the mean of the two in the middle. */
    static double median(List<Integer> numbers) {
        List<Integer> sorted = new ArrayList<>(numbers);
        Collections.sort(sorted);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value).replaceFirst("\\.0$", "");
    }

    private static String text(Duration duration) {
        return duration.toHours() < 72 ? duration.toHours() + " h" : duration.toDays() + " days";
    }
}
