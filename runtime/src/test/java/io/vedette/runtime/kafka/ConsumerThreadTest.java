package io.vedette.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;

class ConsumerThreadTest {

    private final List<MockConsumer<byte[], byte[]>> consumers = new CopyOnWriteArrayList<>();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();

    @Test
    void beginsAnewWithANewConsumerAfterAFailure() {
        AtomicInteger attempts = new AtomicInteger();
        ConsumerThread thread = thread(consumer -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IOException("attempt " + attempts);
            }
            poll(consumer, new AtomicInteger());
        });
        thread.start();
        await().untilAsserted(() -> assertThat(consumers).hasSize(3));
        thread.close();
        assertThat(failures).extracting(Exception::getMessage).containsExactly("attempt 1", "attempt 2");
        assertThat(consumers).allMatch(MockConsumer::closed);
    }

    @Test
    void closingWakesAConsumerThatWaitsAndIsNoFailure() {
        AtomicInteger woken = new AtomicInteger();
        AtomicInteger polls = new AtomicInteger();
        ConsumerThread thread = thread(consumer -> {
            try {
                poll(consumer, polls);
            } catch (WakeupException e) {
                woken.incrementAndGet();
                throw e;
            }
        });
        thread.start();
        await().untilAsserted(() -> assertThat(polls).hasPositiveValue());
        thread.close();
        assertThat(woken).hasValue(1);
        assertThat(failures).isEmpty();
        assertThat(consumers).singleElement().matches(MockConsumer::closed);
    }

    @Test
    void canBeClosedWhileItPauses() {
        ConsumerThread thread = thread(consumer -> {
            throw new IllegalStateException("always");
        });
        thread.start();
        await().untilAsserted(() -> assertThat(failures).hasSizeGreaterThan(1));
        thread.close();
        int then = failures.size();
        assertThat(consumers).allMatch(MockConsumer::closed);
        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(failures).hasSize(then));
    }

    /** Until it is woken up. */
    private static void poll(Consumer<byte[], byte[]> consumer, AtomicInteger polls) {
        consumer.assign(List.of(new TopicPartition("topic", 0)));
        while (true) {
            consumer.poll(Duration.ofMillis(10));
            polls.incrementAndGet();
        }
    }

    private ConsumerThread thread(ConsumerThread.Reading reading) {
        return new ConsumerThread("reading", this::consumer, reading, failures::add);
    }

    private Consumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updateBeginningOffsets(Map.of(new TopicPartition("topic", 0), 0L));
        consumers.add(consumer);
        return consumer;
    }
}
