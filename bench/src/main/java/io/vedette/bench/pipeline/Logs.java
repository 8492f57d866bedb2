package io.vedette.bench.pipeline;

import io.vedette.bench.Progress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * How large the logs of a cluster of one broker are.
 *
 * @param byTopic of all topics, those of Kafka itself included
 */
record Logs(Map<String, Log> byTopic) {

    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration LOOK = Duration.ofSeconds(2);

    /**
     * All partitions of a topic.
     *
     * @param records that were ever written, transaction markers included
     * @param bytes that the log has on disk
     */
    record Log(long records, long bytes) {}

    /**
     * As they are once nothing has been written to some topics for a while.
     *
     * @throws IllegalStateException if something still is after twenty minutes, or nothing ever was
     */
    static Logs settled(Admin admin, Collection<String> topics) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long quietSince = System.nanoTime();
        long before = 0;
        while (System.nanoTime() < deadline) {
            Logs logs = now(admin);
            long records = topics.stream()
                    .mapToLong(topic ->
                            logs.byTopic.getOrDefault(topic, new Log(0, 0)).records())
                    .sum();
            if (records != before) {
                Progress.show(records + " records came");
                quietSince = System.nanoTime();
                before = records;
            } else if (records > 0 && System.nanoTime() - quietSince > QUIET.toNanos()) {
                return logs;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new IllegalStateException("after " + PATIENCE + " " + before + " records came to " + topics);
    }

    private static Logs now(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (TopicDescription topic : admin.describeTopics(admin.listTopics(new ListTopicsOptions().listInternal(true))
                        .names()
                        .get())
                .allTopicNames()
                .get()
                .values()) {
            topic.partitions()
                    .forEach(partition ->
                            latest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        Map<String, Log> logs = new TreeMap<>();
        admin.listOffsets(latest)
                .all()
                .get()
                .forEach((partition, end) -> add(logs, partition.topic(), new Log(end.offset(), 0)));
        int node = admin.describeCluster().nodes().get().iterator().next().id();
        for (LogDirDescription folder : admin.describeLogDirs(List.of(node))
                .allDescriptions()
                .get()
                .getOrDefault(node, Map.of())
                .values()) {
            folder.replicaInfos()
                    .forEach((partition, replica) -> add(logs, partition.topic(), new Log(0, replica.size())));
        }
        return new Logs(logs);
    }

    private static void add(Map<String, Log> logs, String topic, Log more) {
        logs.merge(topic, more, (one, other) -> new Log(one.records + other.records, one.bytes + other.bytes));
    }
}
