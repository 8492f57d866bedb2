package io.vedette.app.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.Delivery;
import io.vedette.schemas.DeliveryState;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Articles, alerts and deliveries of the owner, as the services would have written them. */
record OwnedRecords(Topics topics, KafkaClients clients) {

    void write() {
        Instant now = Instant.now();
        Instant old = now.minus(Duration.ofDays(60));
        write(topics.enriched(), Owned.NEW, article(Owned.NEW, now), now);
        write(topics.alertedArticles(), Owned.NEW, article(Owned.NEW, now), now);
        write(topics.alertedArticles(), Owned.OLD, article(Owned.OLD, old), old);
        Alert.Builder alert = Alert.newBuilder()
                .setId(Owned.ALERT)
                .setWatchId(Owned.WATCH)
                .setWatchTitle(Owned.SECRET)
                .setQuery(Owned.SECRET)
                .setSeverity("WARNING")
                .setKind("FIRST")
                .setArticleId(Owned.NEW)
                .setLabels(List.of(Owned.SECRET))
                .setTitle(Owned.SECRET);
        write(topics.alerts(), Owned.WATCH, alert.build(), now);
        write(
                topics.alerts(),
                Owned.WATCH,
                alert.setId(Owned.ALERT + "-2").setArticleId(Owned.OLD).build(),
                old);
        write(
                topics.deliveryState(),
                Owned.ALERT + "/" + Owned.CHANNEL,
                DeliveryState.newBuilder()
                        .setAlertId(Owned.ALERT)
                        .setWatchId(Owned.WATCH)
                        .setChannel(Owned.CHANNEL)
                        .setStatus("PARKED")
                        .setReason(Owned.SECRET)
                        .setDueSince(now)
                        .build(),
                now);
        write(
                topics.deliveries(),
                Owned.ALERT,
                Delivery.newBuilder()
                        .setAlertId(Owned.ALERT)
                        .setWatchId(Owned.WATCH)
                        .setChannel(Owned.CHANNEL)
                        .setStatus("PARKED")
                        .setReason(Owned.SECRET)
                        .setAttemptedAt(now)
                        .build(),
                now);
    }

    private static EnrichedArticle article(String id, Instant at) {
        return EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder()
                        .setId(id)
                        .setTitle("Withdrawal")
                        .setText("They left Melitopol.")
                        .setUrl("https://news.example.org/" + id)
                        .setSource("Example News")
                        .build())
                .setAcceptedAt(at)
                .setLanguage("en")
                .build();
    }

    private <V> void write(Topic<String, V> topic, String id, V value, Instant at) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(clients.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    topic.name(),
                    0,
                    at.toEpochMilli(),
                    id.getBytes(UTF_8),
                    topic.valueSerde().serializer().serialize(topic.name(), value)));
        }
    }
}
