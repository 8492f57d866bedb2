package io.vedette.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Feeds, sitemaps, pages and JSON with bytes changed, taken out, doubled, nested, and put where they do not belong. */
final class NastyLists {

    private static final int MOST_BYTES = 1 << 18;

    private static final List<String> LISTS = List.of("""
            <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss version="2.0"
            xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><ttl>60</ttl>
            <skipHours><hour>3</hour></skipHours><item><title>Rain &amp; &eacute; &c;</title><link>/1?a=1&b=2</link>
            <guid isPermaLink="false">1</guid><content:encoded><![CDATA[<p>It <b>rained</b>.</p>]]></content:encoded>
            <pubDate>Fri, 30 Oct 2026 06:00:00 GMT</pubDate></item><item><title>Two</title></item></channel></rss>""", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><title type="html">N</title><entry xml:lang="de">
            <id>urn:1</id><link rel="alternate" href="x"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Es
            regnete.</p></div></content><updated>2026-10-30T06:00:00Z</updated><author><name>A</name></author></entry></feed>""", """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>O</title>
            </channel><item rdf:about="https://n.example/1"><title>One</title><content mode="base64">PHA+eDwvcD4=</content></item></rdf:RDF>""", """
            {"version": "https://jsonfeed.org/version/1.1", "title": "N", "items": [{"id": "1", "url": "/1", "title": "R",
            "content_html": "<p>It rained.</p>", "date_published": "2026-10-30T06:00:00Z", "authors": [{"name": "A"}]}]}""", """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://news.example/1</loc><news:news>
            <news:publication_date>2026-10-30</news:publication_date><news:title>R</news:title></news:news></url></urlset>""", """
            <sitemapindex><sitemap><loc>a.xml</loc><lastmod>2026-10-30</lastmod></sitemap></sitemapindex>""", """
            <html lang="uk"><head><meta charset="utf-8"><base href="/x/"><title>N</title><script type="application/ld+json">{"@type":
            "NewsArticle", "headline": "R", "datePublished": "2026-10-30"}</script></head><body><ul class="news-list"><li class="news-item"><h3><a
            href="1">Rain</a></h3><span class="date">30 жовтня 2026</span><p class="teaser">It rained.</p></li></ul></body></html>""");

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "'",
            "\"",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "&#x0;",
            "&#xfffffff;",
            "\u0000",
            "\ufeff",
            "\ud83d",
            "{",
            "[",
            "</",
            "<item>",
            "<entry>",
            "<div>",
            "xml:base='http://['",
            "<?xml version='1.0' encoding='utf-7'?>",
            "\u202e",
            "\t",
            "\\u");

    private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16", "windows-1251", "Shift_JIS", "UTF-32LE");

    private final SplittableRandom random;

    NastyLists(SplittableRandom random) {
        this.random = random;
    }

    byte[] next() {
        String list = LISTS.get(random.nextInt(LISTS.size()));
        byte[] bytes = list.getBytes(
                random.nextInt(8) > 0 ? UTF_8 : Charset.forName(ENCODINGS.get(random.nextInt(ENCODINGS.size()))));
        for (int changes = 1 + random.nextInt(6); changes > 0 && bytes.length > 0; changes--) {
            bytes = changed(bytes);
        }
        return bytes.length <= MOST_BYTES ? bytes : Arrays.copyOf(bytes, MOST_BYTES);
    }

    private byte[] changed(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(80));
        return switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, from, to, new byte[0]);
            case 1 -> spliced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
            case 2 -> spliced(bytes, from, from, piece().getBytes(UTF_8));
            case 3 ->
                spliced(bytes, from, from, piece().repeat(random.nextInt(200)).getBytes(UTF_8));
            case 4 -> Arrays.copyOf(bytes, from);
            default -> spliced(bytes, from, from + 1, new byte[] {(byte) random.nextInt(256)});
        };
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] put) {
        byte[] out = new byte[bytes.length - (to - from) + put.length];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(put, 0, out, from, put.length);
        System.arraycopy(bytes, to, out, from + put.length, bytes.length - to);
        return out;
    }
}
