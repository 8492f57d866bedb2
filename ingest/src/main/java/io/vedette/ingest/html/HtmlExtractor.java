package io.vedette.ingest.html;

import net.dankito.readability4j.Article;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes the article out of a web page, by the method of Mozilla's Readability as readability4j has it.  Stateless and
 * safe to use from many threads; never fails, whatever the bytes.
 */
public final class HtmlExtractor {

    /** Links are no part of the text, but readability4j logs the whole page where it can't make them absolute. */
    private static final String NOWHERE = "http://page.invalid/";

    /**
     * Readability's time grows with the square of the children of an element.  Pages have hundreds to a few thousand
     * elements; of one with more than this all the text is taken.
     */
    private static final int MOST_ELEMENTS = 30_000;

    /**
     * Finds the article of a page.
     *
     * @param html the page as it was fetched
     * @param contentTypeCharset the charset that the transport named, or null; ignored if Java does not know it
     * @param baseUri the page's own address, against which links are resolved; may be empty
     */
    public ExtractedPage extract(byte[] html, @Nullable String contentTypeCharset, String baseUri) {
        Document page = HtmlDecoder.decode(html, contentTypeCharset, baseUri);
        PageFacts facts = new PageFacts(page);
        String pageTitle = page.title();
        // Readability takes the page to pieces: what is wanted of it has to be read first
        String title = facts.title();
        var published = facts.published();
        var authors = facts.authors();
        String language = facts.language();
        String canonicalUrl = facts.canonicalUrl();
        String siteName = facts.siteName();
        boolean endless = page.getAllElements().size() > MOST_ELEMENTS;
        Article article = endless ? null : new Readability4JExtended(NOWHERE, page).parse();
        Element main = article == null ? page.body() : article.getArticleContent();
        String heading = title != null || article == null ? title : blankToNull(article.getTitle());
        return new ExtractedPage(
                heading != null ? heading : blankToNull(pageTitle),
                main == null ? "" : BlockText.of(main),
                published,
                authors,
                language,
                canonicalUrl,
                siteName);
    }

    private static @Nullable String blankToNull(@Nullable String s) {
        return s == null || s.isBlank() ? null : s.strip();
    }
}
