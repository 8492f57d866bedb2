package io.vedette.ingest.html;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Takes the article out of a web page: its text by the method of Mozilla's Readability, as readability4j has it, corrected
 * by what the page itself declares; title, date and authors from JSON-LD, OpenGraph, microdata and the text, in that order.
 * Stateless and safe to use from many threads; never fails, whatever the bytes.
 */
public final class HtmlExtractor {

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
        // the rest takes the page to pieces: what is wanted of it has to be read first
        ExtractedPage declared = new ExtractedPage(
                facts.title(),
                "",
                facts.published(),
                facts.authors(),
                facts.language(),
                facts.canonicalUrl(),
                facts.siteName());
        return declared.withText(MainText.of(page, facts.articleBody()));
    }
}
