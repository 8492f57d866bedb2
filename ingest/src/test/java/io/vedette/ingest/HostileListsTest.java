package io.vedette.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.listing.ListingReader;
import io.vedette.ingest.mapping.Mappings;
import io.vedette.ingest.sitemap.SitemapReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes, a reader of lists answers in bounded time, with a list or with what is wrong with it. */
final class HostileListsTest {

    private static final URI ADDRESS = URI.create("https://news.example/list");
    /** Twenty times as much takes twenty times as long; ingest.web.limitBytes lets in 10 MB. */
    private static final int LARGE = 1 << 19;

    private static final Duration LONG = Duration.ofSeconds(10);

    private static final List<String> LISTS = List.of("""
            <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"
            xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><ttl>60</ttl>
            <skipHours><hour>3</hour></skipHours><item><title>Rain &amp; &eacute;</title><link>/1?a=1&b=2</link>
            <guid isPermaLink="false">1</guid><content:encoded><![CDATA[<p>It <b>rained</b>.</p>]]></content:encoded>
            <pubDate>Fri, 30 Oct 2026 06:00:00 GMT</pubDate></item><item><title>Two</title></item></channel></rss>""", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><title type="html">N</title><entry xml:lang="de">
            <id>urn:1</id><link rel="alternate" href="x"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Es
            regnete.</p></div></content><updated>2026-10-30T06:00:00Z</updated><author><name>A</name></author></entry></feed>""", """
            {"version": "https://jsonfeed.org/version/1.1", "title": "N", "items": [{"id": "1", "url": "/1", "title": "R",
            "content_html": "<p>It rained.</p>", "date_published": "2026-10-30T06:00:00Z", "authors": [{"name": "A"}]}]}""", """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://news.example/1</loc><news:news>
            <news:publication_date>2026-10-30</news:publication_date><news:title>R</news:title></news:news></url></urlset>""", """
            <html><base href="/x/"><li class="news-item"><h3><a href="1">Rain</a></h3><span class="date">30 жовтня 2026</span>
            <p class="teaser">It rained.</p></li></html>""");

    static Stream<Arguments> large() {
        String item = "<item><title>A</title><description>B</description></item>";
        return Stream.of(
                Arguments.of("items", "<rss><channel>" + item.repeat(LARGE / item.length())),
                Arguments.of("empty items", "<rss><channel>" + "<item/>".repeat(LARGE / 7)),
                Arguments.of("items in items", "<rss><channel>" + "<item>".repeat(LARGE / 6)),
                Arguments.of("depth", "<rss><channel><item><description>" + "<b>".repeat(LARGE / 3)),
                Arguments.of("depth of HTML", "<html><li class=news-item>" + "<div><p>".repeat(LARGE / 8)),
                Arguments.of(
                        "depth in escaped HTML",
                        "<rss><channel><item><description>" + "&lt;div>".repeat(LARGE / 8) + "</description></item>"),
                Arguments.of("a title", "<rss><channel><item><title>" + "a ".repeat(LARGE / 2)),
                Arguments.of("white space", "<rss><channel><item><title>" + " ".repeat(LARGE)),
                Arguments.of("ends of tags", "<rss><channel>" + "</a>".repeat(LARGE / 4)),
                Arguments.of("beginnings of tags", "<rss>" + "<".repeat(LARGE)),
                Arguments.of("ampersands", "<rss><channel><title>" + "&".repeat(LARGE)),
                Arguments.of("comments", "<rss>" + "<!--".repeat(LARGE / 4)),
                Arguments.of("CDATA", "<rss>" + "<![CDATA[".repeat(LARGE / 9)),
                Arguments.of("attributes", "<rss " + "a='1' ".repeat(LARGE / 6) + "/>"),
                Arguments.of("different attributes", attributes()),
                Arguments.of("namespaces", "<rss>" + "<a xmlns:b='c'>".repeat(LARGE / 15)),
                Arguments.of("bases", "<rss>" + "<a xml:base='b/'>".repeat(1000) + "<item><link>x</link></item>"),
                Arguments.of(
                        "guids", "<rss><channel>" + "<item><guid>1</guid><link>/1</link></item>".repeat(LARGE / 43)),
                Arguments.of("JSON lists", "{\"items\": " + "[".repeat(LARGE)),
                Arguments.of("JSON items", "{\"items\": [" + "{\"id\": 1},".repeat(LARGE / 10)),
                Arguments.of("addresses", "https://a.example/\n".repeat(LARGE / 19)),
                Arguments.of("sitemaps", "<sitemapindex>" + "<sitemap><loc>/a</loc></sitemap>".repeat(LARGE / 32)),
                Arguments.of("urls", "<urlset>" + "<url><loc>/a</loc>".repeat(LARGE / 18)));
    }

    private static String attributes() {
        StringBuilder all = new StringBuilder("<rss ");
        for (int i = 0; all.length() < LARGE / 10; i++) {
            all.append('a').append(i).append("='' ");
        }
        return all.append("/>").toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void muchIsReadInTimeThatGrowsWithItsLengthOnly(String name, String document) throws Exception {
        byte[] bytes = document.getBytes(UTF_8);
        for (ItemListReader reader : readers()) {
            long start = System.nanoTime();

            assertThatCode(() -> read(reader, bytes)).doesNotThrowAnyException();

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(reader.toString())
                    .isLessThan(LONG);
        }
    }

    @Test
    void whateverIsChangedInAListItIsReadOrRefused() throws Exception {
        Random random = new Random(7);
        List<ItemListReader> readers = readers();
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = mutated(LISTS.get(random.nextInt(LISTS.size())), random);
            for (ItemListReader reader : readers) {
                assertThatCode(() -> read(reader, bytes))
                        .as("mutation " + i + " of seed 7 by " + reader)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static List<ItemListReader> readers() throws Exception {
        return List.of(
                new FeedReader(),
                new SitemapReader(LARGE),
                new ListingReader(Mappings.read(null).get("ministry-press")));
    }

    private static void read(ItemListReader reader, byte[] bytes) {
        try {
            ItemList list = reader.read(bytes, null, ADDRESS);
            assertThat(list.items()).noneMatch(item -> item.key().isEmpty());
        } catch (UnreadableListException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** Some bytes changed, a part taken out, doubled, or put elsewhere. */
    private static byte[] mutated(String list, Random random) {
        byte[] bytes = list.getBytes(UTF_8);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(60));
            bytes = switch (random.nextInt(4)) {
                case 0 -> spliced(bytes, from, to, new byte[0]);
                case 1 -> spliced(bytes, from, from, java.util.Arrays.copyOfRange(bytes, from, to));
                case 2 ->
                    spliced(
                            bytes,
                            from,
                            from,
                            "<>&'\"/ \u0000]{}".substring(random.nextInt(11)).getBytes(UTF_8));
                default -> {
                    bytes[from] = (byte) random.nextInt(256);
                    yield bytes;
                }
            };
            if (bytes.length == 0) {
                return bytes;
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] put) {
        byte[] out = new byte[bytes.length - (to - from) + put.length];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(put, 0, out, from, put.length);
        System.arraycopy(bytes, to, out, from + put.length, bytes.length - to);
        return out;
    }
}
