package io.vedette.alerts.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.alerts.view.AlertHit;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.MatchedClause;
import io.vedette.schemas.Mention;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Alerts, a row each. */
final class AlertTable implements Table<AlertHit> {

    private final Function<String, Optional<ArticleHit>> articles;

    /** @param articles finds the article of an id */
    AlertTable(Function<String, Optional<ArticleHit>> articles) {
        this.articles = articles;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public ObjectNode json(AlertHit hit) {
        ObjectNode node = RecordJson.of(hit.alert());
        node.put("raisedAt", hit.raisedAt().toString());
        node.put("status", hit.status());
        AlertState state = hit.state();
        if (state == null) {
            node.putNull("state");
        } else {
            node.set("state", RecordJson.of(state));
        }
        return node.set("feedback", feedback(hit));
    }

    /** What somebody said last of it or of the first alert of its story; null if nobody did. */
    private static JsonNode feedback(AlertHit hit) {
        AlertState state = hit.state();
        String what =
                switch (hit.status()) {
                    case "ACKNOWLEDGED" -> "ACKNOWLEDGE";
                    case "REJECTED" -> "REJECT";
                    case "OPEN" -> state == null || state.getAt() == null ? null : "REOPEN";
                    default -> null;
                };
        if (state == null || what == null) {
            return NullNode.getInstance();
        }
        ObjectNode said = Json.MAPPER.createObjectNode();
        said.put("what", what);
        said.put("who", state.getWho());
        said.put("at", Points.text(state.getAt()));
        said.put("reason", state.getReason());
        return said.put("note", state.getNote());
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "kind",
                "severity",
                "raisedAt",
                "watchId",
                "watchTitle",
                "watchVersion",
                "query",
                "headline",
                "title",
                "url",
                "source",
                "language",
                "articleId",
                "storyId",
                "publishedAt",
                "acceptedAt",
                "updateOf",
                "reasons",
                "matched",
                "labels",
                "status",
                "statusBy",
                "statusReason",
                "matches",
                "outlets",
                "independentTexts");
    }

    @Override
    public List<@Nullable Object> cells(AlertHit hit) {
        Alert alert = hit.alert();
        AlertState state = hit.state();
        return Arrays.asList(
                alert.getId(),
                alert.getKind(),
                alert.getSeverity(),
                hit.raisedAt().toString(),
                alert.getWatchId(),
                alert.getWatchTitle(),
                alert.getWatchVersion(),
                alert.getQuery(),
                alert.getHeadline(),
                alert.getTitle(),
                alert.getUrl(),
                alert.getSource(),
                alert.getLanguage(),
                alert.getArticleId(),
                alert.getStoryId(),
                Points.text(alert.getPublishedAt()),
                Points.text(alert.getAcceptedAt()),
                alert.getUpdateOf(),
                String.join("; ", alert.getReasons()),
                matched(alert),
                String.join("; ", alert.getLabels()),
                hit.status(),
                state == null ? null : state.getWho(),
                state == null ? null : state.getReason(),
                state == null ? null : state.getMatches(),
                state == null ? alert.getOutlets() : state.getOutlets(),
                state == null ? alert.getIndependentTexts() : state.getIndependentTexts());
    }

    /** The places that made it match; where none did, all of its article. */
    @Override
    public List<Point> points(AlertHit hit) {
        EnrichedArticle article = articles.apply(hit.alert().getArticleId())
                .map(ArticleHit::enriched)
                .orElse(null);
        if (article == null) {
            return List.of();
        }
        Set<Integer> starts =
                hit.alert().getClauses().stream().map(MatchedClause::getStart).collect(Collectors.toSet());
        Set<String> entities = hit.alert().getClauses().stream()
                .map(MatchedClause::getEntityId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Predicate<Mention> matched =
                mention -> entities.contains(mention.getEntityId()) && starts.contains(mention.getStart());
        List<Point> points =
                Points.of(article.getMentions().stream().filter(matched).toList());
        return points.isEmpty() ? Points.of(article.getMentions()) : points;
    }

    private static String matched(Alert alert) {
        return alert.getClauses().stream()
                .map(clause -> clause.getClause() + " = " + clause.getWords())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
