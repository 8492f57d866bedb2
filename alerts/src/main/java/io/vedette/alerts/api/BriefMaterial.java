package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.brief.Material;
import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.view.AlertHit;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.Found;
import io.vedette.alerts.view.Order;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.ViewFields;
import io.vedette.alerts.view.Walk;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.ApiConfig;
import io.vedette.runtime.config.BriefConfig;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the alerts that a brief is asked for, and the articles that they rest on.
 *
 * @param most how much at most
 * @param clock says when now is
 */
record BriefMaterial(
        View view,
        VisibleArticles visible,
        Filters filters,
        QueryFilter queries,
        ApiConfig limits,
        BriefConfig most,
        Disclosure disclosure,
        Clock clock) {

    private static final Duration USUAL = Duration.ofHours(12);
    private static final Set<String> DISMISSED = Set.of("REJECTED", "WITHDRAWN");
    private static final Set<String> STANDING = Set.of("OPEN", "ACKNOWLEDGED");

    /** The alerts that a request asks for. */
    private record Alerts(
            Instant from,
            Instant to,
            List<AlertHit> found,
            int dismissed,
            @Nullable String stopped) {}

    Material of(Context ctx) {
        long end = System.nanoTime() + limits.timeLimit().toNanos();
        Set<String> picked = Parameters.many(ctx, "alert");
        try (Found found = view.found()) {
            Alerts alerts = picked.isEmpty() ? filtered(ctx, found, end) : picked(ctx, found, picked);
            Map<String, ArticleHit> articles = new HashMap<>();
            String stopped = add(alerts.found(), articles, Callers.tenant(ctx), found, end);
            return new Material(
                    alerts.from(),
                    alerts.to(),
                    alerts.found(),
                    articles,
                    alerts.dismissed(),
                    alerts.stopped() == null ? stopped : alerts.stopped(),
                    most.claims(),
                    disclosure);
        }
    }

    private Alerts picked(Context ctx, Found found, Set<String> ids) {
        ctx.queryParamMap().keySet().stream()
                .filter(name -> !name.equals("alert") && !name.equals("format"))
                .findFirst()
                .ifPresent(other -> {
                    throw Parameters.wrong(other, "says which alerts, and so does alert; give one of them");
                });
        if (ids.size() > most.alerts()) {
            throw Parameters.wrong(
                    "alert", "is given " + ids.size() + " times; alerts.brief.alerts allows " + most.alerts());
        }
        Tenant tenant = Callers.tenant(ctx);
        List<AlertHit> alerts = new ArrayList<>();
        for (String id : ids) {
            alerts.add(found.alert(id)
                    .filter(hit -> tenant.owns(hit.alert().getWatchId()))
                    .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "there is no alert " + id)));
        }
        Instant first = alerts.stream()
                .map(AlertHit::raisedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Alerts(first, clock.instant(), alerts, 0, null);
    }

    private Alerts filtered(Context ctx, Found found, long end) {
        Filters.Asked asked = filters.of(ctx);
        QueryFilter.Compiled query = queries.of(ctx);
        Instant from = from(ctx, asked.article().from());
        Instant given = asked.article().to();
        Instant to = given == null ? clock.instant() : given;
        if (!from.isBefore(to)) {
            throw Parameters.wrong("to", "is not after since");
        }
        Filter all = asked.ofAlerts();
        Filter ofTime = new Filter(all.values(), from, to, all.text(), all.box());
        boolean any = !ofTime.values().containsKey(ViewFields.STATUS);
        Filter standing = any ? ofTime.with(ViewFields.STATUS, STANDING) : ofTime;
        int dismissed = any ? (int) found.countAlerts(ofTime.with(ViewFields.STATUS, DISMISSED)) : 0;

        List<AlertHit> alerts = new ArrayList<>();
        Walk<AlertHit> hits =
                found.alerts(standing, new Found.Stretch(Order.NEWEST, null, false, most.alerts(), limits.timeLimit()));
        while (hits.hasNext() && alerts.size() < most.alerts() && System.nanoTime() < end) {
            AlertHit hit = hits.next();
            if (query == null
                    || found.article(hit.alert().getArticleId())
                            .map(query::matches)
                            .orElse(false)) {
                alerts.add(hit);
            }
        }
        String stopped = hits.hasNext()
                ? "it tells of the newest " + alerts.size() + " alerts; ask for less at a time, or raise"
                        + " alerts.brief.alerts or alerts.api.timeLimit"
                : null;
        return new Alerts(from, to, alerts, dismissed, stopped);
    }

    private Instant from(Context ctx, @Nullable Instant from) {
        String since = Parameters.text(ctx, "since");
        if (since == null) {
            return from == null ? clock.instant().minus(USUAL) : from;
        } else if (from != null) {
            throw Parameters.wrong("since", "says what from says; give one of them");
        }
        return Parameters.since(ctx, "since", clock.instant());
    }

    /** @return why some are missing; null if none is */
    private @Nullable String add(
            List<AlertHit> alerts, Map<String, ArticleHit> articles, Tenant tenant, Found found, long end) {
        Set<String> ids = new LinkedHashSet<>();
        // those that raised an alert before those that only tell more of it
        alerts.forEach(hit -> ids.add(hit.alert().getArticleId()));
        alerts.forEach(hit -> ids.addAll(Material.articlesOf(hit)));
        ids.remove("");
        for (String id : ids) {
            if (articles.size() >= most.articles() || System.nanoTime() > end) {
                return "it tells of " + articles.size() + " of " + ids.size() + " articles; ask for less at a time, or"
                        + " raise alerts.brief.articles or alerts.api.timeLimit";
            }
            visible.get(id, tenant, found).ifPresent(hit -> articles.put(id, hit));
        }
        return null;
    }
}
