package io.vedette.runtime.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import java.nio.file.Path;
import java.util.Locale;

/** How much room the disks have that something grows on: {@code disk.free} and {@code disk.total}, in bytes. */
public final class DiskMeters {

    private DiskMeters() {}

    /** What grows there. */
    public enum Content {
        /** The stores of Kafka Streams. */
        STATE,
        /** Fetched pages and feeds. */
        EVIDENCE,
        /** What the API searches. */
        INDEX
    }

    /**
     * Binds them for the disk of a folder; both are 0 as long as there is no such folder.
     *
     * @param content goes into the tag {@code what}
     */
    public static void bind(Content content, Path folder, MeterRegistry meters) {
        Tags what = Tags.of("what", content.name().toLowerCase(Locale.ROOT));
        new DiskSpaceMetrics(folder.toAbsolutePath().toFile(), what).bindTo(meters);
    }
}
