package io.vedette.alerts.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.view.AlertHit;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.Found;
import io.vedette.alerts.view.Order;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.ViewFields;
import io.vedette.alerts.view.Walk;
import io.vedette.runtime.config.ApiConfig;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Figures of a watch: how often it speaks, and what people made of it. */
public final class WatchStatsApi implements Routes {

    private static final int DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final View view;
    private final Predicate<String> known;
    private final ApiConfig limits;
    private final Clock clock;

    /** @param known whether there is a watch of that id */
    public WatchStatsApi(View view, Predicate<String> known, ApiConfig limits, Clock clock) {
        this.view = view;
        this.known = known;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public List<Endpoint> endpoints() {
        Shape day = Shape.object("AlertsOfDay", "day", Shape.TEXT, "alerts", Shape.WHOLE_NUMBER);
        return List.of(Endpoint.get("/api/watches/{id}/stats", "How often a watch speaks.", this::stats)
                .forTenants()
                .query("days", "So many days, today included; 30 unless told otherwise.", Shape.WHOLE_NUMBER)
                .answers(
                        HttpStatus.OK,
                        "Figures from the alerts that are in the view; days are those of UTC.",
                        Shape.object(
                                "WatchStats",
                                "watchId",
                                Shape.TEXT,
                                "alerts",
                                Shape.WHOLE_NUMBER,
                                "perDay",
                                Shape.NUMBER,
                                "acknowledged",
                                Shape.WHOLE_NUMBER,
                                "rejected",
                                Shape.WHOLE_NUMBER,
                                "rejectedRate",
                                Shape.NUMBER,
                                "lastAlertAt",
                                Shape.TIME,
                                "days",
                                Shape.many(day))));
    }

    private void stats(Context ctx) {
        String id = WatchTenancy.id(ctx);
        int days = Parameters.number(ctx, "days", DAYS, 1, MOST_DAYS);
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        Instant first = today.minus(Duration.ofDays(days - 1L));
        Filter all = Filter.ALL.with(ViewFields.WATCH, Set.of(id));
        Filter recent = new Filter(all.values(), first, null, null, null);
        try (Found found = view.found()) {
            ObjectNode answer = Json.MAPPER.createObjectNode().put("watchId", id);
            SortedMap<Instant, Long> perDay = found.alertsPerDay(recent);
            long alerts = perDay.values().stream().mapToLong(Long::longValue).sum();
            if (alerts == 0 && !known.test(id)) {
                throw new Problem(HttpStatus.NOT_FOUND, "there is no watch " + id);
            }
            long acknowledged = found.countAlerts(recent.with(ViewFields.STATUS, Set.of("ACKNOWLEDGED")));
            long rejected = found.countAlerts(recent.with(ViewFields.STATUS, Set.of("REJECTED")));
            answer.put("alerts", alerts);
            answer.put("perDay", (double) alerts / days);
            answer.put("acknowledged", acknowledged);
            answer.put("rejected", rejected);
            // of those that somebody has judged
            answer.put("rejectedRate", rejected == 0 ? 0 : (double) rejected / (rejected + acknowledged));
            answer.put("lastAlertAt", last(found, all));
            add(perDay, first, today, answer.putArray("days"));
            ctx.json(answer);
        }
    }

    private @Nullable String last(Found found, Filter all) {
        Walk<AlertHit> newest = found.alerts(all, new Found.Stretch(Order.NEWEST, null, false, 1, limits.timeLimit()));
        return newest.hasNext() ? newest.next().raisedAt().toString() : null;
    }

    private static void add(Map<Instant, Long> perDay, Instant first, Instant last, ArrayNode to) {
        for (Instant day = first; !day.isAfter(last); day = day.plus(1, ChronoUnit.DAYS)) {
            to.addObject()
                    .put("day", day.toString().substring(0, "2026-11-23".length()))
                    .put("alerts", perDay.getOrDefault(day, 0L));
        }
    }
}
