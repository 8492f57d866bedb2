package io.vedette.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.ingest.web.Hosts.Turn;
import io.vedette.ingest.web.WebException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class HostsTest {

    @Test
    void itIsTheTurnOfWhoCameFirst() throws Exception {
        Hosts hosts = new Hosts(Duration.ofMillis(1), Duration.ofSeconds(10));
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        try (Turn turn = hosts.take("a")) {
            for (int i = 0; i < 10; i++) {
                int number = i;
                Thread thread = new Thread(() -> take(hosts, () -> order.add(number)));
                thread.start();
                threads.add(thread);
                while (hosts.users() < i + 2 || thread.getState() == Thread.State.RUNNABLE) {
                    Thread.onSpinWait();
                }
            }
            assertThat(turn).isNotNull();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void whoWouldWaitTooLongIsToldSoAtOnce() throws Exception {
        Hosts hosts = new Hosts(Duration.ZERO, Duration.ofSeconds(1));
        try (Turn turn = hosts.take("a")) {
            turn.hold(Duration.ofMinutes(5));
        }

        assertThatThrownBy(() -> hosts.take("a"))
                .isInstanceOfSatisfying(
                        WebException.class, busy -> assertThat(busy.kind()).isEqualTo(Kind.BUSY));
        assertThat(hosts.turn("a")).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        assertThat(hosts.turn("b")).isZero();
        assertThat(hosts.users()).isZero();
    }

    @Test
    void whoWaitsForOneThatNeverEndsGivesUp() throws Exception {
        Hosts hosts = new Hosts(Duration.ZERO, Duration.ofMillis(50));
        try (Turn turn = hosts.take("a")) {
            assertThatThrownBy(() -> hosts.take("a")).isInstanceOf(WebException.class);
            assertThat(turn).isNotNull();
        }

        hosts.take("a").close();
        assertThat(hosts.users()).isZero();
    }

    @Test
    void hostsOfThePastAreForgotten() throws Exception {
        Hosts hosts = new Hosts(Duration.ZERO, Duration.ofSeconds(1));
        for (int i = 0; i < 100_000; i++) {
            hosts.take("host-" + i).close();
        }

        assertThat(hosts.size()).isLessThan(5_000);
    }

    private static void take(Hosts hosts, Runnable work) {
        try (Turn turn = hosts.take("a")) {
            assertThat(turn).isNotNull();
            work.run();
        } catch (WebException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
