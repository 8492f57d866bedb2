package io.vedette.ingest.readability;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article of a page by the method of Mozilla's Readability, which Firefox shows its reader view by, as of the
 * version that readability4j 1.0.8 follows: paragraphs speak for the elements that they are in, the one with the
 * highest score is the article, its siblings may belong to it, and what looks like a list of links goes.  Other than
 * those it walks the page a few times instead of once for each question, and has no interest in pictures and styles.
 *
 * <p>Stateless and thread-safe; each call for a document of its own.
 */
public final class Readability {

    /** In characters: if less is found, less is thrown out. */
    private static final int ENOUGH = 500;

    private Readability() {}

    /**
     * The element that holds the article, in markup that is good for its text only.
     *
     * @param page is taken to pieces
     * @param title its headline, which is no part of the text, or null
     * @return null if there is no text
     */
    public static @Nullable Element articleOf(Document page, @Nullable String title) {
        Element body = page.body();
        Preparation.of(body);
        Names names = new Names();
        boolean hopeless = Measure.of(body).length() < ENOUGH;
        for (Sieve sieve : hopeless ? List.of(Sieve.ALL) : List.of(Sieve.values())) {
            boolean lastChance = sieve == Sieve.ALL;
            Element article = attempt(lastChance ? body : body.clone(), title, names, sieve);
            int length = Measure.of(article).length();
            if (length >= ENOUGH || lastChance && length > 0) {
                return article;
            }
        }
        return null;
    }

    private static Element attempt(Element body, @Nullable String title, Names names, Sieve sieve) {
        List<Element> paragraphs = Paragraphs.in(body, names, sieve.unlikelyOut());
        Scores scores = new Scores(names, sieve.weighNames(), Measure.ofAll(body));
        scores.add(paragraphs, body);
        Element top = TopCandidate.of(scores, body);
        Element article = top == null ? all(body) : Siblings.join(top, scores);
        Cleaning.of(article, title, names, sieve);
        return article;
    }

    private static Element all(Element body) {
        Element inner = new Element("div");
        for (Node child : List.copyOf(body.childNodes())) {
            inner.appendChild(child);
        }
        return new Element("div").appendChild(inner);
    }
}
