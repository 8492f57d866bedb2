package io.vedette.ingest.probe;

import io.vedette.ingest.html.ExtractedPage;
import io.vedette.ingest.html.HtmlDecoder;
import io.vedette.ingest.html.HtmlExtractor;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.source.Kind;
import io.vedette.ingest.web.Web;
import io.vedette.ingest.web.WebAnswer;
import io.vedette.ingest.web.WebAnswer.Document;
import io.vedette.ingest.web.WebException;
import io.vedette.ingest.web.WebRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Fetches an address once and finds out what lies there: by what the document holds, whatever the server calls it.  Writes
 * nothing.  Thread-safe.
 */
public final class SourceProbe {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)");
    private static final Pattern FEED_TYPE =
            Pattern.compile("(?i)application/(rss\\+xml|atom\\+xml|rdf\\+xml|feed\\+json)");
    private static final int BEGINNING = 2_048;

    private final Web web;
    private final Map<Kind, ItemListReader> readers;
    private final HtmlExtractor extractor = new HtmlExtractor();

    /** @param readers tried one after the other; a reader refuses what is not its own */
    public SourceProbe(Web web, Map<Kind, ItemListReader> readers) {
        this.web = web;
        this.readers = Collections.unmodifiableMap(new LinkedHashMap<>(readers));
    }

    /**
     * Fetches and tells what it is: a feed, a sitemap, a page.
     *
     * @throws WebException if there is nothing to be had
     */
    public Finding probe(URI address) throws WebException, InterruptedException {
        Document document = fetch(address, WebRequest.FEEDS);
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<Kind, ItemListReader> reader : readers.entrySet()) {
            try {
                return new Finding.Listed(document, reader.getKey(), read(reader.getValue(), document));
            } catch (UnreadableListException e) {
                reasons.add("no " + reader.getKey().name().toLowerCase(Locale.ROOT) + ": " + e.getMessage());
            }
        }
        return isPage(document)
                ? new Finding.Page(document, feeds(document), page(document))
                : new Finding.Nothing(document, reasons);
    }

    /**
     * Fetches and reads what is known to be of that kind.
     *
     * @param reader of feeds, sitemaps, or of the pages of a mapping
     */
    public Finding probe(URI address, Kind kind, ItemListReader reader) throws WebException, InterruptedException {
        Document document = fetch(address, kind == Kind.LISTING ? WebRequest.PAGES : WebRequest.FEEDS);
        try {
            return new Finding.Listed(document, kind, read(reader, document));
        } catch (UnreadableListException e) {
            return new Finding.Nothing(
                    document, List.of("no " + kind.name().toLowerCase(Locale.ROOT) + ": " + e.getMessage()));
        }
    }

    /** Fetches a page and takes its article out, as it is done behind a teaser. */
    public ExtractedPage page(URI address) throws WebException, InterruptedException {
        return page(fetch(address, WebRequest.PAGES));
    }

    private Document fetch(URI address, String accept) throws WebException, InterruptedException {
        WebAnswer answer = web.fetch(WebRequest.of(address, accept));
        if (answer instanceof Document document) {
            return document;
        }
        throw new WebException(
                WebException.Kind.UNEXPECTED,
                "it says that nothing has changed, though nobody told it what was before");
    }

    private static ItemList read(ItemListReader reader, Document document) throws UnreadableListException {
        return reader.read(document.body(), document.contentType(), document.address());
    }

    private ExtractedPage page(Document document) {
        return extractor.extract(
                document.body(),
                charset(document.contentType()),
                document.address().toString());
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
        return charset.find() ? charset.group(1) : null;
    }

    /** By the type, or by its beginning where the server does not know. */
    private static boolean isPage(Document document) {
        String type = document.contentType();
        if (type != null && type.toLowerCase(Locale.ROOT).contains("html")) {
            return true;
        }
        byte[] body = document.body();
        String beginning = new String(body, 0, Math.min(BEGINNING, body.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return beginning.contains("<html") || beginning.contains("<!doctype html");
    }

    /** As browsers find them (RSS Advisory Board, RSS Autodiscovery). */
    private static List<FeedLink> feeds(Document document) {
        Map<URI, FeedLink> feeds = new LinkedHashMap<>();
        for (Element link : head(document).select("link[rel~=(?i)\\balternate\\b][href][type]")) {
            if (FEED_TYPE.matcher(link.attr("type")).find()) {
                URI address = address(link.absUrl("href"));
                String title = link.attr("title").strip();
                if (address != null) {
                    feeds.putIfAbsent(address, new FeedLink(address, title.isEmpty() ? null : title));
                }
            }
        }
        return List.copyOf(feeds.values());
    }

    private static org.jsoup.nodes.Document head(Document document) {
        return HtmlDecoder.decode(
                document.body(),
                charset(document.contentType()),
                document.address().toString());
    }

    private static @Nullable URI address(String absolute) {
        try {
            return absolute.startsWith("http") ? URI.create(absolute) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
