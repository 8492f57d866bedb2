package io.vedette.ingest.source;

import io.vedette.ingest.health.Attended;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is shown.
 *
 * @param status of its state; PAUSED as soon as it is not enabled, UNKNOWN before its first poll
 * @param overdue whether nobody polls it: its next poll is long past
 * @param state null if nobody has polled it yet
 */
record SourceView(
        String id,
        String kind,
        String url,
        @Nullable String name,
        @Nullable String country,
        @Nullable String language,
        @Nullable String covers,
        boolean enabled,
        @Nullable String interval,
        String page,
        @Nullable String mapping,
        boolean evidence,
        String textDelivery,
        List<String> labels,
        int version,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy,
        String status,
        boolean overdue,
        @Nullable StateView state) {

    static final String UNKNOWN = "UNKNOWN";
    static final String PAUSED = "PAUSED";

    static SourceView of(Source source, Optional<SourceState> state) {
        return new SourceView(
                source.getId(),
                source.getKind(),
                source.getUrl(),
                source.getName(),
                source.getCountry(),
                source.getLanguage(),
                source.getCovers(),
                source.getEnabled(),
                SourceForm.of(source).interval(),
                source.getPage(),
                source.getMapping(),
                source.getEvidence(),
                source.getTextDelivery(),
                source.getLabels(),
                source.getVersion(),
                source.getUpdatedAt(),
                source.getUpdatedBy(),
                status(source, state),
                Attended.overdue(source, state, Instant.now()),
                state.map(StateView::of).orElse(null));
    }

    /** The definition is ahead of the state, which is written at the next poll. */
    static String status(Source source, Optional<SourceState> state) {
        if (!source.getEnabled()) {
            return PAUSED;
        }
        return state.map(SourceState::getStatus)
                .filter(status -> !status.equals(PAUSED))
                .orElse(UNKNOWN);
    }
}
