package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.Found;
import io.vedette.alerts.view.PlaceCount;
import io.vedette.alerts.view.PlaceCounts;
import io.vedette.alerts.view.View;
import io.vedette.runtime.config.ApiConfig;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.text.Location;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.query.Described;
import io.vedette.text.watch.query.Entities;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the articles are that filters let pass: {@code GET /api/map?from=-1d&claim=SHELLING_MISSILE}. */
public final class MapApi implements Routes {

    private final View view;
    private final VisibleArticles visible;
    private final Filters filters;
    private final Entities entities;
    private final ApiConfig limits;

    /**
     * A place that articles name.
     *
     * @param country ISO 3166-1 alpha-2; null where it belongs to none
     * @param latitude in WGS 84 degrees
     * @param longitude likewise
     * @param articles how many name it, itself rather than something that lies in it
     * @param claims of each type, how many articles have such a claim about it
     */
    public record Place(
            String id,
            String name,
            @Nullable String country,
            double latitude,
            double longitude,
            int articles,
            Map<String, Integer> claims) {}

    /**
     * What is answered.
     *
     * @param from as it was asked for; null for no limit
     * @param to likewise
     * @param articles how many there are in all
     * @param places those that most articles name first
     * @param truncated whether there are more places
     */
    public record Places(
            @Nullable Instant from, @Nullable Instant to, int articles, List<Place> places, boolean truncated) {}

    /**
     * @param queries knows the names of places and actors, and where places are
     * @param clock says when now is
     */
    public MapApi(View view, VisibleArticles visible, QueryCompiler queries, ApiConfig limits, Clock clock) {
        this.view = view;
        this.visible = visible;
        this.filters = new Filters(queries.entities(), clock, limits.clauseLimit());
        this.entities = queries.entities();
        this.limits = limits;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Filters.describe(Endpoint.get(
                        "/api/map", "Places by how many articles name them, and what they claim.", this::map))
                .forTenants()
                .query("limit", "The most places, alerts.api.pageLimit unless told otherwise.", Shape.WHOLE_NUMBER)
                .answers(HttpStatus.OK, "Places, those that most articles name first.", Shape.of(Places.class))
                .answers(HttpStatus.SERVICE_UNAVAILABLE, "The view is being built; or it took too long."));
    }

    private void map(Context ctx) {
        Filters.Asked asked = filters.of(ctx);
        int limit = Parameters.number(ctx, "limit", limits.pageLimit(), 1, limits.pageLimit());
        PlaceCounts counts;
        try (Found found = view.found()) {
            counts = found.places(visible.filter(asked, found), limits.timeLimit());
        }
        List<PlaceCount> named = counts.places().stream()
                .sorted(Comparator.comparingInt(PlaceCount::articles).reversed().thenComparing(PlaceCount::id))
                .toList();
        List<Place> places = new ArrayList<>();
        boolean truncated = false;
        for (PlaceCount count : named) {
            Place place = place(count, asked.article().box());
            if (place != null && places.size() == limit) {
                truncated = true;
                break;
            } else if (place != null) {
                places.add(place);
            }
        }
        Filter articles = asked.article();
        ctx.json(new Places(articles.from(), articles.to(), counts.articles(), places, truncated));
    }

    /** Null if nobody knows where it is, or it is not where was asked. */
    private @Nullable Place place(PlaceCount count, Filter.@Nullable Box box) {
        Described place = entities.describe(count.id());
        Location location = entities.location(count.id());
        if (place == null || location == null || (box != null && !box.has(location.latitude(), location.longitude()))) {
            return null;
        }
        return new Place(
                count.id(),
                place.name(),
                place.country(),
                location.latitude(),
                location.longitude(),
                count.articles(),
                count.claims());
    }
}
