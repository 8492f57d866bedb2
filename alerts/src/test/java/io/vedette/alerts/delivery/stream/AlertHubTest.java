package io.vedette.alerts.delivery.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.alerts.delivery.SomeAlerts;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertHubTest {

    private static final Set<Sort> ALERTS = EnumSet.of(Sort.ALERT);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AlertHub hub = new AlertHub(3, 2, meters);

    @Test
    void whoComesBackGetsWhatCameMeanwhileOnAnyInstance() throws Exception {
        AlertHub other = new AlertHub(3, 2, meters);
        StreamReader first = hub.subscribe(null, ALERTS, event -> true);
        // the instances see the partitions in different orders
        hub.publish(SomeAlerts.of("a"), 0, 5);
        hub.publish(SomeAlerts.of("b"), 1, 8);
        other.publish(SomeAlerts.of("c"), 1, 9);
        other.publish(SomeAlerts.of("a"), 0, 5);
        String last = drain(first).get(1).id().toString();

        StreamReader again = other.subscribe(Position.parse(last), ALERTS, event -> true);

        assertThat(last).isEqualTo("0:6,1:9");
        assertThat(drain(again))
                .extracting(StreamEvent::json)
                .singleElement()
                .asString()
                .contains("\"id\":\"c\"");
        assertThat(again.hasMissed()).isFalse();
    }

    @Test
    void whoComesBackTooLateIsTold() throws Exception {
        for (int i = 0; i < 5; i++) {
            hub.publish(SomeAlerts.of("x" + i), 0, i);
        }

        assertThat(hub.subscribe(Position.parse("0:1"), ALERTS, event -> true).hasMissed())
                .isTrue();
        StreamReader inTime = hub.subscribe(Position.parse("0:2"), ALERTS, event -> true);
        assertThat(inTime.hasMissed()).isFalse();
        assertThat(drain(inTime)).extracting(StreamEvent::offset).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aReaderThatFallsBehindIsDroppedAndTheOthersGoOn() throws Exception {
        StreamReader slow = hub.subscribe(null, ALERTS, event -> true);
        StreamReader fast = hub.subscribe(null, ALERTS, event -> true);
        List<StreamEvent> read = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            hub.publish(SomeAlerts.of("x" + i), 0, i);
            read.addAll(drain(fast));
        }

        assertThat(slow.ended()).isTrue();
        assertThat(fast.ended()).isFalse();
        assertThat(read).hasSize(10);
        assertThat(meters.get(MetricNames.STREAM_DROPPED).counter().count()).isEqualTo(1);
        assertThat(meters.get(MetricNames.STREAM_CLIENTS).gauge().value()).isEqualTo(1);
    }

    @Test
    void thereAreNoMoreReadersThanArePermittedAndAPlaceBecomesFree() {
        StreamReader first = hub.subscribe(null, ALERTS, event -> true);
        hub.subscribe(null, ALERTS, event -> true);

        assertThat(hub.subscribe(null, ALERTS, event -> true)).isNull();
        hub.leave(first);
        assertThat(hub.subscribe(null, ALERTS, event -> true)).isNotNull();
    }

    @Test
    void whoAsksForFeedbackGetsItInOrderAndGoesOnBehindIt() throws Exception {
        StreamReader plain = hub.subscribe(null, ALERTS, event -> true);
        hub.publish(SomeAlerts.of("a"), 0, 5);
        hub.publish(acknowledgement("a"), 2, 7);
        hub.publish(SomeAlerts.of("b"), 0, 6);

        StreamReader both = hub.subscribe(Position.parse("0:5,f2:7"), EnumSet.allOf(Sort.class), event -> true);
        List<StreamEvent> told = drain(both);
        assertThat(told).extracting(StreamEvent::sort).containsExactly(Sort.ALERT, Sort.FEEDBACK, Sort.ALERT);
        assertThat(told.get(1).json())
                .isEqualTo("{\"alertId\":\"a\",\"watchId\":\"routes\",\"storyId\":null,\"what\":\"ACKNOWLEDGE\","
                        + "\"who\":\"ada\",\"at\":\"2026-11-23T06:00:00Z\",\"reason\":null,\"note\":null,"
                        + "\"until\":null}");
        assertThat(both.id(told.get(2))).isEqualTo("0:7,f2:8");
        assertThat(both.hasMissed()).isFalse();

        List<StreamEvent> alerts = drain(plain);
        assertThat(alerts).extracting(StreamEvent::sort).containsOnly(Sort.ALERT);
        assertThat(plain.id(alerts.get(1))).as("as before there was feedback").isEqualTo("0:7");
    }

    @Test
    void aStormOfAlertsPushesOutNoFeedback() throws Exception {
        hub.publish(acknowledgement("a"), 0, 0);
        for (int i = 0; i < 5; i++) {
            hub.publish(SomeAlerts.of("x" + i), 0, i);
        }

        StreamReader reader = hub.subscribe(Position.parse("0:5"), EnumSet.allOf(Sort.class), event -> true);

        assertThat(reader.hasMissed()).isFalse();
        assertThat(drain(reader)).extracting(StreamEvent::sort).containsExactly(Sort.FEEDBACK);
    }

    @Test
    void whatIsNoIdOfOursIsNone() {
        assertThat(Position.parse("7")).isNull();
        assertThat(Position.parse("0:1,")).isNull();
        assertThat(Position.parse("0:99999999999999999999")).isNull();
        assertThat(Position.parse("g0:1")).isNull();
        assertThat(Position.parse("0:1,12:3")).hasToString("0:1,12:3");
        assertThat(Position.parse("f1:1,0:1")).hasToString("0:1,f1:1");
    }

    private static Feedback acknowledgement(String alert) {
        return Feedback.newBuilder()
                .setWhat("ACKNOWLEDGE")
                .setAlertId(alert)
                .setWatchId("routes")
                .setWho("ada")
                .setAt(Instant.parse("2026-11-23T06:00:00Z"))
                .build();
    }

    private static List<StreamEvent> drain(StreamReader reader) throws InterruptedException {
        List<StreamEvent> events = new ArrayList<>();
        for (StreamEvent event = reader.next(Duration.ZERO); event != null; event = reader.next(Duration.ZERO)) {
            events.add(event);
        }
        return events;
    }
}
