package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.trend.Steps;
import io.vedette.alerts.trend.Trend;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.Found;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.ViewFields;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.ApiConfig;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.schemas.Watch;
import io.vedette.text.ClaimType;
import io.vedette.text.MentionKind;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.query.Described;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How much there is of something over time: {@code GET /api/trends?series=articles&series=place:Kherson&from=-7d}. */
public final class TrendsApi implements Routes {

    private static final Duration USUAL_SPAN = Duration.ofDays(1);

    private final View view;
    private final VisibleArticles visible;
    private final Filters filters;
    private final Function<String, Optional<Watch>> watches;
    private final ApiConfig limits;
    private final Duration alertsKept;
    private final Clock clock;

    /**
     * One line.
     *
     * @param series as it was asked for
     * @param label what a person calls it
     */
    public record Series(String series, String label, long total, List<Trend.Point> points) {}

    /**
     * What is answered.
     *
     * @param step 15m, 1h, 6h or 1d
     */
    public record Trends(Instant from, Instant to, String step, List<Series> series) {}

    /**
     * What is to be counted.
     *
     * @param watch whose alerts; null where articles are counted
     */
    private record Counted(
            String series,
            String label,
            Filter filter,
            @Nullable Watch watch) {}

    /**
     * @param queries knows the names of places and actors
     * @param watches finds a watch by its id
     * @param alertsKept for how long alerts are in the view
     */
    public TrendsApi(
            View view,
            VisibleArticles visible,
            QueryCompiler queries,
            Function<String, Optional<Watch>> watches,
            ApiConfig limits,
            Duration alertsKept,
            Clock clock) {
        this.view = view;
        this.visible = visible;
        this.filters = new Filters(queries.entities(), clock, limits.clauseLimit());
        this.watches = watches;
        this.limits = limits;
        this.alertsKept = alertsKept;
        this.clock = clock;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get(
                        "/api/trends",
                        "How many articles, or alerts of a watch, there are over time, and how many there usually are.",
                        this::trends)
                .forTenants()
                .query(
                        "series",
                        "articles, actor:NAME, place:NAME, claim:TYPE or watch:ID; may be given several times.",
                        Shape.TEXT)
                .query("from", "First moment, a day ago unless told otherwise: -7d, 2026-11-23, or a time.", Shape.TEXT)
                .query("to", "First moment after, as from.", Shape.TEXT)
                .query(
                        "step",
                        "How long a step is; one that fits unless told otherwise.",
                        Shape.oneOf(Steps.LENGTHS.keySet().toArray(String[]::new)))
                .answers(HttpStatus.OK, "A line for each series.", Shape.of(Trends.class))
                .answers(HttpStatus.SERVICE_UNAVAILABLE, "The view is being built; or it took too long."));
    }

    private void trends(Context ctx) {
        Steps steps = steps(ctx);
        Tenant tenant = Callers.tenant(ctx);
        Set<String> wanted = Parameters.many(ctx, "series");
        if (wanted.isEmpty() || wanted.size() > limits.trends().series()) {
            throw Parameters.wrong(
                    "series",
                    "give one to " + limits.trends().series()
                            + " (alerts.api.trends.series): articles, actor:NAME, place:NAME, claim:TYPE or watch:ID");
        }
        List<Counted> counted =
                wanted.stream().map(series -> counted(series, tenant)).toList();
        try (Found found = view.found()) {
            List<Series> lines = new ArrayList<>();
            Instant complete = visible.completeSince(found, limits.timeLimit());
            for (Counted one : counted) {
                Trend trend = trend(one, steps, tenant, complete, found);
                lines.add(new Series(one.series(), one.label(), trend.total(), trend.points()));
            }
            ctx.json(new Trends(steps.from(), steps.to(), steps.written(), lines));
        }
    }

    private Steps steps(Context ctx) {
        Instant now = clock.instant();
        Instant to = Optional.ofNullable(Parameters.time(ctx, "to", now)).orElse(now);
        Instant from = Optional.ofNullable(Parameters.time(ctx, "from", now)).orElse(to.minus(USUAL_SPAN));
        if (!from.isBefore(to)) {
            throw Parameters.wrong("to", "is not after from");
        }
        String step = Parameters.text(ctx, "step");
        Duration length = step == null ? null : Steps.LENGTHS.get(step);
        if (step != null && length == null) {
            throw Parameters.wrong(
                    "step", "is \"" + step + "\"; give one of " + String.join(", ", Steps.LENGTHS.keySet()));
        }
        int most = limits.trends().points();
        Duration shortest = length == null ? Duration.ofDays(1) : length;
        if (Duration.between(from, to).dividedBy(shortest) > most) {
            throw Parameters.wrong(
                    "step",
                    "gives more than " + most
                            + " points (alerts.api.trends.points); ask for longer steps or less time");
        }
        try {
            return Steps.of(from, to, length);
        } catch (ArithmeticException e) {
            throw Parameters.wrong("from", "is too far away");
        }
    }

    private Counted counted(String series, Tenant tenant) {
        int colon = series.indexOf(':');
        String name = series.substring(colon + 1).strip();
        if (series.equals("articles")) {
            return new Counted(series, "Articles", Filter.ALL, null);
        }
        return switch (colon < 0 || name.isEmpty() ? "" : series.substring(0, colon)) {
            case "actor" -> ofEntity(series, ViewFields.ACTOR, MentionKind.ACTOR, name);
            case "place" -> ofEntity(series, ViewFields.PLACE, MentionKind.PLACE, name);
            case "claim" -> ofClaim(series, name.toUpperCase(Locale.ROOT));
            case "watch" -> ofWatch(series, name, tenant);
            default ->
                throw Parameters.wrong(
                        "series",
                        "is \"" + series + "\"; give articles, actor:NAME, place:NAME, claim:TYPE or watch:ID");
        };
    }

    private Counted ofEntity(String series, String field, MentionKind kind, String name) {
        Set<String> ids = filters.ids("series", name, kind);
        Described only = ids.size() == 1 ? filters.describe(ids.iterator().next()) : null;
        return new Counted(series, only == null ? name : only.name(), Filter.ALL.with(field, ids), null);
    }

    private static Counted ofClaim(String series, String type) {
        if (Arrays.stream(ClaimType.values()).noneMatch(known -> known.name().equals(type))) {
            throw Parameters.wrong("series", "there is no type of claims \"" + type + "\"");
        }
        String label =
                type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Counted(series, label, Filter.ALL.with(ViewFields.CLAIM, Set.of(type)), null);
    }

    /** Whether there is such a watch of somebody else nobody learns. */
    private Counted ofWatch(String series, String given, Tenant tenant) {
        String id = tenant.watchId(given);
        Watch watch = tenant.owns(id) ? watches.apply(id).orElse(null) : null;
        if (watch == null) {
            throw Parameters.wrong("series", "there is no watch " + given);
        }
        return new Counted(series, watch.getTitle(), Filter.ALL.with(ViewFields.WATCH, Set.of(id)), watch);
    }

    private Trend trend(Counted counted, Steps steps, Tenant tenant, Instant complete, Found found) {
        Steps all = Trend.counted(steps);
        Filter filter = counted.filter().between(all.from(), all.to());
        Watch watch = counted.watch();
        if (watch == null) {
            Filter articles = visible.filter(Filters.Asked.of(tenant, filter), found);
            int[] counts = found.articlesOverTime(articles, all.from(), all.step(), all.count(), limits.timeLimit());
            return Trend.of(steps, counts, complete);
        }
        int[] counts = found.alertsOverTime(filter, all.from(), all.step(), all.count(), limits.timeLimit());
        return Trend.of(steps, counts, knownOf(watch, complete));
    }

    /** From when on the alerts of a watch are known: before it was written there could be none. */
    private Instant knownOf(Watch watch, Instant complete) {
        Instant kept = clock.instant().minus(alertsKept);
        Instant written = watch.getVersion() == 1 ? watch.getUpdatedAt() : null;
        Instant first = kept.isAfter(complete) ? kept : complete;
        return written != null && written.isAfter(first) ? written : first;
    }
}
