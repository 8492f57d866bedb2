package io.vedette.alerts.api;

import io.vedette.alerts.sources.SourceHealthWatch;
import io.vedette.alerts.watch.WatchForm;
import io.vedette.schemas.Watch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A watch as it is shown. */
record WatchView(
        String id,
        String title,
        String query,
        String severity,
        @Nullable List<String> labels,
        @Nullable String validFrom,
        @Nullable String validUntil,
        WatchForm.@Nullable Quiet quietHours,
        WatchForm.@Nullable Limit throttle,
        WatchForm.@Nullable Digest digest,
        @Nullable List<String> channels,
        WatchForm.@Nullable Updates updates,
        @Nullable List<WatchForm.Text> examples,
        @Nullable Integer budget,
        int version,
        boolean enabled,
        boolean builtIn,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy) {

    static WatchView of(Watch watch) {
        WatchForm form = WatchForm.of(watch);
        return new WatchView(
                watch.getId(),
                watch.getTitle(),
                watch.getQuery(),
                watch.getSeverity(),
                form.labels(),
                form.validFrom(),
                form.validUntil(),
                form.quietHours(),
                form.throttle(),
                form.digest(),
                form.channels(),
                form.updates(),
                form.examples(),
                form.budget(),
                watch.getVersion(),
                watch.getEnabled(),
                watch.getId().equals(SourceHealthWatch.ID),
                watch.getUpdatedAt(),
                watch.getUpdatedBy());
    }
}
