package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.ViewFields;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Shape;
import io.vedette.text.ClaimType;
import io.vedette.text.MentionKind;
import io.vedette.text.Modality;
import io.vedette.text.watch.query.Described;
import io.vedette.text.watch.query.Entities;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filters that all lists of alerts, articles and claims have: their parameters, and what they ask for. */
final class Filters {

    private static final List<String> SEVERITIES = List.of("INFO", "WARNING", "CRITICAL");
    private static final List<String> STATUSES = List.of("OPEN", "ACKNOWLEDGED", "REJECTED", "WITHDRAWN");

    private final Entities entities;
    private final Clock clock;
    private final int clauseLimit;

    /**
     * What is asked of alerts and of articles.
     *
     * @param alert what only alerts have
     * @param article what alerts have from their articles
     */
    record Asked(Filter alert, Filter article) {

        /** What is asked of articles by somebody of a tenant. */
        static Asked of(Tenant tenant, Filter article) {
            return new Asked(own(tenant), article);
        }

        /** Whether something is asked of alerts, beyond whose they are. */
        boolean isOfAlerts() {
            return alert.values().keySet().stream().anyMatch(field -> !field.equals(ViewFields.TENANT));
        }

        /** Both. */
        Filter ofAlerts() {
            Filter all = article;
            for (Map.Entry<String, Set<String>> values : alert.values().entrySet()) {
                all = all.with(values.getKey(), values.getValue());
            }
            return all;
        }
    }

    Filters(Entities entities, Clock clock, int clauseLimit) {
        this.entities = entities;
        this.clock = clock;
        this.clauseLimit = clauseLimit;
    }

    static Endpoint describe(Endpoint endpoint) {
        return endpoint.query("watch", "Id of a watch; may be given several times, as most filters may.", Shape.TEXT)
                .query("severity", "Of the alert.", Shape.oneOf("INFO", "WARNING", "CRITICAL"))
                .query("kind", "Of the alert: FIRST, UPDATE, COUNT and so on.", Shape.TEXT)
                .query("label", "A label of the watch.", Shape.TEXT)
                .query(
                        "status",
                        "How things stand with the alert.",
                        Shape.oneOf("OPEN", "ACKNOWLEDGED", "REJECTED", "WITHDRAWN"))
                .query("acknowledged", "Whether somebody has acknowledged or rejected the alert.", Shape.TRUTH)
                .query("story", "Id of the story of the alert or article.", Shape.TEXT)
                .query("from", "First moment: 2026-11-23T06:00:00Z, a day in UTC, or -7d.", Shape.TEXT)
                .query("to", "First moment after, as from.", Shape.TEXT)
                .query("place", "A place by any of its names or its id, and all that lies inside.", Shape.TEXT)
                .query("actor", "An actor by any of its names or its id.", Shape.TEXT)
                .query("country", "ISO 3166-1 alpha-2 of a place or actor.", Shape.TEXT)
                .query("bbox", "west,south,east,north in degrees: a place lies there.", Shape.TEXT)
                .query("claim", "Type of a claim, such as WITHDRAWAL.", Shape.TEXT)
                .query("subtype", "Subtype of a claim.", Shape.TEXT)
                .query("modality", "ASSERTED, DENIED, POSSIBLE, FUTURE or CONDITIONAL.", Shape.TEXT)
                .query("plover", "PLOVER code of a claim.", Shape.TEXT)
                .query("cameo", "CAMEO code of a claim.", Shape.TEXT)
                .query("acled", "ACLED sub-event type of a claim.", Shape.TEXT)
                .query("language", "BCP 47; the primary language counts.", Shape.TEXT)
                .query("source", "The outlet, as it is named.", Shape.TEXT)
                .query("sourceId", "Id of the defined source that brought the article.", Shape.TEXT)
                .query("domain", "A domain of the address, and those below it.", Shape.TEXT)
                .query("removed", "Whether the source of the article has it no more.", Shape.TRUTH)
                .query("q", "Words in title and text, in any form; | \"\" - * and () mean something.", Shape.TEXT);
    }

    Asked of(Context ctx) {
        Tenant tenant = Callers.tenant(ctx);
        Filter alert = own(tenant);
        Set<String> watches =
                Parameters.many(ctx, "watch").stream().map(tenant::watchId).collect(Collectors.toSet());
        alert = add(alert, ViewFields.WATCH, watches);
        alert = add(alert, ViewFields.SEVERITY, Parameters.oneOf(ctx, "severity", SEVERITIES));
        alert = add(alert, ViewFields.ALERT_KIND, upper(Parameters.listed(ctx, "kind")));
        alert = add(alert, ViewFields.LABEL, Parameters.many(ctx, "label"));
        alert = add(alert, ViewFields.STATUS, statuses(ctx));
        alert = add(alert, ViewFields.STORY, Parameters.listed(ctx, "story"));
        Asked asked = new Asked(alert, article(ctx));
        if (asked.ofAlerts().clauses() > clauseLimit) {
            throw Parameters.wrong(
                    "q",
                    "all filters together have more than " + clauseLimit
                            + " words and values (alerts.api.clauseLimit); ask for less at a time");
        }
        return asked;
    }

