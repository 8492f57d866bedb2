package io.vedette.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.SourceState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Simulated years of news: how often a source that stays the same is called silent, and how long it takes to notice one
 * that stops.
 */
class SilenceSimulationTest {

    private static final Instant START = Instant.parse("2026-01-05T00:20:00Z");
    private static final int POLLS_A_DAY = 24;
    private static final int WARM_UP_DAYS = 42;
    private static final int SEEDS = 3;

    /** Sorts of sources: how many items an hour brings on average. */
    enum News {
        WIRE_400_A_DAY(now -> 400 / 24.0, 0.4),
        WIRE_WITH_NIGHTS(now -> (isNight(now) ? 2 : 24), 1),
        PAPER_40_ON_WORKDAYS(now -> isWeekend(now) || isNight(now) ? 0.05 : 2.6, 3),
        BLOG_5_A_DAY(now -> 5 / 24.0, 4),
        BLOG_1_ON_WORKDAYS(now -> isWeekend(now) ? 0 : 1 / 24.0, 21),
        TWO_A_WEEK(now -> 2 / 168.0, 60),
        WEEKLY_BATCH(now -> now.getDayOfWeek() == DayOfWeek.THURSDAY && now.getHour() == 9 ? 12 : 0, 61);

        private final ToDoubleFunction<ZonedDateTime> rate;
        /** Within so many days a silence must be noticed. */
        private final double noticedWithin;

        News(ToDoubleFunction<ZonedDateTime> rate, double noticedWithin) {
            this.rate = rate;
            this.noticedWithin = noticedWithin;
        }

        private static boolean isNight(ZonedDateTime now) {
            return now.getHour() < 6 || now.getHour() >= 22;
        }

        private static boolean isWeekend(ZonedDateTime now) {
            return now.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void seldomCallsASourceSilentThatStaysTheSame(News news) {
        int alarms = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Feed feed = new Feed(news, seed);
            feed.run(WARM_UP_DAYS, 1);
            alarms += feed.run(365, 1);
        }

        System.out.printf("%-22s %.2f false alarms a year%n", news, alarms / (double) SEEDS);
        assertThat(alarms / (double) SEEDS).isLessThan(0.5);
    }

    @ParameterizedTest
    @EnumSource
    void noticesASourceThatStops(News news) {
        Duration longest = Duration.ZERO;
        Duration sum = Duration.ZERO;
        for (int seed = 0; seed < SEEDS; seed++) {
            Feed feed = new Feed(news, 100 + seed);
            feed.run(5 * WARM_UP_DAYS + seed, 1);
            Duration taken = feed.untilSilent(0);
            sum = sum.plus(taken);
            longest = longest.compareTo(taken) > 0 ? longest : taken;
        }

        System.out.printf(
                "%-22s stops: noticed after %d h on average, %d h at most%n",
                news, sum.dividedBy(SEEDS).toHours(), longest.toHours());
        assertThat(longest).isLessThan(Duration.ofMinutes((long) (news.noticedWithin * 24 * 60)));
    }

    @ParameterizedTest
    @EnumSource(names = {"WIRE_400_A_DAY", "WIRE_WITH_NIGHTS", "PAPER_40_ON_WORKDAYS"})
    void noticesASourceThatBringsATenthOfWhatItDid(News news) {
        Feed feed = new Feed(news, 7);
        feed.run(5 * WARM_UP_DAYS, 1);
        Duration taken = feed.untilSilent(0.1);

        System.out.printf("%-22s a tenth: noticed after %d h%n", news, taken.toHours());
        assertThat(taken).isLessThan(Duration.ofHours(36));
        assertThat(feed.run(1, 1)).as("healthy again within a day").isZero();
        assertThat(feed.status()).isEqualTo("HEALTHY");
    }

    /** A source that is polled every hour. */
    private static final class Feed {

        private final News news;
        private final Random random;
        private final Polls polls = new Polls(START, Duration.ofDays(1).dividedBy(POLLS_A_DAY));

        Feed(News news, int seed) {
            this.news = news;
            this.random = new Random(seed);
            polls.brings(30);
        }

        /** How many times it became silent. */
        int run(int days, double part) {
            int alarms = 0;
            for (int poll = 0; poll < days * POLLS_A_DAY; poll++) {
                String before = status();
                String after = poll(part).getStatus();
                alarms += after.equals("SILENT") && !before.equals("SILENT") ? 1 : 0;
            }
            return alarms;
        }

        Duration untilSilent(double part) {
            Instant stopped = polls.now();
            while (!status().equals("SILENT")) {
                poll(part);
                assertThat(Duration.between(stopped, polls.now())).isLessThan(Duration.ofDays(100));
            }
            return Duration.between(stopped, polls.now());
        }

        String status() {
            return polls.state().getStatus();
        }

        private SourceState poll(double part) {
            ZonedDateTime hourBefore = polls.now().minusSeconds(3_600).atZone(ZoneOffset.UTC);
            int fresh = poisson(news.rate.applyAsDouble(hourBefore) * part);
            return fresh == 0 ? polls.unchanged() : polls.brings(fresh);
        }

        /** Knuth, The Art of Computer Programming, volume 2, 3.4.1. */
        private int poisson(double mean) {
            double limit = Math.exp(-mean);
            int count = -1;
            double product = 1;
            do {
                product *= random.nextDouble();
                count++;
            } while (product > limit);
            return count;
        }
    }
}
