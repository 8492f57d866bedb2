package io.vedette.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Instant START = Instant.parse("2022-09-13T12:00:00Z");

    private final RetryPolicy policy =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofDays(1), new Random(7));

    @Test
    void waitsDoubleUpToTheLongestAndEndAfterADay() {
        List<Duration> waits = new ArrayList<>();
        Instant now = START;
        for (Instant next = now; next != null; ) {
            next = policy.next(waits.size() + 1, START, now, null);
            if (next != null) {
                waits.add(Duration.between(now, next));
                now = next;
            }
        }

        for (int i = 0; i < waits.size(); i++) {
            Duration whole = Duration.ofSeconds(Math.min(3_600, 5L << Math.min(i, 20)));
            assertThat(waits.get(i)).isBetween(whole.dividedBy(2), whole);
        }
        assertThat(Duration.between(START, now)).isBetween(Duration.ofHours(22), Duration.ofDays(1));
        assertThat(waits).hasSizeBetween(30, 60);
    }

    @Test
    void whatFailedTogetherDoesNotComeBackTogether() {
        List<Instant> next = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            next.add(policy.next(10, START, START, null));
        }

        assertThat(next).doesNotHaveDuplicates();
    }

    @Test
    void aReceiverMayAskForALongerWaitButNotForAShorterOneOrForever() {
        assertThat(policy.next(1, START, START, Duration.ofMinutes(10))).isEqualTo(START.plusSeconds(600));
        assertThat(policy.next(20, START, START, Duration.ofSeconds(1))).isAfter(START.plusSeconds(1_700));
        assertThat(policy.next(1, START, START, Duration.ofDays(2))).isNull();
    }

    @Test
    void anyNumberOfFailuresIsAWait() {
        assertThat(policy.next(1_000_000, START, START, null)).isBetween(START, START.plus(Duration.ofHours(1)));
    }
}
