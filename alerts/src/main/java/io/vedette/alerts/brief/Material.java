package io.vedette.alerts.brief;

import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.view.AlertHit;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.ContributingArticle;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a brief is made of.
 *
 * @param from first moment that it is about
 * @param to first moment after
 * @param alerts that it tells of, in any order
 * @param articles by id those that these alerts rest on, as far as they are known
 * @param dismissed how many alerts were left out since they were rejected or withdrawn
 * @param stopped why some alerts or articles that were asked for are missing; null if none is
 * @param claims the most that are told as confirmed, and as many that are not
 * @param disclosure what of the words of articles may be shown
 */
public record Material(
        Instant from,
        Instant to,
        List<AlertHit> alerts,
        Map<String, ArticleHit> articles,
        int dismissed,
        @Nullable String stopped,
        int claims,
        Disclosure disclosure) {

    public Material {
        alerts = List.copyOf(alerts);
        articles = Map.copyOf(articles);
    }

    /** Ids of the articles that an alert rests on: its own, those that it lists, and those of its story that matched too. */
    public static Collection<String> articlesOf(AlertHit hit) {
        Alert alert = hit.alert();
        Set<String> ids = new LinkedHashSet<>();
        if (!alert.getArticleId().isEmpty()) {
            ids.add(alert.getArticleId());
        }
        alert.getArticles().stream().map(ContributingArticle::getId).forEach(ids::add);
        AlertState state = hit.state();
        if (state != null) {
            ids.addAll(state.getMatched());
        }
        return ids;
    }
}
