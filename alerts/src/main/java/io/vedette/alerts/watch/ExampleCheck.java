package io.vedette.alerts.watch;

import io.vedette.text.Annotator;
import io.vedette.text.Document;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.Entities;
import java.util.List;
import java.util.stream.IntStream;

/** Holds a watch to its own examples.  As thread-safe as the annotator. */
public final class ExampleCheck {

    private static final int SHOWN = 80;

    private final Annotator annotator;
    private final Entities entities;

    /**
     * @param annotator tags the examples as articles are tagged
     * @param entities those that queries are compiled with
     */
    public ExampleCheck(Annotator annotator, Entities entities) {
        this.annotator = annotator;
        this.entities = entities;
    }

    /**
     * Does nothing if all is as the examples say; of a query over time, they are about the articles that it counts.
     *
     * @throws FailedExampleException if one matches that must not, or the other way round
     */
    public void check(WatchQuery query, List<Example> examples) {
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            if (matches(query, example) != example.matches()) {
                throw new FailedExampleException("examples[" + i + "]: " + quoted(example.text())
                        + (example.matches()
                                ? " must match and does not; change the query, or say matches: false"
                                : " must not match and does; change the query, or say matches: true"));
            }
        }
    }

    private boolean matches(WatchQuery query, Example example) {
        Document document = new Document(example.title(), example.text(), null, null);
        MatchableArticle article = MatchableArticle.of(document, annotator.annotate(document), entities);
        return IntStream.range(0, query.parts()).anyMatch(part -> query.matches(article, part));
    }

    private static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return '"' + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + '"';
    }
}
