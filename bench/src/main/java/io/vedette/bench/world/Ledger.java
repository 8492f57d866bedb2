package io.vedette.bench.world;

import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.Topics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what was committed, at the end: which items became articles, how often, and how each source does. */
final class Ledger {

    private final Map<String, BitSet> written = new HashMap<>();
    private final Map<String, SourceState> states = new HashMap<>();
    /** By host, how often there was an article of an item already. */
    private final Map<String, Integer> twice = new HashMap<>();

    private int articles;

    private Ledger() {}

    static Ledger read(KafkaClients kafka, Topics topics) {
        Ledger ledger = new Ledger();
        read(
                kafka,
                topics.articles().name(),
                record -> ledger.article(topics.articles()
                        .valueSerde()
                        .deserializer()
                        .deserialize(topics.articles().name(), record.value())));
        read(kafka, topics.sourceState().name(), record -> {
            SourceState state = topics.sourceState()
                    .valueSerde()
                    .deserializer()
                    .deserialize(topics.sourceState().name(), record.value());
            if (state != null) {
                ledger.states.put(state.getSourceId(), state);
            }
        });
        return ledger;
    }

    int articles() {
        return articles;
    }

    /** Articles of the feed of which there was one already. */
    int twice(PlayedFeed feed) {
        return twice.getOrDefault(feed.host(), 0);
    }

    /** Items of the feed that went out and are no article. */
    int lost(PlayedFeed feed) {
        BitSet lost = feed.sent();
        lost.andNot(written.getOrDefault(feed.host(), new BitSet()));
        return lost.cardinality();
    }

    /** Sources that nobody polls any more: none has a state, or it was to be polled so long ago. */
    List<String> stuck(List<PlayedFeed> feeds, Instant before) {
        return feeds.stream()
                .map(PlayedFeed::id)
                .filter(id -> !states.containsKey(id)
                        || states.get(id).getNextPoll() == null
                        || states.get(id).getNextPoll().isBefore(before))
                .toList();
    }

    /** How many sources are in each status. */
    Map<String, Integer> statuses() {
        Map<String, Integer> statuses = new TreeMap<>();
        states.values().forEach(state -> statuses.merge(state.getStatus(), 1, Integer::sum));
        return statuses;
    }

    private void article(Article article) {
        URI address = URI.create(String.valueOf(article.getUrl()));
        String host = String.valueOf(address.getHost());
        BitSet items = written.computeIfAbsent(host, first -> new BitSet());
        // of a feed that is cut off in the middle, so may be the address
        String item = address.getPath().replaceAll("\\D", "");
        int number = item.isEmpty() ? 0 : Integer.parseInt(item);
        articles++;
        if (items.get(number)) {
            twice.merge(host, 1, Integer::sum);
        }
        items.set(number);
    }

    private interface Taker {
        void take(ConsumerRecord<byte[], byte[]> record);
    }

    private static void read(KafkaClients kafka, String topic, Taker taker) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(kafka.consumer(null), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(taker::take);
            }
        }
    }
}
