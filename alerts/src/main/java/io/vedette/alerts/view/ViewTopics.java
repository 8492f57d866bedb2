package io.vedette.alerts.view;

import io.vedette.alerts.canary.CanaryArticle;
import io.vedette.alerts.view.Batch.Timed;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Article;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.text.article.ArticleMark;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics that the view is made of, and what a record of each says. */
final class ViewTopics {

    private static final Logger LOG = LoggerFactory.getLogger(ViewTopics.class);

    private final Map<String, Source<?>> byName = new LinkedHashMap<>();

    /**
     * What becomes of the records of a topic.
     *
     * @param kept for how long they are in the view
     */
    private record Source<V>(Topic<String, V> topic, Duration kept, Sink<V> sink) {

        void add(ConsumerRecord<byte[], byte[]> record, Batch to) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                to.histories.remove(key);
                to.stories.remove(key);
                to.articles.remove(key);
                to.alertedArticles.remove(key);
                to.deleted.add(key);
                return;
            }
            V value = topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            sink.add(to, key, new Timed<>(value, Instant.ofEpochMilli(record.timestamp())));
        }
    }

    /** Takes in what one record says. */
    @FunctionalInterface
    private interface Sink<V> {
        void add(Batch batch, String key, Timed<V> value);
    }

    /** @param everyArticle whether articles that raised no alert are wanted too */
    ViewTopics(Topics topics, boolean everyArticle, Duration articles, Duration alerts) {
        add(
                topics.alerts(),
                alerts,
                (batch, key, alert) -> batch.alerts.put(alert.value().getId(), alert));
        add(topics.alertState(), alerts, (batch, key, state) -> batch.states.put(key, state));
        add(topics.alertedArticles(), alerts, (batch, key, article) -> batch.alertedArticles.put(key, article));
        add(topics.articleHistory(), alerts, (batch, key, history) -> batch.histories.put(key, history));
        if (everyArticle) {
            add(topics.stories(), articles, (batch, key, story) -> batch.stories.put(key, story));
            for (Lane lane : Lane.values()) {
                add(topics.enriched(lane), articles, (batch, key, article) -> {
                    if (isShown(article.value().getArticle())) {
                        batch.articles.put(key, article);
                    }
                });
            }
        }
    }

    /** That an article is gone says its history: what it said stays to be found. */
    private static boolean isShown(Article article) {
        return !CanaryArticle.is(article) && !article.getMarks().contains(ArticleMark.REMOVED.name());
    }

    private <V> void add(Topic<String, V> topic, Duration kept, Sink<V> sink) {
        byName.put(topic.name(), new Source<>(topic, kept, sink));
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** For how long what is on that topic is in the view. */
    Duration kept(String topic) {
        return source(topic).kept();
    }

    /**
     * Adds what a record says.
     *
     * @return false if nobody can read it: it is passed over
     * @throws RuntimeException if it can't be read now, since the registry does not answer, but may be later
     */
    boolean add(ConsumerRecord<byte[], byte[]> record, Batch to) {
        if (record.key() == null) {
            return false;
        }
        try {
            source(record.topic()).add(record, to);
            return true;
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("the view leaves out a record that can't be read: {}", Trouble.describe(e));
            return false;
        }
    }

    private Source<?> source(String topic) {
        Source<?> source = byName.get(topic);
        if (source == null) {
            throw new IllegalStateException("the view does not read " + topic);
        }
        return source;
    }
}
