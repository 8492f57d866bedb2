package io.vedette.alerts.brief;

import io.vedette.alerts.delivery.channel.AlertText;
import io.vedette.alerts.view.AlertHit;
import io.vedette.schemas.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert of which no claim tells.
 *
 * @param kind the names of Alert.kind
 * @param watch title of the watch
 * @param article null for an alert that rests on none
 */
public record BriefAlert(
        String id,
        Instant at,
        String severity,
        String kind,
        String watchId,
        String watch,
        String headline,
        @Nullable BriefArticle article) {

    static BriefAlert of(AlertHit hit) {
        Alert alert = hit.alert();
        return new BriefAlert(
                alert.getId(),
                hit.raisedAt(),
                alert.getSeverity(),
                alert.getKind(),
                alert.getWatchId(),
                AlertText.watch(alert),
                AlertText.headline(alert),
                alert.getArticleId().isEmpty()
                        ? null
                        : new BriefArticle(alert.getArticleId(), alert.getTitle(), alert.getSource(), alert.getUrl()));
    }
}
