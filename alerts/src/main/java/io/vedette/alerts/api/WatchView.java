package io.vedette.alerts.api;

import io.vedette.schemas.Watch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A watch as it is shown. */
record WatchView(
        String id,
        String title,
        String query,
        String severity,
        int version,
        boolean enabled,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy) {

    static WatchView of(Watch watch) {
        return new WatchView(
                watch.getId(),
                watch.getTitle(),
                watch.getQuery(),
                watch.getSeverity(),
                watch.getVersion(),
                watch.getEnabled(),
                watch.getUpdatedAt(),
                watch.getUpdatedBy());
    }
}
