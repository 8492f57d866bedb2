package io.vedette.ingest.polling;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.html.ExtractedPage;
import io.vedette.ingest.html.HtmlExtractor;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.web.Web;
import io.vedette.ingest.web.WebAnswer.Document;
import io.vedette.ingest.web.WebException;
import io.vedette.ingest.web.WebRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fetches the pages behind items that carry a teaser only.  Thread-safe. */
final class Pages {

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private final Web web;
    private final LargeDocuments large;
    private final HtmlExtractor extractor = new HtmlExtractor();

    Pages(Web web, LargeDocuments large) {
        this.web = web;
        this.large = large;
    }

    /** A page that was fetched, and what was found in it. */
    record Page(Document document, ExtractedPage extracted) {}

    /**
     * The page at an item's address.
     *
     * @param evidence whether its bytes are kept
     * @return empty if there is no article on it, or the address is none
     * @throws WebException if it can't be had
     */
    Optional<Page> fetch(Item item, boolean evidence) throws WebException, InterruptedException {
        URI address = address(item.article().url());
        if (address == null) {
            return Optional.empty();
        }
        if (!(web.fetch(new WebRequest(address, WebRequest.PAGES, null, null, evidence))
                instanceof Document document)) {
            return Optional.empty();
        }
        ExtractedPage extracted = extract(document);
        return extracted.text().isBlank() ? Optional.empty() : Optional.of(new Page(document, extracted));
    }

    ExtractedPage extract(Document document) throws InterruptedException {
        return large.read(
                document.body(),
                () -> extractor.extract(
                        document.body(),
                        charset(document.contentType()),
                        document.address().toString()));
    }

    /** The item with the text of its page; what the item says of itself goes before what the page says. */
    static ArticleInput merged(Item item, Page page) {
        ArticleInput listed = item.article();
        ExtractedPage found = page.extracted();
        ArticleInput onPage = ArticleInput.of(found, address(page, listed.url()), null);
        return new ArticleInput(
                onPage.text(),
                listed.id(),
                first(listed.title(), onPage.title()),
                onPage.url(),
                first(listed.source(), onPage.source()),
                first(listed.date(), onPage.date()),
                first(listed.author(), onPage.author()),
                first(onPage.language(), listed.language()),
                null,
                listed.embargoUntil());
    }

    /**
     * The address that the page calls its own, if it may be believed: some sites name their home page, or another site,
     * on every page.  Else the one that answered, for feeds lead through the counters of others.
     */
    private static String address(Page page, @Nullable String listed) {
        URI answered = page.document().address();
        URI own = address(page.extracted().canonicalUrl());
        if (own == null || own.getPath() == null || own.getPath().length() <= 1) {
            return answered.toString();
        }
        return (sameHost(own, answered) || sameHost(own, address(listed)) ? own : answered).toString();
    }

    private static boolean sameHost(@Nullable URI a, @Nullable URI b) {
        return a != null && b != null && a.getHost() != null && bare(a).equalsIgnoreCase(bare(b));
    }

    private static String bare(URI address) {
        String host = String.valueOf(address.getHost());
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    static @Nullable URI address(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI address = URI.create(url.strip());
            return address.getHost() == null ? null : address;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static @Nullable String charset(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        Matcher charset = CHARSET.matcher(contentType);
        return charset.find() ? charset.group(1) : null;
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        return a != null && !a.isBlank() ? a : b;
    }
}
