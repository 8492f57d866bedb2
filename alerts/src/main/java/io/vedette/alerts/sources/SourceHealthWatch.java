package io.vedette.alerts.sources;

import io.vedette.runtime.config.SourceHealthConfig;
import io.vedette.schemas.Watch;
import java.util.Set;

/** The watch that Vedette brings along: it has no query, and speaks when the health of a source changes. */
public final class SourceHealthWatch {

    public static final String ID = "source-health";
    static final String TITLE = "Health of sources";

    /** Of {@code SourceState.status}: those that nobody need be told of. */
    private static final Set<String> NOT_UNHEALTHY = Set.of("", "UNKNOWN", "HEALTHY", "PAUSED");

    private SourceHealthWatch() {}

    /** The watch as others are shown. */
    public static Watch of(SourceHealthConfig settings) {
        return Watch.newBuilder()
                .setId(ID)
                .setTitle(TITLE)
                .setSeverity(settings.severity())
                .setChannels(settings.channels())
                .setEnabled(settings.enabled())
                .build();
    }

    static boolean isUnhealthy(String status) {
        return !NOT_UNHEALTHY.contains(status);
    }
}
