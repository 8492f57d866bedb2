package io.vedette.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A group of static members on a broker, one of which goes away when it hurts most. */
@ExtendWith(KafkaClusterExtension.class)
class GroupAssignorIT {

    private static final String TOPIC = "shared";
    private static final Set<Integer> PARTITIONS =
            IntStream.range(0, 6).boxed().collect(Collectors.toUnmodifiableSet());

    /** Longer than the test takes: nobody is to be saved by a session that ends. */
    private static final String SESSION_MILLIS = "60000";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    KafkaCluster cluster;

    @Test
    void aStaticMemberThatGoesAwayInTheMiddleOfARebalanceAndComesBackLeavesNoPartitionToNobody() throws Exception {
        createTopic();
        Member gone = new Member("b", true);
        gone.start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gone.owned()).isEqualTo(PARTITIONS));

        try (Member joining = new Member("a", false)) {
            joining.start();
            gone.awaitEnd();
            try (Member back = new Member("b", false)) {
                back.start();
                awaitShared(joining, back);
            }
        }
    }

    @Test
    void membersOfABuildThatKnewOnlyTheOtherAssignorAreReplacedOneByOne() throws Exception {
        createTopic();
        String before = CooperativeStickyAssignor.class.getName();
        Member oldA = new Member("a", before, false);
        Member oldB = new Member("b", before, false);
        oldA.start();
        oldB.start();
        awaitShared(oldA, oldB);

        oldA.close();
        try (Member newA = new Member("a", false)) {
            newA.start();
            awaitShared(newA, oldB);
            oldB.close();
            try (Member newB = new Member("b", false)) {
                newB.start();
                awaitShared(newA, newB);
            }
        }
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.getBootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS.size(), (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void awaitShared(Member one, Member two) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Set<Integer> together = new TreeSet<>(one.owned());
            together.addAll(two.owned());
            assertThat(together).isEqualTo(PARTITIONS);
            assertThat(one.owned()).hasSize(3);
            assertThat(two.owned()).hasSize(3);
        });
    }

    /** A consumer on a thread of its own. */
    private final class Member implements AutoCloseable, ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;
        private final boolean endsWhenRevoked;
        private final Thread thread;
        private volatile Set<Integer> owned = Set.of();
        private volatile boolean closing;

        /** @param endsWhenRevoked is gone as if it were killed, once it has to give up a partition */
        Member(String instance, boolean endsWhenRevoked) {
            this(instance, GroupAssignor.of(instance), endsWhenRevoked);
        }

        Member(String instance, String assignors, boolean endsWhenRevoked) {
            this.endsWhenRevoked = endsWhenRevoked;
            Properties properties = new Properties();
            properties.put("bootstrap.servers", cluster.getBootstrapServers());
            properties.put("group.id", "sharers");
            properties.put("group.instance.id", instance);
            properties.put("group.protocol", "classic");
            properties.put("partition.assignment.strategy", assignors);
            properties.put("session.timeout.ms", SESSION_MILLIS);
            properties.put("heartbeat.interval.ms", "500");
            properties.put("enable.auto.commit", "false");
            consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            thread = new Thread(this::run, "member-" + instance);
        }

        void start() {
            thread.start();
        }

        private void run() {
            try (consumer) {
                consumer.subscribe(List.of(TOPIC), this);
                while (!closing) {
                    consumer.poll(Duration.ofMillis(100));
                    owned = consumer.assignment().stream()
                            .map(TopicPartition::partition)
                            .collect(Collectors.toUnmodifiableSet());
                }
            } catch (Killed e) {
                // A static member tells nobody that it goes.
            } catch (RuntimeException e) {
                if (!(e.getCause() instanceof Killed)) {
                    throw e;
                }
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (endsWhenRevoked && !partitions.isEmpty()) {
                throw new Killed();
            }
        }

        Set<Integer> owned() {
            return owned;
        }

        void awaitEnd() throws InterruptedException {
            thread.join(PATIENCE.toMillis());
            assertThat(thread.isAlive()).as("it had to give up partitions").isFalse();
        }

        @Override
        public void close() throws InterruptedException {
            closing = true;
            thread.join(PATIENCE.toMillis());
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
