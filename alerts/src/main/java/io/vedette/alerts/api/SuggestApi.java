package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.Found;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.ViewFields;
import io.vedette.alerts.watch.Watches;
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
import io.vedette.text.watch.query.Described;
import io.vedette.text.watch.query.Entities;
import io.vedette.text.watch.query.Vocabulary;
import io.vedette.text.watch.query.Written;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody may mean who has begun to write: {@code GET /api/suggest?of=place&q=melit}. */
public final class SuggestApi implements Routes {

    private static final List<String> SORTS = List.of("actor", "place", "claim", "field", "watch", "source");
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final Entities entities;
    private final Supplier<Map<String, ClaimType>> subtypes;
    private final Supplier<Watches> watches;
    private final View view;
    private final VisibleArticles visible;
    private final ApiConfig limits;

    /**
     * Something to choose.
     *
     * @param value what filters and other requests take for it
     * @param label what a person calls it
     * @param detail what tells it from others; null where nothing does
     * @param insert what to write into a query, of a value behind the colon of its field
     */
    public record Suggested(
            String value, String label, @Nullable String detail, String insert) {}

    /** What there is to choose, the likeliest first. */
    public record SuggestedList(List<Suggested> items) {}

    /**
     * @param subtypes of claims, and the type that each belongs to
     * @param watches which there are
     */
    public SuggestApi(
            Entities entities,
            Supplier<Map<String, ClaimType>> subtypes,
            Supplier<Watches> watches,
            View view,
            VisibleArticles visible,
            ApiConfig limits) {
        this.entities = entities;
        this.subtypes = subtypes;
        this.watches = watches;
        this.view = view;
        this.visible = visible;
        this.limits = limits;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get(
                        "/api/suggest",
                        "Names of a sort that begin as somebody has begun to write, the likeliest first.",
                        this::suggest)
                .forTenants()
                .query("of", "What is wanted.", Shape.oneOf(SORTS.toArray(String[]::new)))
                .query("q", "How it begins.", Shape.TEXT)
                .query("limit", "How many at most, 20 unless told otherwise.", Shape.WHOLE_NUMBER)
                .answers(HttpStatus.OK, "What there is to choose.", Shape.of(SuggestedList.class)));
    }

    private void suggest(Context ctx) {
        String of = Parameters.text(ctx, "of");
        String beginning = Parameters.text(ctx, "q") == null ? "" : String.valueOf(Parameters.text(ctx, "q"));
        int limit = Parameters.number(ctx, "limit", USUAL, 1, MOST);
        List<Suggested> found =
                switch (of == null ? "" : of) {
                    case "actor" -> entities(MentionKind.ACTOR, beginning, limit);
                    case "place" -> entities(MentionKind.PLACE, beginning, limit);
                    case "claim" -> claims(beginning);
                    case "field" -> fields(beginning);
                    case "watch" -> watches(beginning, Callers.tenant(ctx));
                    case "source" -> sources(beginning, limit, Callers.tenant(ctx));
                    default ->
                        throw Parameters.wrong(
                                "of",
                                (of == null ? "is missing" : "is \"" + of + "\"") + "; give one of "
                                        + String.join(", ", SORTS));
                };
        ctx.json(new SuggestedList(found.stream().limit(limit).toList()));
    }

    private List<Suggested> entities(MentionKind kind, String beginning, int limit) {
        return entities.completions(kind, beginning, limit).stream()
                .map(completion -> {
                    Described entity = completion.entity();
                    return new Suggested(
                            entity.id(),
                            entity.name().equals(completion.name())
                                    ? entity.name()
                                    : completion.name() + " (" + entity.name() + ")",
                            Written.told(entity, entities),
                            Written.of(completion, entities));
                })
                .toList();
    }

    /** Those one of whose words begins so, those that begin so themselves first. */
    private List<Suggested> claims(String beginning) {
        String upper = beginning.toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(ClaimType.values())
                .filter(type -> ("_" + type).contains("_" + upper))
                .sorted(Comparator.comparing(type -> !type.name().startsWith(upper)))
                .map(type -> new Suggested(type.name(), readable(type), subtypes(type), type.name()))
                .toList();
    }

    private static String readable(ClaimType type) {
        String words = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private @Nullable String subtypes(ClaimType type) {
        String below = subtypes.get().entrySet().stream()
                .filter(subtype -> subtype.getValue() == type)
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
        return below.isEmpty() ? null : below;
    }

    private static List<Suggested> fields(String beginning) {
        return Vocabulary.startingWith(beginning).stream()
                .map(entry -> new Suggested(entry.word(), entry.word(), entry.meaning(), entry.insert()))
                .toList();
    }

    /** By id, or by any word of the title. */
    private List<Suggested> watches(String beginning, Tenant tenant) {
        String lower = beginning.toLowerCase(Locale.ROOT);
        return watches.get().all().stream()
                .map(compiled -> compiled.watch())
                .filter(watch -> tenant.owns(watch.getId()))
                .filter(watch -> begins(watch, lower))
                .sorted(Comparator.comparing(Watch::getId))
                .map(watch -> new Suggested(watch.getId(), watch.getTitle(), watch.getQuery(), watch.getId()))
                .toList();
    }

    private static boolean begins(Watch watch, String lower) {
        String id = watch.getId().toLowerCase(Locale.ROOT);
        return Stream.of(id, id.substring(id.indexOf(':') + 1)).anyMatch(name -> name.startsWith(lower))
                || (" " + watch.getTitle().toLowerCase(Locale.ROOT)).contains(" " + lower);
    }

    /** Outlets of articles that the caller may know of, those with the most first. */
    private List<Suggested> sources(String beginning, int limit, Tenant tenant) {
        try (Found found = view.found()) {
            List<String> known =
                    found.valuesOf(ViewFields.SOURCE, beginning.toLowerCase(Locale.ROOT), limits.timeLimit());
            // alerts count, too, and how many there are of others is nobody's business
            Stream<String> ordered =
                    tenant.isHouse() ? known.stream() : known.stream().sorted();
            return ordered.flatMap(source -> newestOf(source, tenant, found).stream())
                    .limit(limit)
                    .map(name -> new Suggested(name, name, null, Written.value(name)))
                    .toList();
        }
    }

    /** As its newest article writes it; nothing if the caller may know of none. */
    private List<String> newestOf(String source, Tenant tenant, Found found) {
        Filter ofSource = Filter.ALL.with(ViewFields.SOURCE, Set.of(source));
        return visible
                .newest(ofSource, tenant, found, limits.timeLimit())
                .map(ArticleHit::enriched)
                .map(enriched -> enriched.getArticle().getSource())
                .stream()
                .toList();
    }
}
