package io.vedette.alerts.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.view.AlertHit;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.Found;
import io.vedette.alerts.view.Place;
import io.vedette.alerts.view.SearchTooLongException;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.ViewNotReadyException;
import io.vedette.alerts.view.Walk;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.ApiConfig;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Article;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Story;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.Requirement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Alerts, articles and claims over HTTP: to filter, page and export. */
public final class ViewApi implements Routes {

    private static final Shape ALERT = new Shape.Both(
            Shape.of(Alert.class),
            Shape.object(
                    "AlertInView",
                    "raisedAt",
                    Shape.TIME,
                    "status",
                    Shape.oneOf("OPEN", "ACKNOWLEDGED", "REJECTED", "WITHDRAWN"),
                    "state",
                    Shape.of(AlertState.class),
                    "feedback",
                    Shape.object(
                            "FeedbackInView",
                            "what",
                            Shape.oneOf("ACKNOWLEDGE", "REJECT", "REOPEN"),
                            "who",
                            Shape.TEXT,
                            "at",
                            Shape.TIME,
                            "reason",
                            Shape.TEXT,
                            "note",
                            Shape.TEXT)));
    private static final Shape ARTICLE = new Shape.Both(
            Shape.of(EnrichedArticle.class),
            Shape.object(
                    "ArticleInView",
                    "alerted",
                    Shape.TRUTH,
                    "removed",
                    Shape.TRUTH,
                    "history",
                    Shape.of(ArticleHistory.class),
                    "storyId",
                    Shape.TEXT,
                    "story",
                    Shape.of(Story.class)));
    private static final Shape ARTICLE_IN_LIST = new Shape.Both(
            Shape.of(Article.class),
            Shape.object(
                    "ArticleInList",
                    "storyId",
                    Shape.TEXT,
                    "beginning",
                    Shape.TEXT,
                    "acceptedAt",
                    Shape.TIME,
                    "alerted",
                    Shape.TRUTH,
                    "removed",
                    Shape.TRUTH,
                    "sightings",
                    Shape.WHOLE_NUMBER,
                    "mentions",
                    Shape.WHOLE_NUMBER,
                    "claims",
                    Shape.WHOLE_NUMBER));
    private static final Shape CLAIM = new Shape.Both(
            Shape.of(Claim.class),
            Shape.object(
                    "ClaimInList",
                    "number",
                    Shape.WHOLE_NUMBER,
                    "sentence",
                    Shape.TEXT,
                    "said",
                    Shape.TEXT,
                    "sourceName",
                    Shape.TEXT,
                    "actors",
                    Shape.many(Shape.ANY),
                    "places",
                    Shape.many(Shape.ANY),
                    "article",
                    Shape.ANY));

    private final View view;
    private final VisibleArticles visible;
    private final ApiConfig limits;
    private final QueryCompiler queries;
    private final Filters filters;
    private final Disclosure disclosure;

    /**
     * @param visible which articles somebody may know of
     * @param disclosure what of the texts of articles may be shown
     * @param queries compiles queries, and knows the names of places and actors
     * @param clock says when now is, for times such as {@code -7d}
     */
    public ViewApi(
            View view,
            VisibleArticles visible,
            ApiConfig limits,
            Disclosure disclosure,
            QueryCompiler queries,
            Clock clock) {
        this.disclosure = disclosure;
        this.view = view;
        this.visible = visible;
        this.limits = limits;
        this.queries = queries;
        this.filters = new Filters(queries.entities(), clock, limits.clauseLimit());
    }

