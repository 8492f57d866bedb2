package io.vedette.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.ingest.article.ArticleInput;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeedParserTest {

    private static final URI ADDRESS = URI.create("https://news.example/feed.xml");

    @Test
    void readsRss() throws Exception {
        List<FeedEntry> entries = parse("""
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News &amp;amp; Co</title>
                <item><title>Rain &amp;amp; wind</title><link>/rain</link><guid isPermaLink="false">g1</guid>
                <description>Short.</description><content:encoded>&lt;p&gt;It rained.&lt;/p&gt;&lt;p&gt;A lot.&lt;/p&gt;</content:encoded>
                <pubDate>Fri, 30 Oct 2026 06:00:00 GMT</pubDate></item></channel></rss>""");

        assertThat(entries).hasSize(1);
        ArticleInput article = entries.get(0).article();
        assertThat(article.title()).isEqualTo("Rain & wind");
        assertThat(article.text()).isEqualTo("It rained.\nA lot.");
        assertThat(article.url()).isEqualTo("https://news.example/rain");
        assertThat(article.date()).isEqualTo("2026-10-30T06:00:00Z");
        assertThat(article.source()).isEqualTo("News & Co");
        assertThat(entries.get(0).key()).isEqualTo("g1");
    }

    @Test
    void readsAtomAndTakesTheTitleWhereThereIsNoText() throws Exception {
        List<FeedEntry> entries = parse("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
                <entry><id>urn:1</id><title>Only a headline</title><link href="https://news.example/1"/>
                <updated>2026-10-30T06:00:00Z</updated></entry></feed>""");

        assertThat(entries.get(0).article().text()).isEqualTo("Only a headline");
    }

    @Test
    void refusesExternalEntities() {
        assertThatThrownBy(() -> parse("""
                        <!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                        <rss version="2.0"><channel><title>&x;</title></channel></rss>""")).isInstanceOf(FeedException.class);
    }

    @Test
    void refusesWhatIsNoFeed() {
        assertThatThrownBy(() -> parse("<html></html>")).isInstanceOf(FeedException.class);
        assertThatThrownBy(() -> parse("")).isInstanceOf(FeedException.class);
        assertThatThrownBy(() -> parse("{\"version\": \"https://jsonfeed.org/version/1\"}"))
                .isInstanceOf(FeedException.class);
    }

    private static List<FeedEntry> parse(String feed) throws FeedException {
        return FeedParser.parse(feed.getBytes(UTF_8), null, ADDRESS, null);
    }
}
