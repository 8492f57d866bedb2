package io.vedette.app.doctor;

import io.vedette.app.acl.Grant;
import io.vedette.app.topics.TopicDiff;
import io.vedette.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** Whether every partition has a leader and enough replicas, also of the topics that Kafka Streams has made for itself. */
final class ReplicasCheck implements Check {

    private final Admin admin;
    private final Set<String> topics;

    ReplicasCheck(Admin admin, List<Topic<?, ?>> wanted, List<Grant> grants) {
        this.admin = admin;
        this.topics = new TreeSet<>();
        Stream.concat(
                        wanted.stream().map(Topic::name),
                        grants.stream()
                                .map(grant -> grant.permission().resource())
                                .filter(resource -> resource.resourceType() == ResourceType.TOPIC)
                                .map(resource -> resource.name()))
                .forEach(topics::add);
    }

    @Override
    public String name() {
        return "replicas";
    }

    @Override
    public List<Finding> look() throws ExecutionException, InterruptedException {
        int brokers = admin.describeCluster().nodes().get().size();
        Map<String, TopicDescription> found = Visible.of(admin, topics, false).topics();
        Map<String, Config> configs = Map.of();
        try {
            configs = new TopicDiff(admin).configs(found.keySet());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
        }
        List<String> single = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (TopicDescription topic : found.values()) {
            look(topic, minimum(configs.get(topic.name())), findings);
            if (topic.partitions().stream().anyMatch(p -> p.replicas().size() == 1)) {
                single.add(topic.name());
            }
        }
        if (!single.isEmpty() && brokers > 1) {
            findings.add(Finding.warning(
                    name(),
                    single.size() + " topics have one replica, " + single.get(0)
                            + " for one: they are gone with its broker",
                    "set topics.replication to 3 for those to come; for those that there are:"
                            + " kafka-reassign-partitions.sh"));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(
                    name(), "all partitions of " + found.size() + " topics have a leader and all their replicas"));
        }
        return findings;
    }

    private void look(TopicDescription topic, int minimum, List<Finding> findings) {
        int least = Integer.MAX_VALUE;
        for (TopicPartitionInfo partition : topic.partitions()) {
            String which = topic.name() + "-" + partition.partition();
            int replicas = partition.replicas().size();
            least = Math.min(least, replicas);
            if (partition.leader() == null || partition.leader().isEmpty()) {
                findings.add(Finding.wrong(name(), which + " has no leader", "start the brokers that have it"));
            } else if (replicas >= minimum && partition.isr().size() < minimum) {
                findings.add(Finding.wrong(
                        name(),
                        which + " has " + partition.isr().size() + " replicas in sync and takes no record below "
                                + minimum,
                        "start the brokers that are away"));
            } else if (partition.isr().size() < replicas) {
                findings.add(Finding.warning(
                        name(),
                        which + " has " + partition.isr().size() + " of " + replicas + " replicas in sync",
                        "start the brokers that are away, or let them catch up"));
            }
        }
        if (minimum > least) {
            findings.add(Finding.wrong(
                    name(),
                    topic.name() + " has " + least + " replicas and takes no record below "
                            + TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG + " " + minimum,
                    "give it more replicas, or lower that setting"));
        } else if (minimum == least && least > 1) {
            findings.add(Finding.warning(
                    name(),
                    topic.name() + " needs all of its " + least + " replicas in sync: a broker that restarts stops it",
                    "give it one replica more, or lower " + TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG + " by one"));
        }
    }

    /** 1 where it can't be seen. */
    private static int minimum(@Nullable Config config) {
        ConfigEntry entry = config == null ? null : config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
        return entry == null || entry.value() == null ? 1 : Integer.parseInt(entry.value());
    }
}
