package io.vedette.ingest.html;

import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page's article: what Readability finds, unless the page itself names a text that is clearly more, as it
 * does where Readability takes a notice about cookies or the names of signatories for the article.
 */
final class MainText {

    /** Links are no part of the text, but readability4j logs the whole page where it can't make them absolute. */
    private static final String NOWHERE = "http://page.invalid/";

    /**
     * Readability's time grows with the square of the children of an element.  Pages have hundreds to a few thousand
     * elements; of one with more than this all the text is taken.
     */
    private static final int MOST_ELEMENTS = 30_000;

    /** In characters of prose: so much is an article rather than a notice. */
    private static final int ARTICLE = 1_500;

    private static final double MORE = 1.5;
    private static final int MORE_CHARS = 200;

    /** What is declared may hold other articles, too, and a {@code main} more often than an {@code article}. */
    private static final int MOST_OF_MAIN = 2;

    private static final int MOST_OF_ARTICLE = 4;

    private MainText() {}

    /**
     * Takes the page to pieces.
     *
     * @param articleBody the text that the page gives to search engines, or null
     */
    static String of(Document page, @Nullable String articleBody) {
        HiddenParts.removeFrom(page);
        Furniture.removeFrom(page);
        Element declared = DeclaredText.of(page);
        String text = readable(page);
        if (declared != null) {
            String said = BlockText.of(declared);
            text = isClearlyMore(said, text, mostOf(declared)) ? said : text;
        }
        if (articleBody != null && isClearlyMore(articleBody, text, MOST_OF_ARTICLE)) {
            text = articleBody;
        }
        return SmallPrint.removeFrom(text);
    }

    private static String readable(Document page) {
        boolean endless = page.getAllElements().size() > MOST_ELEMENTS;
        Element main = endless
                ? page.body()
                : new Readability4JExtended(NOWHERE, page).parse().getArticleContent();
        return main == null ? "" : BlockText.of(main);
    }

    private static int mostOf(Element declared) {
        boolean main = declared.nameIs("main") || declared.attr("role").equals("main");
        return main ? MOST_OF_MAIN : MOST_OF_ARTICLE;
    }

    private static boolean isClearlyMore(String said, String read, int most) {
        int saidProse = Prose.length(said);
        int readProse = Prose.length(read);
        return saidProse > MORE * readProse + MORE_CHARS && (readProse < ARTICLE || saidProse < most * readProse);
    }
}
