package io.vedette.runtime.status;

import io.vedette.runtime.status.SystemView.DeadLetterCount;
import io.vedette.runtime.status.SystemView.GroupView;
import io.vedette.runtime.status.SystemView.Lag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Asks Kafka about groups and topics, by one client that is kept.  For one thread; {@link #close} for any. */
final class KafkaSampler implements AutoCloseable {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

    private final Supplier<Admin> admins;
    private final List<String> groups;
    private final List<String> deadLetters;
    private final Duration timeout;
    private final Set<String> forbidden = new TreeSet<>();
    private volatile @Nullable Admin admin;

    /**
     * @param admins makes a client; asked once, when it is needed
     * @param groups that are asked about
     * @param deadLetters topics that are asked about
     * @param timeout for all of it
     */
    KafkaSampler(Supplier<Admin> admins, List<String> groups, List<String> deadLetters, Duration timeout) {
        this.admins = admins;
        this.groups = List.copyOf(groups);
        this.deadLetters = List.copyOf(deadLetters);
        this.timeout = timeout;
    }

    /**
     * Asks.
     *
     * @throws ExecutionException if Kafka refuses
     * @throws TimeoutException if it does not answer in time
     */
    KafkaSample sample() throws ExecutionException, TimeoutException, InterruptedException {
        Admin asked = admin();
        long end = System.nanoTime() + timeout.toNanos();
        forbidden.clear();
        List<GroupView> described = describe(asked, end);
        List<Lag> lag = lag(asked, end);
        return new KafkaSample(described, lag, deadLetters(asked, end), List.copyOf(forbidden));
    }

    private Admin admin() {
        Admin open = admin;
        if (open == null) {
            open = admins.get();
            admin = open;
        }
        return open;
    }

    private List<GroupView> describe(Admin asked, long end)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, KafkaFuture<ConsumerGroupDescription>> answers =
                asked.describeConsumerGroups(groups).describedGroups();
        List<GroupView> described = new ArrayList<>();
        for (String group : groups) {
            KafkaFuture<ConsumerGroupDescription> answer = answers.get(group);
            ConsumerGroupDescription description = answer == null ? null : known(group, answer, end);
            described.add(
                    description == null
                            ? new GroupView(group, null, 0)
                            : new GroupView(
                                    group,
                                    description.groupState().toString(),
                                    description.members().size()));
        }
        return described;
    }

    private List<Lag> lag(Admin asked, long end) throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> all = new HashMap<>();
        groups.forEach(group -> all.put(group, new ListConsumerGroupOffsetsSpec()));
        var answers = asked.listConsumerGroupOffsets(all);
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new TreeMap<>();
        Set<TopicPartition> partitions = new HashSet<>();
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    known(group, answers.partitionsToOffsetAndMetadata(group), end);
            if (offsets != null) {
                committed.put(group, offsets);
                partitions.addAll(offsets.keySet());
            }
        }
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(asked, partitions, OffsetSpec.latest(), end);
        List<Lag> lag = new ArrayList<>();
        committed.forEach((group, offsets) -> {
            Map<String, Long> byTopic = new TreeMap<>();
            offsets.forEach((partition, offset) -> {
                ListOffsetsResultInfo last = ends.get(partition);
                if (offset != null && last != null) {
                    byTopic.merge(partition.topic(), Math.max(0, last.offset() - offset.offset()), Long::sum);
                }
            });
            byTopic.forEach((topic, records) -> lag.add(new Lag(group, topic, records)));
        });
        return lag;
    }

    private List<DeadLetterCount> deadLetters(Admin asked, long end)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, KafkaFuture<TopicDescription>> answers =
                asked.describeTopics(deadLetters).topicNameValues();
        Set<TopicPartition> partitions = new HashSet<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
            TopicDescription topic = known(answer.getKey(), answer.getValue(), end);
            if (topic != null) {
                topic.partitions().forEach(one -> partitions.add(new TopicPartition(answer.getKey(), one.partition())));
            }
        }
        Map<TopicPartition, ListOffsetsResultInfo> first = offsets(asked, partitions, OffsetSpec.earliest(), end);
        Map<TopicPartition, ListOffsetsResultInfo> last = offsets(asked, partitions, OffsetSpec.latest(), end);
        // says of the first record when it was written, which the earliest offset does not
        Map<TopicPartition, ListOffsetsResultInfo> timed = offsets(asked, partitions, OffsetSpec.forTimestamp(0), end);
        List<DeadLetterCount> counts = new ArrayList<>();
        for (String topic : deadLetters) {
            long records = 0;
            Instant oldest = null;
            for (TopicPartition partition : partitions) {
                if (partition.topic().equals(topic)) {
                    records += offset(last, partition) - offset(first, partition);
                    oldest = earlier(oldest, timed.get(partition));
                }
            }
            counts.add(new DeadLetterCount(topic, records, records == 0 ? null : oldest));
        }
        return counts;
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        ListOffsetsResultInfo info = offsets.get(partition);
        return info == null ? 0 : info.offset();
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable ListOffsetsResultInfo other) {
        if (other == null || other.timestamp() < 0) {
            return one;
        }
        Instant time = Instant.ofEpochMilli(other.timestamp());
        return one == null || time.isBefore(one) ? time : one;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin asked, Collection<TopicPartition> partitions, OffsetSpec which, long end)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, which));
        var answers = asked.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
        Map<TopicPartition, ListOffsetsResultInfo> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            ListOffsetsResultInfo info = known(partition.topic(), answers.partitionResult(partition), end);
            if (info != null) {
                offsets.put(partition, info);
            }
        }
        return offsets;
    }

    /** Null if there is no such group or topic, or it may not be seen. */
    private <T> @Nullable T known(String name, KafkaFuture<T> answer, long end)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException
                    || e.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            if (e.getCause() instanceof AuthorizationException) {
                forbidden.add(name);
                return null;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        Admin open = admin;
        if (open != null) {
            open.close(CLOSE_PATIENCE);
        }
    }
}
