package io.vedette.alerts.overtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schemas.OverTimeState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store holds outlives the version of Vedette that wrote it. */
class OverTimeStateSerdeTest {

    /** A watch that asks {@code SILENCE(tank, 2h)}, matched last at 0:30, as the first of all versions wrote it. */
    private static final byte[] OF_THE_FIRST_VERSION = Base64.getMimeDecoder().decode("""
                    wwEphKEv7AXS5ApxdWlldEA1NDUxNjBmZTQ3YTQ1MmVjOGRlZWE2MDRhNDc5NjIwMiBTSUxFTkNFIFBUMkggMC4wgPCF5L5oAAAA
                    AAKAzeHlvmgAAAACAApxdWlldApxdWlldAIiU0lMRU5DRSh0YW5rLCAyaCkISU5GTwAAAg5BYm91dCBhAAAAAAAAAAAOU0lMRU5D
                    RQAAAAAAAAAAAAAAAAAAAAAAAAAAAA==
                    """);

    private final Serde<OverTimeState> serde = OverTimeStateSerde.create();

    @TempDir
    private Path folder;

    @Test
    void readsWhatTheFirstVersionWrote() {
        OverTimeState state = serde.deserializer().deserialize("any", OF_THE_FIRST_VERSION);

        assertThat(state.getWatchId()).isEqualTo("quiet");
        assertThat(state.getRule()).isEqualTo("SILENCE PT2H 0.0");
        assertThat(state.getLast()).isEqualTo(Replay.millis(30));
        assertThat(state.getAlert().getTitle()).isEqualTo("About a");
        assertThat(state.getPosition()).as("added since, with its default").isEqualTo(-1);
        assertThat(serde.deserializer().deserialize("any", serde.serializer().serialize("any", state)))
                .isEqualTo(state);
    }

    @Test
    void aTaskGoesOnWithTheStateThatAnOlderVersionLeftOnDisk() {
        try (OverTimeTasks tasks = new OverTimeTasks(folder, Duration.ZERO)) {
            tasks.watch("quiet", "SILENCE(tank, 2h)");
            tasks.left("quiet", OF_THE_FIRST_VERSION);

            assertThat(tasks.closed(149).alerts()).isEmpty();
            assertThat(tasks.closed(151).alerts()).singleElement().satisfies(alert -> {
                assertThat(alert.getKind()).isEqualTo("SILENCE");
                assertThat(alert.getSilentSince()).isEqualTo(Replay.START.plus(Duration.ofMinutes(30)));
            });
        }
    }

    @Test
    void todaysSchemaIsTheLastOfThoseThatAreKept() {
        List<Schema> written = OverTimeStateSerde.everWritten();
        String today = SchemaNormalization.toParsingForm(OverTimeState.getClassSchema());

        assertThat(SchemaNormalization.toParsingForm(written.get(written.size() - 1)))
                .as("OverTimeState, or a record in it, has changed: append this line to %s", OverTimeStateSerde.WRITTEN)
                .isEqualTo(today);
        assertThat(new HashSet<>(written)).hasSameSizeAs(written);
    }

    @Test
    void aNewerVersionsStateIsRefusedInWordsThatHelp() {
        byte[] newer = OF_THE_FIRST_VERSION.clone();
        newer[2]++;

        assertThatThrownBy(() -> serde.deserializer().deserialize("any", newer))
                .hasMessageContaining("written by a newer version")
                .hasMessageContaining("docs/operations.md");
    }
}
