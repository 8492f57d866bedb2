package io.vedette.alerts.watch;

import io.vedette.text.Annotator;
import io.vedette.text.Document;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.Provenance;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.Entities;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a watch to its own examples.  As thread-safe as the annotator. */
public final class ExampleCheck {

    private static final int SHOWN = 80;

    private final Annotator annotator;
    private final Entities entities;
    private final Clock clock;

    /**
     * @param annotator tags the examples as articles are tagged
     * @param entities those that queries are compiled with
     * @param clock says when an example is accepted that does not say so itself
     */
    public ExampleCheck(Annotator annotator, Entities entities, Clock clock) {
        this.annotator = annotator;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Does nothing if all is as the examples say; of a query over time, they are about the articles that it counts.
     *
     * @throws FailedExampleException if one matches that must not, or the other way round
     */
    public void check(WatchQuery query, List<Example> examples) {
        List<String> failures = failures(query, examples);
        if (!failures.isEmpty()) {
            throw new FailedExampleException(failures.get(0));
        }
    }

    /** Each example that comes out otherwise than it must, in one line: which, why, and what to do. */
    public List<String> failures(WatchQuery query, List<Example> examples) {
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            MatchableArticle article = article(example);
            if (query.matches(article) != example.matches()) {
                String which = "examples[" + i + "]: " + quoted(example.text());
                failures.add(which
                        + (example.matches()
                                ? " must match and does not" + whyNot(query, article)
                                        + "; change the query, or say matches: false"
                                : " must not match and does" + why(query, article)
                                        + "; change the query, or say matches: true"));
            }
        }
        return failures;
    }

    private MatchableArticle article(Example example) {
        Instant now = clock.instant();
        Instant published = firstOf(example.publishedAt(), example.acceptedAt(), now);
        Instant accepted = firstOf(example.acceptedAt(), example.publishedAt(), now);
        Document document = new Document(example.title(), example.text(), example.language(), published);
        Provenance provenance = new Provenance(example.source(), example.url(), published, accepted);
        return MatchableArticle.of(document, annotator.annotate(document), provenance, entities);
    }

    private static Instant firstOf(@Nullable Instant first, @Nullable Instant second, Instant otherwise) {
        return first != null ? first : second != null ? second : otherwise;
    }

    private static String whyNot(WatchQuery query, MatchableArticle article) {
        return query.explain(article)
                .firstFailure()
                .map(failure ->
                        " (" + failure.text() + (failure.nearest() == null ? "" : ": " + failure.nearest()) + ")")
                .orElse("");
    }

    private static String why(WatchQuery query, MatchableArticle article) {
        return query.reasons(article, 1).stream()
                .findFirst()
                .map(reason -> " (" + reason.clause() + " finds " + quoted(reason.words()) + ")")
                .orElse("");
    }

    private static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return '"' + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + '"';
    }
}
