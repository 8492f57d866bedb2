package io.vedette.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.LeftOut;
import io.vedette.ingest.item.UnreadableListException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.DayOfWeek;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedReaderTest {

    private static final URI ADDRESS = URI.create("https://news.example/feeds/all.xml");
    private static final String LONG = "The harbour was closed for two days because of the storm. ".repeat(12);

    @Test
    void readsRss() throws Exception {
        ItemList list = read("""
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
                <title>News &amp;amp; Co</title><language>en-gb</language>
                <item><title>Rain &amp;amp; wind</title><link>/rain</link><guid isPermaLink="false">g1</guid>
                <dc:creator>Ada Byron</dc:creator><description>Short.</description>
                <content:encoded><![CDATA[<p>It rained.</p><p>A&nbsp;lot.</p>]]></content:encoded>
                <pubDate>Fri, 30 Oct 2026 06:00:00 GMT</pubDate></item></channel></rss>""");

        assertThat(list.title()).isEqualTo("News & Co");
        assertThat(list.language()).isEqualTo("en-gb");
        assertThat(list.leftOut()).isEmpty();
        Item item = list.items().get(0);
        assertThat(item.key()).isEqualTo("g1");
        assertThat(item.dateFrom()).isEqualTo("feed");
        assertThat(item.article())
                .isEqualTo(new ArticleInput(
                        "It rained.\nA lot.",
                        "g1",
                        "Rain & wind",
                        "https://news.example/rain",
                        "News & Co",
                        "Fri, 30 Oct 2026 06:00:00 GMT",
                        "Ada Byron",
                        "en-gb",
                        null,
                        null));
    }

    @Test
    void readsRdf() throws Exception {
        ItemList list = read("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                    xmlns:d="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="https://news.example/"><title>Old news</title></channel>
                <item rdf:about="https://news.example/1"><title>One</title><d:date>2003-12-31T10:14:55Z</d:date></item>
                </rdf:RDF>""");

        assertThat(list.title()).isEqualTo("Old news");
        assertThat(list.items().get(0).article().url()).isEqualTo("https://news.example/1");
        assertThat(list.items().get(0).article().date()).isEqualTo("2003-12-31T10:14:55Z");
    }

    @Test
    void readsAtomByWhatItSaysOfItsText() throws Exception {
        ItemList list = read("""
                <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="de"><a:title>Nachrichten</a:title>
                <a:author><a:name>Redaktion</a:name></a:author>
                <a:entry><a:id>urn:1</a:id><a:title type="html">Regen &amp;amp; Wind</a:title>
                <a:link rel="self" href="https://news.example/1.atom"/>
                <a:link rel="alternate" type="application/pdf" href="https://news.example/1.pdf"/>
                <a:link rel="alternate" type="text/html" href="https://news.example/1"/>
                <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Es <b>regnete</b>.</p><p>Viel.</p></div>
                </a:content><a:updated>2026-10-30T07:00:00Z</a:updated><a:published>2026-10-30T06:00:00Z</a:published></a:entry>
                <a:entry xml:lang="fr"><a:id>urn:2</a:id><a:title>1 &lt; 2</a:title><a:summary>a &lt;b&gt; c</a:summary>
                <a:updated>2026-10-30T07:00:00Z</a:updated></a:entry></a:feed>""");

        ArticleInput first = list.items().get(0).article();
        assertThat(first.title()).isEqualTo("Regen & Wind");
        assertThat(first.text()).isEqualTo("Es regnete.\nViel.");
        assertThat(first.url()).isEqualTo("https://news.example/1");
        assertThat(first.date()).isEqualTo("2026-10-30T06:00:00Z");
        assertThat(first.author()).isEqualTo("Redaktion");
        assertThat(first.language()).isEqualTo("de");
        ArticleInput second = list.items().get(1).article();
        assertThat(second.title()).isEqualTo("1 < 2");
        assertThat(second.text()).isEqualTo("a <b> c");
        assertThat(second.date()).isEqualTo("2026-10-30T07:00:00Z");
        assertThat(second.language()).isEqualTo("fr");
    }

    @Test
    void readsAtom03() throws Exception {
        ItemList list = read("""
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>News</title>
                <entry><title>One</title><link rel="alternate" type="text/html" href="one"/><id>tag:1</id>
                <issued>2004-01-01T00:00:00Z</issued>
                <content type="text/html" mode="base64">PHA+SXQgcmFpbmVkLjwvcD4=</content></entry></feed>""");

        assertThat(list.items().get(0).article().text()).isEqualTo("It rained.");
        assertThat(list.items().get(0).article().url()).isEqualTo("https://news.example/feeds/one");
    }

    @Test
    void readsJsonFeed() throws Exception {
        ItemList list = read("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "News", "language": "en",
                 "feed_url": "https://news.example/feed.json", "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
                 "authors": [{"name": "Ada"}],
                 "items": [{"id": 7, "url": "/7", "title": "Rain", "content_html": "<p>It rained.</p>", "language": "fr",
                            "date_published": "2026-10-30T06:00:00+01:00"}, {"id": "8"}]}""");

        Item item = list.items().get(0);
        assertThat(item.key()).isEqualTo("7");
        assertThat(item.article().url()).isEqualTo("https://news.example/7");
        assertThat(item.article().text()).isEqualTo("It rained.");
        assertThat(item.article().author()).isEqualTo("Ada");
        assertThat(item.article().language()).isEqualTo("fr");
        assertThat(list.hints().hub()).isEqualTo(URI.create("https://hub.example/"));
        assertThat(list.leftOut()).containsExactly(new LeftOut("item 2", "it has no text, no title and no address"));
    }

    @Test
    void givesTheItemsOfAJsonFeedThatBreaksOff() throws Exception {
        ItemList list = read("""
                {"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": "One"},
                 {"id": "2", "title": "Tw""");

        assertThat(list.items()).extracting(Item::key).containsExactly("1");
        assertThat(list.leftOut()).hasSize(1);
    }

    @Test
    void leavesOutTheItemInWhichAFeedBreaksOff() throws Exception {
        ItemList list = read("""
                <rss><channel><item><guid>1</guid><title>One</title></item>
                <item><guid>2</guid><title>Two</title></item><item><title>Thr""");

        assertThat(list.items()).extracting(Item::key).containsExactly("1", "2");
        assertThat(list.leftOut()).extracting(LeftOut::reason).contains("the document breaks off within it");
    }

    @Test
    void readsHowAFeedWantsToBeRead() throws Exception {
        ItemList list = read("""
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News</title><ttl>90</ttl>
                <skipHours><hour>0</hour><hour>24</hour><hour>5</hour><hour>x</hour></skipHours>
                <skipDays><day>Sunday</day><day>Someday</day></skipDays>
                <atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="all.xml"/></channel></rss>""");

        assertThat(list.hints().ttl()).isEqualTo(Duration.ofMinutes(90));
        assertThat(list.hints().skipHours()).containsExactlyInAnyOrder(0, 5);
        assertThat(list.hints().skipDays()).containsExactly(DayOfWeek.SUNDAY);
        assertThat(list.hints().hub()).isEqualTo(URI.create("https://hub.example/"));
        assertThat(list.hints().self()).isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"hourly,2,PT30M", "daily,1,PT24H", "weekly,7,PT24H", "hourly,0,PT1H", "hourly,x,PT1H"})
    void readsThePeriodOfUpdates(String period, String frequency, Duration ttl) throws Exception {
        ItemList list = read("""
                <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
                <sy:updatePeriod>%s</sy:updatePeriod><sy:updateFrequency>%s</sy:updateFrequency></channel></rss>""".formatted(period, frequency));

        assertThat(list.hints().ttl()).isEqualTo(ttl);
    }

    @Test
    void takesTheAddressOfThePublisherOverThatOfACounter() throws Exception {
        Item item = only("""
                <item><title>x</title><link>http://feeds.example/~r/1</link>
                <feedburner:origLink>https://news.example/1</feedburner:origLink></item>""");

        assertThat(item.article().url()).isEqualTo("https://news.example/1");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\u0000',
            value = {
                "<guid>https://news.example/1</guid>,https://news.example/1",
                "<guid isPermaLink='false'>https://news.example/1</guid>,",
                "<guid>1</guid>,",
                "<link>?id=1&copy=2</link>,https://news.example/feeds/all.xml?id=1&copy=2",
                "<link>//other.example/a b</link>,https://other.example/a%20b",
                "<link>javascript:alert(1)</link>,",
                "<link xml:base='https://base.example/x/'>y</link>,https://base.example/x/y",
                "<link>  https://news.exam&#10;ple/1  </link>,https://news.example/1",
            })
    void findsTheAddress(String element, String url) throws Exception {
        Item item = only("<item><title>x</title>" + element + "</item>");

        assertThat(item.article().url()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "desk@news.example (Ada Byron),Ada Byron",
        "Ada Byron (desk@news.example),Ada Byron",
        "Ada Byron,Ada Byron",
        "desk@news.example,desk@news.example",
    })
    void readsWhoWroteIt(String author, String name) throws Exception {
        Item item = only("<item><title>x</title><author>" + author + "</author></item>");

        assertThat(item.article().author()).isEqualTo(name);
    }

    @Test
    void takesTheFirstDateThatCanBeRead() throws Exception {
        Item item = only("<item><title>x</title><pubDate>soon</pubDate><dc:date>2026-10-30</dc:date></item>");

        assertThat(item.article().date()).isEqualTo("2026-10-30");
    }

    @Test
    void itemsThatShareAGuidAreToldApartByTheirAddresses() throws Exception {
        ItemList list = read("""
                <rss version="2.0"><channel><item><guid>0</guid><link>/1</link></item>
                <item><guid>0</guid><link>/2</link></item></channel></rss>""");

        assertThat(list.items()).extracting(Item::key).doesNotHaveDuplicates();
    }

    @Test
    void anAggregatorNamesTheOutlet() throws Exception {
        Item item = only("<item><title>x</title><source url='https://o.example/'>Other News</source></item>");

        assertThat(item.article().source()).isEqualTo("Other News");
    }

    @Test
    void aLongTextIsWhole() throws Exception {
        assertThat(only(content(LONG)).fullText()).isTrue();
        assertThat(only("<item><description>" + LONG.repeat(3) + "</description></item>")
                        .fullText())
                .isTrue();
    }

    @Test
    void aShortTextOrOneThatEndsAsTeasersDoIsNot() throws Exception {
        assertThat(only(content("Short.")).fullText()).isFalse();
        assertThat(only(content(LONG + "[…]")).fullText()).isFalse();
        assertThat(only(content("<p>" + LONG + "</p><a>Read more →</a>")).fullText())
                .isFalse();
        assertThat(only("<item><description>" + LONG + "</description></item>").fullText())
                .isFalse();
    }

    @Test
    void dropsWhatSoftwareAppends() throws Exception {
        Item item = only(content("<p>" + LONG + "</p><p>The post <a>Rain</a> appeared first on <a>News</a>.</p>"));

        assertThat(item.article().text()).isEqualTo(LONG.strip());
        assertThat(item.fullText()).isTrue();
    }

    @Test
    void fetchesAndExpandsNothing() throws Exception {
        ItemList list = read("""
                <!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]>
                <rss version="2.0"><channel><item><title>&a;&c; &nbsp;&eacute;</title></item></channel></rss>""");

        assertThat(list.items().get(0).article().title()).isEqualTo("&a;&c; é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><item><title>A</title><link>/1</item><item><title>C</title></item>",
                "<rss><channel><item><title>A<link>/1</link></item><item><title>C</title></item></channel></rss>",
                "<rss><channel><item><title>A</title></channel></rss><item><title>C</title></item>",
                "<rss><channel><item><title>A</title><x:y>z</y></item><item><title>C</item>",
                "<rss><channel><item><title>A</b></title></item><item a=1 a=2><title>C</title></item></channel>",
                "<br />Warning: mysql in line 7<rss><channel><item><title>A</title></item><item><title>C</title></item>"
            })
    void recoversTheItemsOfBrokenXmlAndSaysSo(String xml) throws Exception {
        ItemList list = read(xml);

        assertThat(list.items()).extracting(item -> item.article().title()).containsExactly("A", "C");
        assertThat(list.leftOut()).hasSize(1);
        assertThat(list.leftOut().get(0).reason()).contains("not well-formed", "line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeff<?xml version='1.0'?><rss><channel><item><title>A &amp; B</title></item></channel></rss>",
                " \n junk <?xml version='1.0'?><rss><channel><item><title>A & B</title></item></channel></rss>",
                "<rss><channel><item><title>A\u0001&amp;\u000bB</title></item></channel></rss>",
                "<rss><channel><item><title x='&eacute;'>A&nbsp;&amp;&nbsp;B</title></item></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY nbsp '&#160;'>]><rss><channel><item><title>A&nbsp;&amp; B</title></item></channel></rss>",
                "<RSS><Channel><Item><Title>A &amp; B</Title></Item></Channel></RSS>",
                "<rss:rss><rss:channel><rss:item><rss:title>A &amp; B</rss:title></rss:item></rss:channel></rss:rss>",
                "<rss xmlns='urn:who-knows'><channel><item><title>A &amp;amp; B</title></item></channel></rss>",
            })
    void whatChangesNothingIsNoFlaw(String xml) throws Exception {
        ItemList list = read(xml);

        assertThat(list.items()).extracting(item -> item.article().title()).containsExactly("A & B");
        assertThat(list.leftOut()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251,windows-1251,Дождь",
        "koi8-r,koi8-r,Дождь",
        "shift_jis,windows-31j,①雨",
        "gb2312,GB18030,雨鎔",
        "euc-kr,x-windows-949,비",
        "iso-2022-jp,ISO-2022-JP,雨",
        "iso-8859-1,windows-1252,“€”",
        "utf-16,UTF-16,Дождь",
        "utf-16le,UTF-16LE,Дождь",
        "utf-8,windows-1252,Pluie é à è",
        "windows-1251,UTF-8,Дождь",
        "no-such,UTF-8,Дождь",
    })
    void readsTheEncodingsOfTheOldWeb(String declared, String used, String title) throws Exception {
        String xml = "<?xml version='1.0' encoding='" + declared + "'?><rss><channel><item><title>" + title
                + "</title></item></channel></rss>";

        ItemList list = new FeedReader().read(xml.getBytes(Charset.forName(used)), "text/xml", ADDRESS);

        assertThat(list.items().get(0).article().title()).isEqualTo(title);
    }

    @Test
    void theServerKnowsTheEncodingBetterThanTheFeed() throws Exception {
        byte[] xml = "<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Дождь</title></channel></rss>"
                .getBytes(Charset.forName("koi8-r"));

        ItemList list = new FeedReader().read(xml, "text/xml; charset=KOI8-R", ADDRESS);

        assertThat(list.title()).isEqualTo("Дождь");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                " |it is empty",
                "Not found|neither XML nor JSON",
                "<html><body>Gone</body></html>|it is a page",
                "<html><link rel='alternate' type='application/rss+xml' href='/rss'/></html>|it names this one: /rss",
                "<urlset></urlset>|a sitemap",
                "<opml></opml>|OPML",
                "<x/>|<x>",
                "{\"items\": 3}|no list called items",
                "{\"version\": \"2.0\", \"items\": []}|its version is 2.0",
                "{|no JSON that can be read",
                "[]|no object",
            })
    void saysWhatIsNoFeed(String document, String message) {
        assertThatThrownBy(() -> read(document == null ? "" : document))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining(message);
    }

    private static String content(String html) {
        return "<item><content:encoded><![CDATA[" + html + "]]></content:encoded></item>";
    }

    private static Item only(String item) throws UnreadableListException {
        return read("<rss><channel>" + item + "</channel></rss>").items().get(0);
    }

    private static ItemList read(String feed) throws UnreadableListException {
        return new FeedReader().read(feed.getBytes(UTF_8), null, ADDRESS);
    }
}
