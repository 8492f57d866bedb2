package io.vedette.app.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What a principal sees of topics.
 *
 * @param topics those that are there, by name
 * @param hidden those that it may not even describe, whether they are there or not
 */
record Visible(Map<String, TopicDescription> topics, List<String> hidden) {

    /** @param withOperations whether to ask also what the principal may do with each */
    static Visible of(Admin admin, Collection<String> names, boolean withOperations)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> topics = new TreeMap<>();
        List<String> hidden = new ArrayList<>();
        DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(withOperations);
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                admin.describeTopics(names, options).topicNameValues().entrySet()) {
            try {
                topics.put(topic.getKey(), topic.getValue().get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TopicAuthorizationException) {
                    hidden.add(topic.getKey());
                } else if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return new Visible(topics, hidden);
    }
}
