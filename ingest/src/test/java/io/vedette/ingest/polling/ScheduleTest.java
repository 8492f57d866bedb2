package io.vedette.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class ScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-06T10:20:00Z");

    private final Schedule schedule = new Schedule(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whoIsDueFirstIsFirst() throws Exception {
        schedule.put("later", "a", NOW.minusSeconds(1));
        schedule.put("first", "b", NOW.minusSeconds(9));
        schedule.put("not yet", "c", NOW.plusSeconds(1));

        assertThat(schedule.take().sourceId()).isEqualTo("first");
        assertThat(schedule.take().sourceId()).isEqualTo("later");
        assertThat(schedule.size()).isEqualTo(1);
    }

    @Test
    void aBusyHostHoldsUpNobodyElse() throws Exception {
        schedule.put("one", "slow", NOW.minusSeconds(9));
        schedule.put("two", "slow", NOW.minusSeconds(8));
        schedule.put("other", "quick", NOW.minusSeconds(1));

        Schedule.Turn one = schedule.take();
        assertThat(schedule.take().sourceId()).isEqualTo("other");
        schedule.done(one);
        assertThat(schedule.take().sourceId()).isEqualTo("two");
    }

    @Test
    void whatWasTakenOutIsNotGivenToAnybodyAndFreesItsHost() throws Exception {
        schedule.put("one", "host", NOW.minusSeconds(9));
        schedule.put("two", "host", NOW.minusSeconds(8));
        schedule.put("three", "host", NOW.minusSeconds(7));
        Schedule.Turn one = schedule.take();
        schedule.put("more", "elsewhere", NOW);
        assertThat(schedule.take().sourceId()).isEqualTo("more"); // now two and three wait for the host

        schedule.remove("two");
        schedule.done(one);

        assertThat(schedule.take().sourceId()).isEqualTo("three");
        assertThat(schedule.size()).isZero();
    }

    @Test
    void anotherTimeReplacesTheFirst() throws Exception {
        schedule.put("one", "host", NOW.plus(Duration.ofDays(1)));
        schedule.put("one", "host", NOW);

        assertThat(schedule.take().sourceId()).isEqualTo("one");
        assertThat(schedule.size()).isZero();
    }

    @Test
    void aWorkerThatWaitsIsWokenBySomethingDueAndByTheEnd() throws Exception {
        schedule.put("tomorrow", "host", NOW.plus(Duration.ofDays(1)));
        CompletableFuture<Schedule.Turn> waiting = taking();
        schedule.put("now", "other", NOW);
        assertThat(waiting.get(10, TimeUnit.SECONDS).sourceId()).isEqualTo("now");

        CompletableFuture<Schedule.Turn> last = taking();
        schedule.close();
        assertThat(last.get(10, TimeUnit.SECONDS)).isNull();
    }

    private CompletableFuture<Schedule.Turn> taking() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return schedule.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