    /** What a tenant may see of alerts. */
    private static Filter own(Tenant tenant) {
        return tenant.isHouse() ? Filter.ALL : Filter.ALL.with(ViewFields.TENANT, Set.of(tenant.prefix()));
    }

    private Filter article(Context ctx) {
        Instant now = clock.instant();
        Instant from = Parameters.time(ctx, "from", now);
        Instant to = Parameters.time(ctx, "to", now);
        if (from != null && to != null && !from.isBefore(to)) {
            throw Parameters.wrong("to", "is not after from");
        }
        Filter filter = new Filter(Map.of(), from, to, Parameters.text(ctx, "q"), box(ctx));
        filter = add(filter, ViewFields.PLACE, places(ctx));
        filter = add(filter, ViewFields.ACTOR, actors(ctx));
        filter = add(filter, ViewFields.COUNTRY, upper(Parameters.listed(ctx, "country")));
        filter = add(filter, ViewFields.CLAIM, Parameters.oneOf(ctx, "claim", names(ClaimType.values())));
        filter = add(filter, ViewFields.SUBTYPE, Parameters.listed(ctx, "subtype"));
        filter = add(filter, ViewFields.MODALITY, Parameters.oneOf(ctx, "modality", names(Modality.values())));
        filter = add(filter, ViewFields.PLOVER, Parameters.many(ctx, "plover"));
        filter = add(filter, ViewFields.CAMEO, Parameters.listed(ctx, "cameo"));
        filter = add(filter, ViewFields.ACLED, Parameters.many(ctx, "acled"));
        filter = add(filter, ViewFields.LANGUAGE, primary(Parameters.listed(ctx, "language")));
        filter = add(filter, ViewFields.SOURCE, lower(Parameters.many(ctx, "source")));
        filter = add(filter, ViewFields.SOURCE_ID, Parameters.listed(ctx, "sourceId"));
        Boolean removed = Parameters.truth(ctx, "removed");
        filter = removed == null ? filter : filter.with(ViewFields.REMOVED, Set.of(removed.toString()));
        return add(filter, ViewFields.DOMAIN, lower(Parameters.listed(ctx, "domain")));
    }

    private static Filter add(Filter filter, String field, Set<String> values) {
        return values.isEmpty() ? filter : filter.with(field, values);
    }

    private static Set<String> statuses(Context ctx) {
        Set<String> statuses = Parameters.oneOf(ctx, "status", STATUSES);
        Boolean acknowledged = Parameters.truth(ctx, "acknowledged");
        if (acknowledged == null) {
            return statuses;
        }
        if (!statuses.isEmpty()) {
            throw Parameters.wrong("acknowledged", "says what status says; give one of them");
        }
        return acknowledged ? Set.of("ACKNOWLEDGED", "REJECTED") : Set.of("OPEN");
    }

    private static Filter.@Nullable Box box(Context ctx) {
        String value = Parameters.text(ctx, "bbox");
        if (value == null) {
            return null;
        }
        try {
            double[] sides = Arrays.stream(value.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (sides.length != 4) {
                throw new IllegalArgumentException("give west,south,east,north in degrees");
            }
            return new Filter.Box(sides[0], sides[1], sides[2], sides[3]);
        } catch (NumberFormatException e) {
            throw Parameters.wrong("bbox", "is \"" + value + "\"; give west,south,east,north in degrees");
        } catch (IllegalArgumentException e) {
            throw Parameters.wrong("bbox", "is \"" + value + "\"; " + e.getMessage());
        }
    }

    private Set<String> places(Context ctx) {
        Set<String> ids = new LinkedHashSet<>();
        for (String name : Parameters.many(ctx, "place")) {
            ids.addAll(ids("place", name, MentionKind.PLACE));
        }
        return ids;
    }

    private Set<String> actors(Context ctx) {
        Set<String> ids = new LinkedHashSet<>();
        for (String name : Parameters.many(ctx, "actor")) {
            ids.addAll(ids("actor", name, MentionKind.ACTOR));
        }
        return ids;
    }

    /** What has a name of that kind; an id stands for itself, so that links go on working when a gazetteer changes. */
    Set<String> ids(String parameter, String name, MentionKind kind) {
        Set<String> named = kind == MentionKind.PLACE ? entities.places(name) : entities.actors(name);
        if (!named.isEmpty()) {
            return named;
        }
        if (name.matches("\\S*[:.]\\S+")) {
            return Set.of(name);
        }
        List<String> nearest = entities.suggestions(kind, name, 3);
        throw Parameters.wrong(
                parameter,
                "no " + parameter + " is known as \"" + name + "\""
                        + (nearest.isEmpty() ? "" : "; did you mean " + String.join(", ", nearest) + "?"));
    }

    @Nullable
    Described describe(String id) {
        return entities.describe(id);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static Set<String> upper(Set<String> values) {
        return values.stream().map(value -> value.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static Set<String> lower(Set<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static Set<String> primary(Set<String> languages) {
        return languages.stream()
                .map(language -> language.split("-", 2)[0].toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
