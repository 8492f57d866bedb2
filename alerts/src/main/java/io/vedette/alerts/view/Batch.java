package io.vedette.alerts.view;

import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Story;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What some records of the topics say, the last of each key. */
final class Batch {

    final Map<String, Timed<EnrichedArticle>> articles = new LinkedHashMap<>();
    final Map<String, Timed<EnrichedArticle>> alertedArticles = new LinkedHashMap<>();
    final Map<String, Timed<Alert>> alerts = new LinkedHashMap<>();
    final Map<String, Timed<AlertState>> states = new LinkedHashMap<>();
    final Map<String, Timed<ArticleHistory>> histories = new LinkedHashMap<>();
    final Map<String, Timed<Story>> stories = new LinkedHashMap<>();
    /** Articles that are to go. */
    final Set<String> deleted = new LinkedHashSet<>();

    /**
     * A record's value.
     *
     * @param at its time
     */
    record Timed<T>(T value, Instant at) {}

    boolean isEmpty() {
        return articles.isEmpty()
                && alertedArticles.isEmpty()
                && alerts.isEmpty()
                && states.isEmpty()
                && histories.isEmpty()
                && stories.isEmpty()
                && deleted.isEmpty();
    }
}
