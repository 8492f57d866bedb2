package io.vedette.ingest.feed;

import io.vedette.ingest.item.Collected;
import io.vedette.ingest.item.Hints;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.xml.XmlDocument;
import io.vedette.ingest.xml.XmlNames;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** RSS, RDF and Atom. */
final class XmlFeed {

    /** No feed of news has as many, and whoever sends them means no good. */
    static final int MOST_ITEMS = 10_000;

    private static final Set<String> FEEDS = Set.of("rss", "rdf:rdf", "rdf", "feed", "atom:feed", "channel");

    private XmlFeed() {}

    static ItemList read(XmlDocument document, URI address) throws UnreadableListException {
        Element feed = null;
        Element channel = null;
        List<Element> items = new ArrayList<>();
        for (Element element : document.tree().getAllElements()) {
            String name = XmlNames.of(element);
            feed = feed == null && FEEDS.contains(name) ? element : feed;
            channel = channel == null && name.equals("channel") ? element : channel;
            if (Fields.ITEMS.contains(name)) {
                items.add(element);
            }
        }
        Element root = root(document, feed, items);
        boolean broken = document.flaw() != null;
        Fields head = new Fields(channel != null ? channel : root, broken);
        Collected collected = new Collected();
        if (document.flaw() != null) {
            collected.leaveOut(
                    "the XML", "it is not well-formed, so that something may be missing: " + document.flaw());
        }
        leaveOutHalfAnItem(document, items, collected);
        XmlItem reader = new XmlItem(head, address);
        for (int i = 0; i < Math.min(items.size(), MOST_ITEMS); i++) {
            reader.read(new Fields(items.get(i), broken), i + 1, collected);
        }
        if (items.size() > MOST_ITEMS) {
            collected.leaveOut(items.size() - MOST_ITEMS + " items", "of one feed " + MOST_ITEMS + " items are taken");
        }
        return collected.list(reader.feedTitle(), reader.feedLanguage(), hints(head, address), List.of());
    }

    /** What breaks off in the middle comes whole with the next poll; half of it would be another item. */
    private static void leaveOutHalfAnItem(XmlDocument document, List<Element> items, Collected collected) {
        Element last = items.isEmpty() ? null : items.get(items.size() - 1);
        if (document.flaw() != null && last != null && document.breaksOffWithin(last.tagName())) {
            items.remove(last);
            collected.leaveOut("item " + (items.size() + 1), "the document breaks off within it");
        }
    }

    /** The feed itself, or a single entry, which Atom allows to stand alone. */
    private static Element root(XmlDocument document, @Nullable Element feed, List<Element> items)
            throws UnreadableListException {
        Element first = document.tree().firstElementChild();
        if (first == null) {
            throw new UnreadableListException("it is XML without an element");
        }
        String name = XmlNames.local(first);
        if (name.equals("html") && (feed == null || XmlNames.of(feed).equals("channel") || items.isEmpty())) {
            throw new UnreadableListException(page(first));
        }
        if (feed != null) {
            return feed;
        }
        if (!items.isEmpty() && items.get(0) == first) {
            return first;
        }
        boolean sitemap = name.equals("urlset") || name.equals("sitemapindex");
        throw new UnreadableListException("it is no feed but "
                + (sitemap
                        ? "a sitemap: give the source the kind sitemap"
                        : name.equals("opml") ? "OPML: import it" : "XML that begins with <" + first.tagName() + ">"));
    }

    private static String page(Element html) {
        Element link = html.selectFirst(
                "link[rel=alternate][type=application/rss+xml], link[rel=alternate][type=application/atom+xml],"
                        + " link[rel=alternate][type=application/feed+json]");
        return "it is a page, not a feed" + (link == null ? "" : "; it names this one: " + link.attr("href"));
    }

    private static Hints hints(Fields head, URI address) {
        return FeedHints.read(head, Fields.base(head.element(), address));
    }
}
