package io.vedette.app.topics;

import org.jspecify.annotations.Nullable;

/**
 * Something in which a topic is not what the configuration wants.
 *
 * @param topic its name
 * @param property {@code topic}, {@code partitions}, {@code replication}, or a key of its configuration
 * @param wanted by the configuration
 * @param found in the cluster; null where the topic is not there
 * @param remedy what to do about it
 */
public record TopicDifference(
        String topic,
        String property,
        String wanted,
        @Nullable String found,
        String remedy) {}
