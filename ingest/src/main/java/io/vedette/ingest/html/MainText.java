package io.vedette.ingest.html;

import io.vedette.ingest.readability.Readability;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page's article: what Readability finds, unless the page itself names a text that is clearly more, as it
 * does where Readability takes a notice about cookies or the names of signatories for the article.
 *
 * @param text the main text, without small print
 * @param taken the candidate that it is made of
 * @param candidates what there was to choose from
 * @param leftOut what is no part of it; without an explanation only its small print
 */
record MainText(String text, Candidate taken, List<Candidate> candidates, List<Explanation.LeftOut> leftOut) {

    /**
     * Readability's time grows with the square of the children of an element, comments among them.  Pages have hundreds to a
     * few thousand elements; of one with more than this, or more siblings than the next, all the text is taken.
     */
    private static final int MOST_ELEMENTS = 30_000;

    private static final int MOST_SIBLINGS = 8_000;

    /** In characters of prose: so much is an article rather than a notice. */
    private static final int ARTICLE = 1_500;

    private static final double MORE = 1.5;
    private static final int MORE_CHARS = 200;

    /** What is declared may hold other articles, too, and a {@code main} more often than an {@code article}. */
    private static final int MOST_OF_MAIN = 2;

    private static final int MOST_OF_ARTICLE = 4;

    /**
     * A text that may be the article's.
     *
     * @param from readability, declared or json-ld
     */
    record Candidate(String text, String from) {}

    /**
     * Takes the page to pieces.
     *
     * @param articleBody the text that the page gives to search engines, or null
     * @param explained whether it is to be said what was left out, which takes time
     */
    static MainText of(Document page, @Nullable String articleBody, @Nullable String title, boolean explained) {
        List<Explanation.LeftOut> leftOut = new ArrayList<>();
        Elements hidden = HiddenParts.removeFrom(page);
        Elements furniture = Furniture.removeFrom(page);
        if (explained) {
            hidden.forEach(e -> leftOut.add(leftOut(e, "hidden")));
            furniture.forEach(e -> leftOut.add(leftOut(e, "furniture")));
        }
        List<Candidate> candidates = new ArrayList<>();
        DeclaredText declared = DeclaredText.of(page);
        Candidate taken = new Candidate(readable(page, title), "readability");
        candidates.add(taken);
        if (declared != null) {
            Candidate said = new Candidate(declared.text(), "declared");
            candidates.add(said);
            taken = isClearlyMore(said, taken, declared.main() ? MOST_OF_MAIN : MOST_OF_ARTICLE) ? said : taken;
        }
        if (articleBody != null) {
            Candidate said = new Candidate(articleBody, "json-ld");
            candidates.add(said);
            taken = isClearlyMore(said, taken, MOST_OF_ARTICLE) ? said : taken;
        }
        String text = SmallPrint.removeFrom(
                taken.text(), line -> leftOut.add(new Explanation.LeftOut(line, "small print", line.length())));
        return new MainText(text, taken, candidates, leftOut);
    }

    private static Explanation.LeftOut leftOut(Element e, String reason) {
        String id = e.id().isEmpty() ? "" : "#" + e.id();
        String classes =
                e.className().isBlank() ? "" : "." + e.className().strip().replaceAll("\\s+", ".");
        return new Explanation.LeftOut(
                e.normalName() + id + classes, reason, e.text().length());
    }

    private static String readable(Document page, @Nullable String title) {
        Elements all = page.getAllElements();
        boolean endless = all.size() > MOST_ELEMENTS || all.stream().anyMatch(e -> e.childNodeSize() > MOST_SIBLINGS);
        Element main = endless ? page.body() : Readability.articleOf(page, title);
        return main == null ? "" : BlockText.of(main);
    }

    private static boolean isClearlyMore(Candidate said, Candidate read, int most) {
        int saidProse = Prose.length(said.text());
        int readProse = Prose.length(read.text());
        return saidProse > MORE * readProse + MORE_CHARS && (readProse < ARTICLE || saidProse < most * readProse);
    }
}
