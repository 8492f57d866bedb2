package io.vedette.alerts.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.Found;
import io.vedette.alerts.view.Order;
import io.vedette.alerts.view.Place;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.Walk;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.ApiConfig;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.json.Json;
import io.vedette.text.watch.Requirement;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list over HTTP: a page of it, or all of it as an export.
 *
 * @param <H> what the view finds
 * @param <R> what a row of the list is; of one hit there may be none or several
 */
final class Listing<H, R> {

    private static final int PAGE = 50;
    private static final int PROGRESS = 1_000;

    private final View view;
    private final ApiConfig limits;
    private final Filters filters;
    private final Table<R> table;
    private final Source<H, R> source;
    private final QueryFilter queries;

    /** Where the rows come from. */
    interface Source<H, R> {

        /** What is to be looked for. */
        Filter filter(Filters.Asked asked, Found found);

        Walk<H> walk(Found found, Filter filter, Found.Stretch stretch);

        long count(Found found, Filter filter);

        Place place(H hit);

        /** The article that a query in the watch language is held against, if it is known. */
        Optional<ArticleHit> article(H hit, Found found);

        /** The filter, without hits whose article has not what a query needs, as far as the index can tell. */
        default Filter needing(Filter filter, List<Requirement> needs) {
            return filter;
        }

        List<R> rows(H hit, Filter filter);

        /** The hit with what a tenant may know of it. */
        default H seenBy(Tenant tenant, H hit, Found found) {
            return hit;
        }
    }

    Listing(View view, ApiConfig limits, Filters filters, Table<R> table, Source<H, R> source, QueryFilter queries) {
        this.view = view;
        this.limits = limits;
        this.filters = filters;
        this.table = table;
        this.source = source;
        this.queries = queries;
    }

    /** The endpoint of the list, whose items have that shape. */
    Endpoint endpoint(String path, String summary, Shape item) {
        Shape page = Shape.object(
                "PageOf" + table.name().substring(0, 1).toUpperCase(Locale.ROOT)
                        + table.name().substring(1),
                "items",
                Shape.many(item),
                "next",
                Shape.TEXT,
                "total",
                Shape.WHOLE_NUMBER,
                "stopped",
                Shape.TEXT);
        return Filters.describe(Endpoint.get(path, summary, this::list))
                .forTenants()
                .query("query", "A query in the watch language, held against each article.", Shape.TEXT)
                .query("sort", "By time, the newest first unless told otherwise.", Shape.oneOf("newest", "oldest"))
                .query("limit", "Length of a page, 50 unless told otherwise.", Shape.WHOLE_NUMBER)
                .query("cursor", "Where the page begins: next of the page before.", Shape.TEXT)
                .query(
                        "total",
                        "Whether to count how many there are in all; with query, from this page on and as far as the limits go.",
                        Shape.TRUTH)
                .query(
                        "format",
                        "All of it as a file in place of a page; Accept says so too.",
                        Shape.oneOf("csv", "json", "ndjson", "geojson"))
                .answers(HttpStatus.OK, "A page, or all of it.", page)
                .answers(HttpStatus.SERVICE_UNAVAILABLE, "The view is being built; try again later.");
    }

    private void list(Context ctx) throws IOException {
        Filters.Asked asked = filters.of(ctx);
        QueryFilter.Compiled query = queries.of(ctx);
        Order order = order(ctx);
        Format format = Format.of(ctx);
        try (Found found = view.found()) {
            Filter filter = source.filter(asked, found);
            if (query != null) {
                filter = source.needing(filter, query.needs());
            }
            if (format == null) {
                page(ctx, found, filter, query, order);
            } else {
                export(ctx, found, filter, query, order, format);
            }
        }
    }

    private void page(Context ctx, Found found, Filter filter, QueryFilter.@Nullable Compiled query, Order order) {
        int limit = Parameters.number(ctx, "limit", Math.min(PAGE, limits.pageLimit()), 1, limits.pageLimit());
        Cursor from = Cursor.of(ctx);
        Found.Stretch stretch = new Found.Stretch(
                order,
                from == null ? null : from.place(),
                from != null && from.row() >= 0,
                query == null ? limit : PROGRESS,
                limits.timeLimit());
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode items = answer.putArray("items");
        Walk<H> hits = source.walk(found, filter, stretch);
        Budget budget = new Budget(limits);
        int skip = from == null ? -1 : from.row();
        Cursor last = null;
        boolean more = false;
        long rest = 0;
        while (hits.hasNext() && !more) {
            if (budget.spent()) {
                more = true;
                answer.put("stopped", budget.reason());
                break;
            }
            H hit = hits.next();
            budget.count();
            List<R> rows = matching(Callers.tenant(ctx), hit, filter, query, found);
            for (int i = skip + 1; i < rows.size() && !more; i++) {
                if (items.size() == limit) {
                    more = true;
                    rest = rows.size() - i;
                } else {
                    items.add(table.json(rows.get(i)));
                    last = new Cursor(source.place(hit), i + 1 < rows.size() ? i : -1);
                }
            }
            if (!more) {
                last = new Cursor(source.place(hit), -1);
            }
            skip = -1;
        }
        answer.put("next", more && last != null ? last.text(ctx) : null);
        if (Boolean.TRUE.equals(Parameters.truth(ctx, "total"))) {
            long further = query == null ? 0 : further(hits, Callers.tenant(ctx), filter, query, found, budget);
            answer.put("total", query == null ? source.count(found, filter) : items.size() + rest + further);
            if (query != null && hits.hasNext()) {
                answer.put("stopped", budget.reason());
            }
        }
        ctx.json(answer);
    }

    /** How many rows come behind the page, as far as the budget goes. */
    private long further(
            Walk<H> hits, Tenant tenant, Filter filter, QueryFilter.Compiled query, Found found, Budget budget) {
        long rows = 0;
        while (hits.hasNext() && !budget.spent()) {
            budget.count();
            rows += matching(tenant, hits.next(), filter, query, found).size();
        }
        return rows;
    }

    private List<R> matching(Tenant tenant, H hit, Filter filter, QueryFilter.@Nullable Compiled query, Found found) {
        if (query != null && !source.article(hit, found).map(query::matches).orElse(false)) {
            return List.of();
        }
        return source.rows(source.seenBy(tenant, hit, found), filter);
    }

    private void export(
            Context ctx, Found found, Filter filter, QueryFilter.@Nullable Compiled query, Order order, Format format)
            throws IOException {
        long count = source.count(found, filter);
        if (count > limits.exportLimit()) {
            throw Parameters.wrong(
                    "format",
                    "an export of " + count + " is more than the " + limits.exportLimit()
                            + " that alerts.api.exportLimit allows; ask for less at a time, for example with from and to");
        }
        Walk<H> hits = source.walk(found, filter, new Found.Stretch(order, null, false, PROGRESS, limits.timeLimit()));
        Tenant tenant = Callers.tenant(ctx);
        Iterator<R> rows = new Flat<>(hits, hit -> matching(tenant, hit, filter, query, found));
        new Export<>(table).write(format, rows, ctx);
    }

    private static Order order(Context ctx) {
        String sort = Parameters.text(ctx, "sort");
        if (sort == null) {
            return Order.NEWEST;
        }
        return Arrays.stream(Order.values())
                .filter(order -> order.name().equalsIgnoreCase(sort))
                .findFirst()
                .orElseThrow(() -> Parameters.wrong("sort", "is \"" + sort + "\"; give newest or oldest"));
    }
}
