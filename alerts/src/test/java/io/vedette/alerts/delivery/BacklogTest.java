package io.vedette.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final Instant NOW = Instant.parse("2022-09-13T12:00:00Z");

    private final Backlog backlog = new Backlog();

    @Test
    void givesWhatIsDueTheLongestFirstAndNothingEarly() {
        backlog.put(task("late", 0, NOW.plusSeconds(1)));
        backlog.put(task("second", 0, NOW));
        backlog.put(task("first", 1, NOW.minusSeconds(1)));

        assertThat(backlog.take("desk", NOW, 10)).extracting(Task::alertId).containsExactly("first", "second");
        assertThat(backlog.take("desk", NOW, 10)).isEmpty();
        assertThat(backlog.take("desk", NOW.plusSeconds(1), 10))
                .extracting(Task::alertId)
                .containsExactly("late");
        assertThat(backlog.channels()).isEmpty();
    }

    @Test
    void whatWasTakenIsKnownUntilItIsRemovedAndComesAgainWhenItIsPutBack() {
        Task task = task("x", 0, NOW);
        backlog.put(task);
        backlog.take("desk", NOW, 1);

        assertThat(backlog.get(task.key())).isEqualTo(task);
        backlog.put(task.failed(NOW, NOW.plusSeconds(5), "no"));
        assertThat(backlog.take("desk", NOW.plusSeconds(4), 1)).isEmpty();
        assertThat(backlog.take("desk", NOW.plusSeconds(5), 1)).singleElement().satisfies(again -> {
            assertThat(again.attempt()).isEqualTo(1);
            assertThat(again.reason()).isEqualTo("no");
        });
        backlog.remove(task.key());
        assertThat(backlog.get(task.key())).isNull();
    }

    @Test
    void whatIsParkedIsKnownButNeverDueUntilItIsReplayed() {
        Task parked = task("x", 0, NOW).parked(NOW, "gone");
        backlog.put(parked);

        assertThat(backlog.take("desk", Instant.MAX, 10)).isEmpty();
        backlog.put(parked.replayed(NOW));
        assertThat(backlog.take("desk", NOW, 10)).hasSize(1);
    }

    @Test
    void partitionsThatGoTakeTheirTasksWithThem() {
        backlog.put(task("stays", 0, NOW));
        backlog.put(task("goes", 1, NOW));

        backlog.drop(List.of(1));

        assertThat(backlog.all()).extracting(Task::alertId).containsExactly("stays");
        assertThat(backlog.take("desk", NOW, 10)).extracting(Task::alertId).containsExactly("stays");
    }

    @Test
    void aTaskIsTheSameOnceWrittenAndRead() {
        Task task = task("x", 3, NOW).failed(NOW, NOW.plusSeconds(5), "no");

        assertThat(Task.of(task.state(), NOW)).isEqualTo(task);
        assertThat(Task.of(task.parked(NOW, "never").state(), NOW)).isEqualTo(task.parked(NOW, "never"));
        assertThat(Task.of(task.parked(NOW, "never").replayWish(), NOW.plusSeconds(9)))
                .isEqualTo(task.parked(NOW, "never").replayed(NOW.plusSeconds(9)));
    }

    private static Task task(String alert, int partition, Instant due) {
        return Task.fresh(SomeAlerts.of(alert), "desk", partition, 7, NOW, due);
    }
}
