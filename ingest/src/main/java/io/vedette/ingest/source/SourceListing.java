package io.vedette.ingest.source;

import io.javalin.http.Context;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Shape;
import io.vedette.schemas.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sources as a list: filtered, in pages. */
final class SourceListing {

    private static final int LONGEST_PAGE = 100_000;
    private static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Enum::name).toList();
    private static final List<String> STATUSES = List.of(
            SourceView.UNKNOWN,
            "HEALTHY",
            SourceView.PAUSED,
            "FAILING",
            "FORBIDDEN",
            "GONE",
            "REDIRECTED",
            "PARKED",
            "EMPTY",
            "SILENT");
    private static final Set<String> WELL = Set.of(SourceView.UNKNOWN, "HEALTHY", SourceView.PAUSED);

    private final KnownSources sources;
    private final SourceStates states;

    SourceListing(KnownSources sources, SourceStates states) {
        this.sources = sources;
        this.states = states;
    }

    static Endpoint describe(Endpoint endpoint) {
        return endpoint.query(
                        "q",
                        "A part of the id, name, address or of what it covers, in upper or lower case.",
                        Shape.TEXT)
                .query("kind", "What lies at the address.", Shape.oneOf(KINDS.toArray(String[]::new)))
                .query("status", "How it does.", Shape.oneOf(STATUSES.toArray(String[]::new)))
                .query("unhealthy", "Whether its status is one that somebody should look at.", Shape.TRUTH)
                .query("country", "Where the outlet is, two letters.", Shape.TEXT)
                .query("language", "Primary language of the source, as in uk.", Shape.TEXT)
                .query("label", "A label that it has.", Shape.TEXT)
                .query("enabled", "Whether it is polled.", Shape.TRUTH)
                .query("limit", "Length of a page; without it there is but one.", Shape.WHOLE_NUMBER)
                .query("after", "The id after which the page begins.", Shape.TEXT);
    }

    void list(Context ctx) {
        int limit = Parameters.number(ctx, "limit", LONGEST_PAGE, 1, LONGEST_PAGE);
        Iterator<SourceView> found = matching(ctx).iterator();
        List<SourceView> page = new ArrayList<>();
        while (page.size() < limit && found.hasNext()) {
            page.add(found.next());
        }
        if (found.hasNext()) {
            String next = Parameters.nextPage(ctx, page.get(page.size() - 1).id());
            ctx.header("Link", "<" + next + ">; rel=\"next\"");
        }
        ctx.json(page);
    }

    private Stream<SourceView> matching(Context ctx) {
        String part = Parameters.text(ctx, "q");
        String after = Parameters.text(ctx, "after");
        Boolean enabled = Parameters.truth(ctx, "enabled");
        Boolean unhealthy = Parameters.truth(ctx, "unhealthy");
        Set<String> kinds = Parameters.oneOf(ctx, "kind", KINDS);
        Set<String> statuses = Parameters.oneOf(ctx, "status", STATUSES);
        Set<String> countries = Parameters.listed(ctx, "country");
        Set<String> languages = Parameters.listed(ctx, "language");
        Set<String> labels = Parameters.many(ctx, "label");
        return sources.all().stream()
                .filter(source -> after == null || source.getId().compareTo(after) > 0)
                .filter(source -> enabled == null || source.getEnabled() == enabled)
                .filter(source -> kinds.isEmpty() || kinds.contains(source.getKind()))
                .filter(source -> countries.isEmpty() || isAmong(countries, source.getCountry()))
                .filter(source -> languages.isEmpty() || isAmong(languages, primary(source.getLanguage())))
                .filter(source -> source.getLabels().containsAll(labels))
                .filter(source -> part == null || has(source, part.toLowerCase(Locale.ROOT)))
                .map(source -> SourceView.of(source, states.get(source.getId())))
                .filter(view -> statuses.isEmpty() || statuses.contains(view.status()))
                .filter(view -> unhealthy == null || unhealthy != WELL.contains(view.status()));
    }

    private static boolean isAmong(Set<String> wanted, @Nullable String value) {
        return wanted.stream().anyMatch(one -> one.equalsIgnoreCase(value));
    }

    private static @Nullable String primary(@Nullable String language) {
        return language == null ? null : Locale.forLanguageTag(language).getLanguage();
    }

    private static boolean has(Source source, String part) {
        return Stream.of(source.getId(), source.getName(), source.getUrl(), source.getCovers())
                .filter(Objects::nonNull)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
    }
}
