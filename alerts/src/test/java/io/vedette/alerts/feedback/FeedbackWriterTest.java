package io.vedette.alerts.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedbackWriterTest {

    private final AvroSerdes serdes = new AvroSerdes(RegistrySettings.at("mock://feedback-writer"));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<String, Feedback> producer =
            new MockProducer<>(true, null, new StringSerializer(), (topic, feedback) -> new byte[0]);
    private final FeedbackWriter writer = new FeedbackWriter(topics.feedback(), () -> producer, meters);

    @AfterEach
    void close() {
        writer.close();
        serdes.close();
    }

    @Test
    void whatIsWrittenIsCountedByWhatItSays() {
        writer.write(saying("REJECT"));
        writer.write(saying("REJECT"));
        writer.write(saying("ACKNOWLEDGE"));

        assertThat(counted("reject")).isEqualTo(2);
        assertThat(counted("acknowledge")).isEqualTo(1);
        assertThat(counted("silence")).isZero();
    }

    @Test
    void whatCouldNotBeWrittenIsNot() {
        producer.sendException = new KafkaException("the broker is away");

        assertThatThrownBy(() -> writer.write(saying("REJECT"))).isInstanceOf(FeedbackWriteException.class);
        assertThat(counted("reject")).isZero();
    }

    private static Feedback saying(String what) {
        return Feedback.newBuilder()
                .setWhat(what)
                .setAlertId("a")
                .setWatchId("w")
                .build();
    }

    private double counted(String what) {
        return meters.get("vedette.feedback").tag("what", what).counter().count();
    }
}
