package io.vedette.alerts.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.topology.AlertJson;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.records.AnnotationMapper;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.MatchedClause;
import io.vedette.schemas.Watch;
import io.vedette.text.Annotator;
import io.vedette.text.watch.query.Entities;
import io.vedette.text.watch.query.QueryException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries a query on an article that the request brings along: whether it matches, and why.  Writes nothing. */
public final class QueryTrial implements Routes {

    private final Entities entities;
    private final Annotator annotator;
    private final ArticleMatcher matcher;

    /** What is asked. */
    private record Trial(@Nullable String query, @Nullable Text article) {}

    private record Text(@Nullable String title, @Nullable String text) {}

    public QueryTrial(Entities entities, Annotator annotator) {
        this.entities = entities;
        this.annotator = annotator;
        this.matcher = new ArticleMatcher(entities);
    }

    @Override
    public List<Endpoint> endpoints() {
        Shape article = Shape.object("TrialArticle", "title", Shape.TEXT, "text", Shape.TEXT);
        return List.of(Endpoint.post(
                        "/api/watches/test", "Tries a query on a text that comes along; writes nothing.", this::test)
                .takes(Shape.object("Trial", "query", Shape.TEXT, "article", article))
                .answers(
                        HttpStatus.OK,
                        "Whether it matches, and which clauses.",
                        Shape.object(
                                "Tried",
                                "matches",
                                Shape.TRUTH,
                                "clauses",
                                Shape.many(Shape.of(MatchedClause.class)))));
    }

    private void test(Context ctx) throws IOException {
        Trial trial = Json.MAPPER.readValue(ctx.bodyAsBytes(), Trial.class);
        if (trial == null
                || trial.query() == null
                || trial.article() == null
                || trial.article().text() == null) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "send {\"query\": ..., \"article\": {\"title\": ..., \"text\": ...}}");
        }
        Article article = Article.newBuilder()
                .setText(trial.article().text())
                .setTitle(trial.article().title())
                .build();
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode clauses = answer.putArray("clauses");
        List<Alert> alerts = match(trial.query(), article);
        alerts.forEach(alert -> AlertJson.tree(alert).withArray("clauses").forEach(clauses::add));
        ctx.json(answer.put("matches", !alerts.isEmpty()));
    }

    private List<Alert> match(String query, Article article) {
        try {
            Watch watch = Watch.newBuilder().setId("test").setQuery(query).build();
            Watches watches = Watches.of(List.of(CompiledWatch.of(watch, entities)));
            return matcher.match(
                    AnnotationMapper.enriched(article, annotator.annotate(AnnotationMapper.document(article))),
                    Instant.EPOCH,
                    watches);
        } catch (QueryException e) {
            throw QueryProblem.of(e);
        } catch (IllegalArgumentException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }
}
