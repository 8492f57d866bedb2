package io.vedette.alerts.delivery.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.alerts.delivery.SomeAlerts;
import io.vedette.runtime.metrics.MetricNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertHubTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AlertHub hub = new AlertHub(3, 2, meters);

    @Test
    void whoComesBackGetsWhatCameMeanwhileOnAnyInstance() throws Exception {
        AlertHub other = new AlertHub(3, 2, meters);
        StreamReader first = hub.subscribe(null, event -> true);
        // the instances see the partitions in different orders
        hub.publish(SomeAlerts.of("a"), 0, 5);
        hub.publish(SomeAlerts.of("b"), 1, 8);
        other.publish(SomeAlerts.of("c"), 1, 9);
        other.publish(SomeAlerts.of("a"), 0, 5);
        String last = drain(first).get(1).id().toString();

        StreamReader again = other.subscribe(Position.parse(last), event -> true);

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

        assertThat(hub.subscribe(Position.parse("0:1"), event -> true).hasMissed())
                .isTrue();
        StreamReader inTime = hub.subscribe(Position.parse("0:2"), event -> true);
        assertThat(inTime.hasMissed()).isFalse();
        assertThat(drain(inTime)).extracting(StreamEvent::offset).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aReaderThatFallsBehindIsDroppedAndTheOthersGoOn() throws Exception {
        StreamReader slow = hub.subscribe(null, event -> true);
        StreamReader fast = hub.subscribe(null, event -> true);
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
        StreamReader first = hub.subscribe(null, event -> true);
        hub.subscribe(null, event -> true);

        assertThat(hub.subscribe(null, event -> true)).isNull();
        hub.leave(first);
        assertThat(hub.subscribe(null, event -> true)).isNotNull();
    }

    @Test
    void whatIsNoIdOfOursIsNone() {
        assertThat(Position.parse("7")).isNull();
        assertThat(Position.parse("0:1,")).isNull();
        assertThat(Position.parse("0:99999999999999999999")).isNull();
        assertThat(Position.parse("0:1,12:3")).hasToString("0:1,12:3");
    }

    private static List<StreamEvent> drain(StreamReader reader) throws InterruptedException {
        List<StreamEvent> events = new ArrayList<>();
        for (StreamEvent event = reader.next(Duration.ZERO); event != null; event = reader.next(Duration.ZERO)) {
            events.add(event);
        }
        return events;
    }
}
