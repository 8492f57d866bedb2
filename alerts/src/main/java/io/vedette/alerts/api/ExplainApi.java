package io.vedette.alerts.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.disclosure.Snippets;
import io.vedette.alerts.disclosure.TextDelivery;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.alerts.watch.Watches;
import io.vedette.records.AnnotationMapper;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Article;
import io.vedette.text.Annotator;
import io.vedette.text.watch.Explanation;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.QueryException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says why a watch or query matches an article, or why not: the first clause that fails, and how close it came. */
public final class ExplainApi implements Routes {

    private static final ObjectReader READER =
            Json.MAPPER.readerFor(Asked.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final int OCCURRENCES = 10;

    private final VisibleArticles articles;
    private final Supplier<Watches> watches;
    private final QueryCompiler queries;
    private final Annotator annotator;
    private final Disclosure disclosure;
    private final Clock clock;

    /**
     * What is asked: one of the first two, and an article by its id or by its text.
     *
     * @param query in the watch language
     */
    private record Asked(
            @Nullable String query,
            @Nullable String watchId,
            @Nullable String articleId,
            @Nullable String title,
            @Nullable String text,
            @Nullable String source,
            @Nullable String url,
            @Nullable String language,
            @Nullable String publishedAt) {}

    /**
     * The answer.
     *
     * @param overTime what is asked of many articles; null where a single one answers
     * @param parts one, or two for FOLLOWED
     */
    private record Answer(
            boolean matches, String query, @Nullable String overTime, List<Part> parts) {}

    /**
     * How a part of the query came out.
     *
     * @param clauses why it matches; empty if it does not
     * @param firstFailure what would have to be otherwise; null if it matches
     * @param tree every clause
     */
    private record Part(
            boolean matches,
            List<ShownMatch> clauses,
            @Nullable Failure firstFailure,
            Explanation tree) {}

    private record Subject(MatchableArticle article, ShownExplanation shown) {}

    private record Failure(String clause, @Nullable String nearest) {}

    /**
     * @param articles finds those that are stored
     * @param annotator tags texts that somebody brings along
     * @param disclosure what may be quoted of articles that are stored
     * @param clock says when they are accepted
     */
    public ExplainApi(
            VisibleArticles articles,
            Supplier<Watches> watches,
            QueryCompiler queries,
            Annotator annotator,
            Disclosure disclosure,
            Clock clock) {
        this.articles = articles;
        this.watches = watches;
        this.queries = queries;
        this.annotator = annotator;
        this.disclosure = disclosure;
        this.clock = clock;
    }

    @Override
    public List<Endpoint> endpoints() {
        Shape explanation = Shape.object(
                "Explanation",
                "operator",
                Shape.TEXT,
                "text",
                Shape.TEXT,
                "holds",
                Shape.TRUTH,
                "nearest",
                Shape.TEXT,
                "parts",
                Shape.many(Shape.ANY));
        Shape part = Shape.object(
                "ExplainedPart",
                "matches",
                Shape.TRUTH,
                "clauses",
                Shape.many(ShownMatch.SHAPE),
                "firstFailure",
                Shape.of(Failure.class),
                "tree",
                explanation);
        return List.of(
                Endpoint.post("/api/explain", "Why a watch or query matches an article, or why not.", this::explain)
                        .needs(Scope.READ)
                        .forTenants()
                        .takes(Shape.object(
                                "Explain",
                                "query",
                                Shape.TEXT,
                                "watchId",
                                Shape.TEXT,
                                "articleId",
                                Shape.TEXT,
                                "title",
                                Shape.TEXT,
                                "text",
                                Shape.TEXT,
                                "source",
                                Shape.TEXT,
                                "url",
                                Shape.TEXT,
                                "language",
                                Shape.TEXT,
                                "publishedAt",
                                Shape.TEXT))
                        .answers(
                                HttpStatus.OK,
                                "Every clause, and how it came out.",
                                Shape.object(
                                        "Explained",
                                        "matches",
                                        Shape.TRUTH,
                                        "query",
                                        Shape.TEXT,
                                        "overTime",
                                        Shape.TEXT,
                                        "parts",
                                        Shape.many(part))));
    }

    private void explain(Context ctx) throws IOException {
        Asked asked = READER.readValue(ctx.bodyAsBytes());
        if (asked == null) {
            throw Parameters.wrong("query", "send {\"query\": ..., \"articleId\": ...}");
        }
        Tenant tenant = Callers.tenant(ctx);
        WatchQuery query = query(asked, tenant);
        Subject subject = subject(asked, tenant);
        List<Part> parts = IntStream.range(0, query.parts())
                .mapToObj(part -> explained(query, part, subject))
                .toList();
        ctx.json(new Answer(
                parts.stream().anyMatch(Part::matches),
                query.toString(),
                query.overTime() == null ? null : query.overTime().toString(),
                parts));
    }

    private static Part explained(WatchQuery query, int part, Subject subject) {
        Explanation tree = subject.shown().of(query.explain(subject.article(), part));
        Snippets snippets = new Snippets(subject.article().document());
        return new Part(
                tree.holds(),
                tree.holds()
                        ? query.reasons(subject.article(), part, OCCURRENCES).stream()
                                .map(match -> subject.shown().of(match, snippets))
                                .toList()
                        : List.of(),
                tree.firstFailure()
                        .map(failed -> new Failure(failed.text(), failed.nearest()))
                        .orElse(null),
                tree);
    }

    private WatchQuery query(Asked asked, Tenant tenant) {
        String id = asked.watchId();
        if (Stream.of(asked.query(), id).filter(given -> given != null).count() != 1) {
            throw Parameters.wrong("query", "give either query or watchId");
        }
        if (id != null) {
            return Optional.of(tenant.watchId(id))
                    .filter(tenant::owns)
                    .flatMap(own -> watches.get().get(own))
                    .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "there is no watch " + id))
                    .query();
        }
        try {
            return queries.compile(String.valueOf(asked.query()));
        } catch (QueryException e) {
            throw QueryProblem.of(e);
        }
    }

    private Subject subject(Asked asked, Tenant tenant) {
        String id = asked.articleId();
        String text = asked.text();
        if ((id == null) == (text == null)) {
            throw Parameters.wrong("articleId", "give either articleId or text, and perhaps title");
        }
        if (id != null) {
            ArticleHit hit = articles.get(id, tenant)
                    .orElseThrow(() -> new Problem(
                            HttpStatus.NOT_FOUND,
                            "there is no article " + id + "; it may be older than alerts.view.articles"));
            return subject(
                    Matchable.of(hit.enriched(), hit.acceptedAt(), queries.entities()),
                    TextDelivery.of(hit.enriched().getArticle()));
        }
        Article article = Matchable.article(
                asked.title(), text, asked.source(), asked.url(), asked.language(), asked.publishedAt());
        return subject(
                Matchable.of(
                        AnnotationMapper.enriched(article, annotator.annotate(AnnotationMapper.document(article))),
                        clock.instant(),
                        queries.entities()),
                TextDelivery.FULL);
    }

    private Subject subject(MatchableArticle article, TextDelivery delivery) {
        return new Subject(article, new ShownExplanation(article.document(), disclosure, delivery));
    }
}
