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
import io.vedette.runtime.access.Scope;
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
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.query.QueryException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries a query on an article that the request brings along: whether it matches, and why.  Writes nothing. */
public final class QueryTrial implements Routes {

    private final QueryCompiler queries;
    private final Annotator annotator;
    private final ArticleMatcher matcher;
    private final Clock clock;

    /** What is asked. */
    private record Trial(@Nullable String query, @Nullable Text article) {}

    /** The text of an article that is accepted at the moment of the request, and what else is known of it. */
    private record Text(
            @Nullable String title,
            @Nullable String text,
            @Nullable String source,
            @Nullable String url,
            @Nullable String language,
            @Nullable String publishedAt) {}

    /** @param clock says when an article that comes along is accepted */
    public QueryTrial(QueryCompiler queries, Annotator annotator, Clock clock) {
        this.queries = queries;
        this.annotator = annotator;
        this.clock = clock;
        this.matcher = new ArticleMatcher(queries.entities());
    }

    @Override
    public List<Endpoint> endpoints() {
        Shape article = Shape.object(
                "TrialArticle",
                "title",
                Shape.TEXT,
                "text",
                Shape.TEXT,
                "source",
                Shape.TEXT,
                "url",
                Shape.TEXT,
                "language",
                Shape.TEXT,
                "publishedAt",
                Shape.TEXT);
        return List.of(Endpoint.post(
                        "/api/watches/test", "Tries a query on a text that comes along; writes nothing.", this::test)
                .needs(Scope.READ)
                .forTenants()
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
        Article article = article(trial.article());
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode clauses = answer.putArray("clauses");
        List<Alert> alerts = match(trial.query(), article);
        alerts.forEach(alert -> AlertJson.tree(alert).withArray("clauses").forEach(clauses::add));
        ctx.json(answer.put("matches", !alerts.isEmpty()));
    }

    private static Article article(Text text) {
        return Matchable.article(
                text.title(), text.text(), text.source(), text.url(), text.language(), text.publishedAt());
    }

    private List<Alert> match(String query, Article article) {
        try {
            Watch watch = Watch.newBuilder().setId("test").setQuery(query).build();
            Watches watches = Watches.of(List.of(CompiledWatch.of(watch, queries)));
            return matcher.match(
                    AnnotationMapper.enriched(article, annotator.annotate(AnnotationMapper.document(article))),
                    clock.instant(),
                    watches);
        } catch (QueryException e) {
            throw QueryProblem.of(e);
        } catch (IllegalArgumentException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }
}
