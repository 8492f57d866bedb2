package io.vedette.runtime.permission;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/**
 * The topics of a topology, as its description has them: those that are its own are named there without the application id.
 *
 * @param sources what it reads of others
 * @param sinks what it writes for others
 * @param repartitions what it writes for itself, and reads
 * @param stores those whose changes it writes to a topic; all of Vedette's are logged
 */
record StreamsTopics(Set<String> sources, Set<String> sinks, Set<String> repartitions, Set<String> stores) {

    private static final String REPARTITION = "-repartition";

    static StreamsTopics of(TopologyDescription topology) {
        StreamsTopics found = new StreamsTopics(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        topology.subtopologies().stream()
                .map(TopologyDescription.Subtopology::nodes)
                .flatMap(Collection::stream)
                .forEach(found::add);
        found.sources.stream()
                .filter(topic -> topic.endsWith(REPARTITION) && found.sinks.contains(topic))
                .forEach(found.repartitions::add);
        found.sources.removeAll(found.repartitions);
        found.sinks.removeAll(found.repartitions);
        return found;
    }

    private void add(Node node) {
        if (node instanceof Source source && source.topicSet() != null) {
            sources.addAll(source.topicSet());
        } else if (node instanceof Sink sink && sink.topic() != null) {
            sinks.add(sink.topic());
        } else if (node instanceof Processor processor) {
            stores.addAll(processor.stores());
        }
    }
}
