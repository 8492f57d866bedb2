package io.vedette.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.runtime.metrics.DiskMeters.Content;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskMetersTest {

    @Test
    void theRoomOfADiskIsToldWithWhatGrowsThere(@TempDir Path folder) {
        try (Metrics metrics = new Metrics()) {
            DiskMeters.bind(Content.STATE, folder, metrics.registry());
            DiskMeters.bind(Content.EVIDENCE, folder, metrics.registry());

            for (String what : new String[] {"state", "evidence"}) {
                double total = metrics.registry()
                        .get("disk.total")
                        .tag("what", what)
                        .gauge()
                        .value();
                assertThat(metrics.registry()
                                .get("disk.free")
                                .tag("what", what)
                                .tag("path", folder.toString())
                                .gauge()
                                .value())
                        .isPositive()
                        .isLessThanOrEqualTo(total);
            }
        }
    }

    @Test
    void aFolderThatIsNotThereHasNoTotalToBeShortOf(@TempDir Path folder) {
        try (Metrics metrics = new Metrics()) {
            DiskMeters.bind(Content.INDEX, folder.resolve("later"), metrics.registry());

            assertThat(metrics.registry().get("disk.total").gauge().value()).isZero();
        }
    }
}