    @Override
    public void explain(RoutesConfig routes) {
        routes.exception(
                ViewNotReadyException.class,
                (e, ctx) -> new Problem(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage()).answer(ctx));
        routes.exception(
                SearchTooLongException.class,
                (e, ctx) -> new Problem(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage()).answer(ctx));
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                listing(new AlertTable(view::article), new Alerts()).endpoint("/api/alerts", "Alerts, by time.", ALERT),
                Endpoint.get("/api/alerts/{id}", "One alert.", this::alert)
                        .forTenants()
                        .answers(HttpStatus.OK, "The alert.", ALERT),
                listing(new ArticleTable(disclosure, view::story), new Articles())
                        .endpoint("/api/articles", "Articles, by the time when they were accepted.", ARTICLE_IN_LIST),
                Endpoint.get("/api/articles/{id}", "One article with its text and all tags.", this::article)
                        .forTenants()
                        .answers(HttpStatus.OK, "The article.", ARTICLE),
                listing(new ClaimTable(), new Claims())
                        .endpoint(
                                "/api/claims",
                                "Claims of articles, each with all that is asked of claims, places and actors.",
                                CLAIM));
    }

    private <H, R> Listing<H, R> listing(Table<R> table, Listing.Source<H, R> source) {
        return new Listing<>(view, limits, filters, table, source, new QueryFilter(queries));
    }

    private void alert(Context ctx) {
        String id = ctx.pathParam("id");
        ctx.json(view.alert(id)
                .filter(hit -> Callers.tenant(ctx).owns(hit.alert().getWatchId()))
                .map(new AlertTable(view::article)::json)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "there is no alert " + id)));
    }

    private void article(Context ctx) {
        String id = ctx.pathParam("id");
        ctx.json(visible.get(id, Callers.tenant(ctx))
                .map(new ArticleTable(disclosure, view::story)::whole)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "there is no article " + id)));
    }

    private static final class Alerts implements Listing.Source<AlertHit, AlertHit> {

        @Override
        public Filter filter(Filters.Asked asked, Found found) {
            return asked.ofAlerts();
        }

        @Override
        public Walk<AlertHit> walk(Found found, Filter filter, Found.Stretch stretch) {
            return found.alerts(filter, stretch);
        }

        @Override
        public long count(Found found, Filter filter) {
            return found.countAlerts(filter);
        }

        @Override
        public Place place(AlertHit hit) {
            return new Place(hit.raisedAt(), hit.alert().getId());
        }

        @Override
        public Optional<ArticleHit> article(AlertHit hit, Found found) {
            return found.article(hit.alert().getArticleId());
        }

        @Override
        public List<AlertHit> rows(AlertHit hit, Filter filter) {
            return List.of(hit);
        }
    }

    private abstract class OfArticles<R> implements Listing.Source<ArticleHit, R> {

        @Override
        public Filter filter(Filters.Asked asked, Found found) {
            return visible.filter(asked, found);
        }

        @Override
        public Walk<ArticleHit> walk(Found found, Filter filter, Found.Stretch stretch) {
            return found.articles(filter, stretch);
        }

        @Override
        public long count(Found found, Filter filter) {
            return found.countArticles(filter);
        }

        @Override
        public ArticleHit seenBy(Tenant tenant, ArticleHit hit, Found found) {
            return visible.seenBy(tenant, hit, found);
        }

        @Override
        public Place place(ArticleHit hit) {
            return new Place(hit.acceptedAt(), hit.enriched().getArticle().getId());
        }

        @Override
        public Optional<ArticleHit> article(ArticleHit hit, Found found) {
            return Optional.of(hit);
        }

        @Override
        public Filter needing(Filter filter, List<Requirement> needs) {
            return filter.needing(needs);
        }
    }

    private final class Articles extends OfArticles<ArticleHit> {

        @Override
        public List<ArticleHit> rows(ArticleHit hit, Filter filter) {
            return List.of(hit);
        }
    }

    private final class Claims extends OfArticles<ClaimRow> {

        @Override
        public List<ClaimRow> rows(ArticleHit hit, Filter filter) {
            return IntStream.range(0, hit.enriched().getClaims().size())
                    .mapToObj(number -> new ClaimRow(hit, number, disclosure))
                    .filter(row -> row.passes(filter, queries.entities()))
                    .toList();
        }
    }
}
