package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.brief.Brief;
import io.vedette.alerts.brief.BriefHtml;
import io.vedette.alerts.brief.BriefMaker;
import io.vedette.alerts.brief.BriefMarkdown;
import io.vedette.alerts.brief.Material;
import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.view.View;
import io.vedette.runtime.config.ApiConfig;
import io.vedette.runtime.config.BriefConfig;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.json.Json;
import io.vedette.text.watch.QueryCompiler;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The brief for the hand-over of a shift, over HTTP: {@link Brief}. */
public final class BriefApi implements Routes {

    private static final String MARKDOWN = "text/markdown";
    private static final String HTML = "text/html";

    private final BriefMaterial material;

    /**
     * @param visible which articles somebody may know of
     * @param queries compiles queries, and knows the names of places and actors
     * @param clock says when now is
     */
    public BriefApi(
            View view,
            VisibleArticles visible,
            ApiConfig limits,
            BriefConfig most,
            Disclosure disclosure,
            QueryCompiler queries,
            Clock clock) {
        this.material = new BriefMaterial(
                view,
                visible,
                new Filters(queries.entities(), clock, limits.clauseLimit()),
                new QueryFilter(queries),
                limits,
                most,
                disclosure,
                clock);
    }

    @Override
    public List<Endpoint> endpoints() {
        Endpoint brief = Endpoint.get(
                "/api/brief", "What the alerts of some hours tell, for the hand-over of a shift.", this::brief);
        return List.of(Filters.describe(brief)
                .forTenants()
                .query(
                        "since",
                        "In place of from: so long ago, such as 12h, which it is unless told otherwise.",
                        Shape.TEXT)
                .query("query", "A query in the watch language, held against the article of each alert.", Shape.TEXT)
                .query("alert", "Id of an alert that it is to tell of; several times for several.", Shape.TEXT)
                .query("format", "json unless told otherwise.", Shape.oneOf("json", "markdown", "html"))
                .answers(HttpStatus.OK, "The brief.", Shape.of(Brief.class))
                .answers(HttpStatus.SERVICE_UNAVAILABLE, "The view is being built; try again later."));
    }

    private void brief(Context ctx) {
        String asked = Parameters.text(ctx, "format");
        String format = asked == null ? "json" : asked.toLowerCase(Locale.ROOT);
        if (!List.of("json", "markdown", "html").contains(format)) {
            throw Parameters.wrong("format", "is \"" + asked + "\"; give json, markdown or html");
        }
        Material found = material.of(ctx);
        Brief brief = BriefMaker.of(found);
        switch (format) {
            case "markdown" -> ctx.contentType(MARKDOWN + "; charset=utf-8").result(BriefMarkdown.of(brief, base(ctx)));
            case "html" -> {
                // in place of the header that forbids pages everything, their style included
                ctx.header("Content-Security-Policy", BriefHtml.POLICY + "; frame-ancestors 'none'; sandbox");
                ctx.contentType(HTML + "; charset=utf-8").result(BriefHtml.of(brief, base(ctx)));
            }
            default -> ctx.json(Json.MAPPER.valueToTree(brief));
        }
    }

    /** The address under which this server was asked. */
    private static String base(Context ctx) {
        return ctx.url().substring(0, ctx.url().length() - ctx.path().length());
    }
}
