package io.vedette.ingest.sitemap;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.item.Addresses;
import io.vedette.ingest.item.Collected;
import io.vedette.ingest.item.Hints;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.ItemList.Part;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.xml.XmlBytes;
import io.vedette.ingest.xml.XmlDocument;
import io.vedette.ingest.xml.XmlNames;
import io.vedette.text.article.ArticleDate;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads sitemaps (sitemaps.org 0.9) with Google's extension for news, sitemap indexes, whose sitemaps become
 * {@link ItemList#parts}, and sitemaps of plain lines; each also as {@code .gz}.  Immutable and thread-safe.
 *
 * <p>A date is that of the news extension: when a page was last changed, {@code lastmod}, says nothing about when it was
 * published.  What is not well-formed gives what can be recovered, as with feeds.
 */
public final class SitemapReader implements ItemListReader {

    /** The protocol's own limit for one sitemap. */
    public static final int MOST_ITEMS = 50_000;

    private static final Set<String> MAPS = Set.of("urlset", "sitemapindex");

    private final int limitBytes;

    /** @param limitBytes the most bytes of a sitemap that is unpacked */
    public SitemapReader(int limitBytes) {
        this.limitBytes = limitBytes;
    }

    @Override
    public ItemList read(byte[] document, @Nullable String contentType, URI address) throws UnreadableListException {
        String text = XmlBytes.decode(Gunzip.unpack(document, limitBytes), contentType);
        if (text.isBlank()) {
            throw new UnreadableListException("it is empty");
        }
        return text.indexOf('<') < 0 ? lines(text, address) : xml(XmlDocument.parse(text), address);
    }

    private static ItemList xml(XmlDocument document, URI address) throws UnreadableListException {
        Element root = document.tree().children().stream()
                .filter(e -> MAPS.contains(XmlNames.local(e)))
                .findFirst()
                .orElseThrow(() -> new UnreadableListException(other(document)));
        Collected collected = new Collected();
        if (document.flaw() != null) {
            collected.leaveOut(
                    "the XML", "it is not well-formed, so that something may be missing: " + document.flaw());
        }
        List<Part> parts = new ArrayList<>();
        int items = 0;
        for (Element each : root.getAllElements()) {
            String name = XmlNames.local(each);
            if (name.equals("url") && ++items <= MOST_ITEMS) {
                item(each, items, address, collected);
            } else if (name.equals("url")) {
                collected.leaveOut(loc(each), "a sitemap has at most " + MOST_ITEMS + " addresses");
            } else if (name.equals("sitemap")) {
                part(each, address, parts, collected);
            }
        }
        return collected.list(null, null, Hints.NONE, parts);
    }

    private static void item(Element url, int number, URI address, Collected collected) {
        Optional<URI> location = Addresses.web(address, loc(url));
        if (location.isEmpty()) {
            collected.leaveOut(loc(url).isEmpty() ? "address " + number : loc(url), "it is no address of a page");
            return;
        }
        Element news = child(url, "news:news").orElse(url);
        Element publication = child(news, "news:publication").orElse(news);
        String date = text(news, "news:publication_date");
        ArticleInput article = new ArticleInput(
                null,
                null,
                text(news, "news:title"),
                location.get().toString(),
                text(publication, "news:name"),
                date,
                null,
                text(publication, "news:language"),
                null,
                null);
        collected.add(new Item(location.get().toString(), article, date == null ? null : "sitemap", false, null));
    }

    private static void part(Element sitemap, URI address, List<Part> parts, Collected collected) {
        Optional<URI> location = Addresses.web(address, loc(sitemap));
        if (location.isEmpty()) {
            collected.leaveOut(
                    loc(sitemap).isEmpty() ? "sitemap " + (parts.size() + 1) : loc(sitemap),
                    "it is no address of a sitemap");
        } else if (parts.size() >= MOST_ITEMS) {
            collected.leaveOut(loc(sitemap), "an index has at most " + MOST_ITEMS + " sitemaps");
        } else {
            String modified = text(sitemap, "lastmod");
            parts.add(new Part(
                    location.get(),
                    modified == null ? null : ArticleDate.read(modified).orElse(null)));
        }
    }

    /** An address a line, the protocol's simplest form. */
    private static ItemList lines(String text, URI address) throws UnreadableListException {
        Collected collected = new Collected();
        int number = 0;
        for (String line : (Iterable<String>) text.lines().filter(l -> !l.isBlank())::iterator) {
            number++;
            String url = line.strip();
            if (url.startsWith("http") && Addresses.web(address, url).isPresent() && number <= MOST_ITEMS) {
                String location = Addresses.web(address, url).get().toString();
                ArticleInput article = new ArticleInput(null, null, null, location, null, null, null, null, null, null);
                collected.add(new Item(location, article, null, false, null));
            } else {
                collected.leaveOut(url, "it is no address of a page, or beyond the " + MOST_ITEMS + "th");
            }
        }
        if (collected.isEmpty()) {
            throw new UnreadableListException("it is neither XML nor a list of addresses");
        }
        return collected.list(null, null, Hints.NONE, List.of());
    }

    private static String other(XmlDocument document) {
        Element first = document.tree().firstElementChild();
        String name = first == null ? "" : XmlNames.local(first);
        return switch (name) {
            case "" -> "it is XML without an element";
            case "html" -> "it is a page, not a sitemap; robots.txt of the site names its sitemaps";
            case "rss", "feed", "rdf" -> "it is a feed: give the source the kind FEED";
            default -> "it is no sitemap but XML that begins with <" + name + ">";
        };
    }

    private static String loc(Element of) {
        String location = text(of, "loc");
        return location == null ? "" : location;
    }

    private static Optional<Element> child(Element of, String name) {
        return of.children().stream().filter(e -> XmlNames.of(e).equals(name)).findFirst();
    }

    private static @Nullable String text(Element of, String name) {
        return child(of, name)
                .map(e -> e.wholeOwnText().strip())
                .filter(s -> !s.isEmpty())
                .orElse(null);
    }
}
