package io.vedette.runtime.permission;

import io.vedette.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.streams.TopologyDescription;

/** Collects what a service does; each permission is in it once.  Not thread-safe. */
public final class Permissions {

    private final String prefix;
    private final List<Permission> all = new ArrayList<>();

    /** @param prefix of the names of Vedette's topics, which labels leave out */
    public Permissions(String prefix) {
        this.prefix = prefix;
    }

    /** It reads these. */
    public Permissions read(List<Topic<?, ?>> topics) {
        topics.forEach(topic -> topic(topic.name(), label(topic.name()), AclOperation.READ));
        return this;
    }

    /** It writes these; that covers idempotent producers, since Kafka 2.8. */
    public Permissions write(List<Topic<?, ?>> topics) {
        topics.forEach(topic -> topic(topic.name(), label(topic.name()), AclOperation.WRITE));
        return this;
    }

    /** It reads and writes these. */
    public Permissions readAndWrite(List<Topic<?, ?>> topics) {
        return read(topics).write(topics);
    }

    /** It reads a topic that is not Vedette's. */
    public Permissions readForeign(String topic, String label) {
        return topic(topic, label, AclOperation.READ);
    }

    /** It is a member of that group. */
    public Permissions group(String name, String label) {
        return add(ResourceType.GROUP, name, PatternType.LITERAL, AclOperation.READ, label);
    }

    /** It joins groups whose names begin so. */
    public Permissions groups(String start, String label) {
        return add(ResourceType.GROUP, start, PatternType.PREFIXED, AclOperation.READ, label);
    }

    /** It makes transactions under ids that begin so. */
    public Permissions transactions(String start, String label) {
        return add(ResourceType.TRANSACTIONAL_ID, start, PatternType.PREFIXED, AclOperation.WRITE, label);
    }

    /**
     * It runs that topology with {@code exactly_once_v2}: reads its sources, writes its sinks, and makes, reads, writes and
     * cuts off the topics that Kafka Streams has for itself.
     *
     * @param name of the application, in labels
     */
    public Permissions streams(String applicationId, TopologyDescription topology, String name) {
        StreamsTopics topics = StreamsTopics.of(topology);
        topics.sources().forEach(topic -> topic(topic, label(topic), AclOperation.READ));
        topics.sinks().forEach(topic -> topic(topic, label(topic), AclOperation.WRITE));
        topics.repartitions().forEach(topic -> {
            internal(applicationId, topic, name);
            // what was read of it is deleted soon, for it is kept for ever otherwise
            topic(applicationId + "-" + topic, name + "-" + topic, AclOperation.DELETE);
        });
        topics.stores().forEach(store -> internal(applicationId, store + "-changelog", name));
        group(applicationId, "application " + name);
        return transactions(applicationId + "-", "application " + name);
    }

    /** What was collected. */
    public List<Permission> list() {
        return List.copyOf(all);
    }

    private void internal(String applicationId, String topic, String name) {
        for (AclOperation operation : List.of(AclOperation.CREATE, AclOperation.READ, AclOperation.WRITE)) {
            topic(applicationId + "-" + topic, name + "-" + topic, operation);
        }
    }

    private Permissions topic(String name, String label, AclOperation operation) {
        return add(ResourceType.TOPIC, name, PatternType.LITERAL, operation, label);
    }

    private String label(String topic) {
        return topic.startsWith(prefix) ? topic.substring(prefix.length()) : topic;
    }

    private Permissions add(ResourceType type, String name, PatternType pattern, AclOperation operation, String label) {
        Permission permission = new Permission(new ResourcePattern(type, name, pattern), operation, label);
        if (all.stream().noneMatch(permission::isSame)) {
            all.add(permission);
        }
        return this;
    }
}
