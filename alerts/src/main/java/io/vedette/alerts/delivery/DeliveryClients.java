package io.vedette.alerts.delivery;

import io.vedette.runtime.config.DeliveryConfig;
import io.vedette.runtime.kafka.GroupAssignor;
import io.vedette.runtime.kafka.KafkaClients;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The Kafka clients of delivery.  Each call makes a new one, which is the caller's. */
final class DeliveryClients {

    private final KafkaClients kafka;
    private final DeliveryConfig config;
    private final String transactionalId;

    DeliveryClients(KafkaClients kafka, DeliveryConfig config) {
        this.kafka = kafka;
        this.config = config;
        String instance = config.instanceId();
        transactionalId = config.applicationId() + "-" + (instance == null ? UUID.randomUUID() : instance);
    }

    /** Of the group that shares the alerts. */
    Consumer<byte[], byte[]> groupConsumer() {
        Properties properties = kafka.consumer(config.applicationId());
        properties.setProperty("group.protocol", "classic");
        String instance = config.instanceId();
        properties.setProperty("partition.assignment.strategy", GroupAssignor.of(instance));
        if (instance != null) {
            properties.setProperty("group.instance.id", instance);
        }
        return consumer(properties);
    }

    /** That assigns its partitions itself. */
    Consumer<byte[], byte[]> freeConsumer() {
        return consumer(kafka.consumer(null));
    }

    /** For single records at known places. */
    Consumer<byte[], byte[]> pickingConsumer() {
        Properties properties = kafka.reader();
        properties.setProperty("auto.offset.reset", "none");
        properties.setProperty("max.poll.records", "1");
        properties.setProperty("max.partition.fetch.bytes", "65536");
        return consumer(properties);
    }

    Producer<byte[], byte[]> transactionalProducer() {
        return producer(kafka.transactionalProducer(transactionalId, config.transactionTimeout()));
    }

    /** For wishes, whose maker waits. */
    Producer<byte[], byte[]> plainProducer() {
        Properties properties = kafka.producer();
        properties.setProperty("max.block.ms", "5000");
        properties.setProperty("request.timeout.ms", "4000");
        properties.setProperty("delivery.timeout.ms", "8000");
        return producer(properties);
    }

    /** Where these partitions end, with what is not committed yet. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (Admin admin = Admin.create(kafka.admin())) {
            for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                    admin.listOffsets(latest).all().get().entrySet()) {
                ends.put(end.getKey(), end.getValue().offset());
            }
            return ends;
        } catch (ExecutionException e) {
            throw new KafkaException("can't ask where partitions end", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Consumer<byte[], byte[]> consumer(Properties properties) {
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Producer<byte[], byte[]> producer(Properties properties) {
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
