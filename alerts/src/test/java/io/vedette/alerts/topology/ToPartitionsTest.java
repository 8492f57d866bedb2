package io.vedette.alerts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.signal.Signal;
import io.vedette.schemas.Match;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToPartitionsTest {

    private final ToPartitions partitioner = new ToPartitions();

    @Test
    void progressGoesToEveryPartition() {
        Match progress = Signal.progress(3, Instant.EPOCH);

        assertThat(partitioner.partitions("matches", ToPartitions.MARKER_KEY, progress, 6))
                .contains(Set.of(0, 1, 2, 3, 4, 5));
        assertThat(Signal.of(progress)).isEqualTo(new Signal.Progress(3, Instant.EPOCH));
    }

    @Test
    void aMatchGoesWhereEveryProducerWouldSendItsWatch() {
        Match match = Match.newBuilder().setWatchId("routes").build();

        assertThat(partitioner.partitions("matches", "routes", match, 6)).isEmpty();
        assertThat(Signal.of(match)).isEqualTo(new Signal.Matched(match));
    }
}
