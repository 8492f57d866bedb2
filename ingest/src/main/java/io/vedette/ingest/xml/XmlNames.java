package io.vedette.ingest.xml;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Names of elements, one for each meaning: whatever prefix a document uses, and whether it declares it or not. */
public final class XmlNames {

    /** Namespaces, without what may end them, and the prefix that everybody knows them by; none for those of RSS and sitemaps. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns", "atom"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
            Map.entry("http://purl.org/dc/elements/1.0", "dc"),
            Map.entry("http://purl.org/dc/elements/1.1", "dc"),
            Map.entry("http://purl.org/dc/terms", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication", "sy"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("http://www.pheedo.com/namespace/pheedo", "pheedo"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://www.google.com/schemas/sitemap-news/0.9", "news"),
            Map.entry("http://www.sitemaps.org/schemas/sitemap/0.9", ""),
            Map.entry("http://www.google.com/schemas/sitemap/0.84", ""),
            Map.entry("http://purl.org/rss/1.0", ""),
            Map.entry("http://purl.org/net/rss1.1", ""),
            Map.entry("http://my.netscape.com/rdf/simple/0.9", ""),
            Map.entry("http://channel.netscape.com/rdf/simple/0.9", ""),
            Map.entry("http://my.netscape.com/publish/formats/rss-0.91.dtd", ""),
            Map.entry("http://backend.userland.com/rss", ""),
            Map.entry("http://backend.userland.com/rss2", ""),
            Map.entry("http://blogs.law.harvard.edu/tech/rss", ""));

    private XmlNames() {}

    /** The name in lower case, such as {@code title}, {@code dc:date} or {@code atom:entry}. */
    public static String of(Element element) {
        String local = element.tag().localName().toLowerCase(Locale.ROOT);
        String written = element.tag().prefix().toLowerCase(Locale.ROOT);
        String known = PREFIXES.get(withoutEnd(element.tag().namespace().toLowerCase(Locale.ROOT)));
        String prefix = known != null ? known : written.equals("rss") ? "" : written;
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    /** The name without any prefix, in lower case. */
    public static String local(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    private static String withoutEnd(String namespace) {
        int end = namespace.length();
        while (end > 0 && (namespace.charAt(end - 1) == '/' || namespace.charAt(end - 1) == '#')) {
            end--;
        }
        return namespace.substring(0, end);
    }
}
