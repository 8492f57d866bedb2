package io.vedette.alerts.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Watch;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Watches as a list: filtered, in pages, or as a file. */
final class WatchListing {

    private static final int LONGEST_PAGE = 100_000;

    private final Supplier<Watches> watches;
    private final Watch builtIn;

    /** @param builtIn listed with the others, but not in a file: a file is there to be read back */
    WatchListing(Supplier<Watches> watches, Watch builtIn) {
        this.watches = watches;
        this.builtIn = builtIn;
    }

    static Endpoint describe(Endpoint endpoint) {
        return endpoint.query("q", "A part of the id, title or query, in upper or lower case.", Shape.TEXT)
                .query("severity", "Of the watch.", Shape.oneOf("INFO", "WARNING", "CRITICAL"))
                .query("label", "A label that it has.", Shape.TEXT)
                .query("enabled", "Whether it raises alerts.", Shape.TRUTH)
                .query("limit", "Length of a page; without it there is but one.", Shape.WHOLE_NUMBER)
                .query("after", "The id after which the page begins.", Shape.TEXT)
                .query("format", "All of them as a file.", Shape.oneOf("csv", "json", "ndjson"));
    }

    void list(Context ctx) throws IOException {
        Format format = Format.of(ctx);
        List<Watch> found = matching(ctx, format == null).toList();
        if (format == Format.GEOJSON) {
            throw Parameters.wrong("format", "a watch is in no place; give csv, json or ndjson");
        }
        if (format != null) {
            new Export<>(new Rows()).write(format, found.iterator(), ctx);
            return;
        }
        int limit = Parameters.number(ctx, "limit", LONGEST_PAGE, 1, LONGEST_PAGE);
        List<Watch> page = found.subList(0, Math.min(limit, found.size()));
        if (page.size() < found.size()) {
            ctx.header(
                    "Link",
                    "<" + Parameters.nextPage(ctx, page.get(page.size() - 1).getId()) + ">; rel=\"next\"");
        }
        ctx.json(page.stream().map(WatchView::of).toList());
    }

    private Stream<Watch> matching(Context ctx, boolean withBuiltIn) {
        String part = Parameters.text(ctx, "q");
        String after = Parameters.text(ctx, "after");
        Boolean enabled = Parameters.truth(ctx, "enabled");
        Set<String> severities = Parameters.oneOf(ctx, "severity", List.of("INFO", "WARNING", "CRITICAL"));
        Set<String> labels = Parameters.many(ctx, "label");
        Tenant tenant = Callers.tenant(ctx);
        Stream<Watch> all = watches.get().all().stream().map(CompiledWatch::watch);
        return Stream.concat(all, withBuiltIn ? Stream.of(builtIn) : Stream.empty())
                .sorted(Comparator.comparing(Watch::getId))
                .filter(watch -> tenant.owns(watch.getId()))
                .filter(watch -> after == null || watch.getId().compareTo(after) > 0)
                .filter(watch -> enabled == null || watch.getEnabled() == enabled)
                .filter(watch -> severities.isEmpty() || severities.contains(watch.getSeverity()))
                .filter(watch -> watch.getLabels().containsAll(labels))
                .filter(watch -> part == null || has(watch, part.toLowerCase(Locale.ROOT)));
    }

    private static boolean has(Watch watch, String part) {
        return Stream.of(watch.getId(), watch.getTitle(), watch.getQuery())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
    }

    private static final class Rows implements Table<Watch> {

        @Override
        public String name() {
            return "watches";
        }

        @Override
        public ObjectNode json(Watch watch) {
            return Json.MAPPER.valueToTree(WatchView.of(watch));
        }

        @Override
        public List<String> columns() {
            return List.of(
                    "id", "title", "query", "severity", "enabled", "labels", "version", "updatedAt", "updatedBy");
        }

        @Override
        public List<@Nullable Object> cells(Watch watch) {
            return Arrays.asList(
                    watch.getId(),
                    watch.getTitle(),
                    watch.getQuery(),
                    watch.getSeverity(),
                    watch.getEnabled(),
                    String.join("; ", watch.getLabels()),
                    watch.getVersion(),
                    Points.text(watch.getUpdatedAt()),
                    watch.getUpdatedBy());
        }

        @Override
        public List<Point> points(Watch watch) {
            return List.of();
        }
    }
}
