package io.vedette.ingest.html;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HtmlExtractorTest {

    private static final String PARAGRAPH = "The ferry left the harbour before dawn, with two hundred people on board,"
            + " and nobody on the quay had expected that it would be back before the evening of the same day. ";

    private final HtmlExtractor extractor = new HtmlExtractor();

    @Test
    void takesTheArticleWithoutMenuAndFooter() {
        ExtractedPage page = extractor.extract(page("").getBytes(UTF_8), null, "https://news.example/ferry");

        assertThat(page.text())
                .contains("The ferry left")
                .doesNotContain("Subscribe")
                .doesNotContain("Imprint");
        assertThat(page.text().lines()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.title()).isEqualTo("A ferry leaves");
    }

    @Test
    void readsWhatThePageSaysAboutItself() {
        ExtractedPage page = extractor.extract(page("""
                        <link rel="canonical" href="/ferry">
                        <meta property="og:site_name" content="Harbour News">
                        <meta property="article:published_time" content="2026-10-30T06:00:00+01:00">
                        <meta name="author" content="By Ada Writer">""").getBytes(UTF_8), null, "https://news.example/ferry?x=1");

        assertThat(page.canonicalUrl()).isEqualTo("https://news.example/ferry");
        assertThat(page.siteName()).isEqualTo("Harbour News");
        assertThat(page.published()).isEqualTo(Instant.parse("2026-10-30T05:00:00Z"));
        assertThat(page.authors()).containsExactly("Ada Writer");
        assertThat(page.language()).isEqualTo("en");
    }

    @Test
    void believesJsonLdFirst() {
        ExtractedPage page = extractor.extract(page("""
                        <meta property="og:title" content="Other">
                        <script type="application/ld+json">{broken</script>
                        <script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],
                          "headline": "Ferry", "datePublished": "2026-10-30", "author": [{"name": "A"}, "B"]}]}</script>""").getBytes(UTF_8), null, "");

        assertThat(page.title()).isEqualTo("Ferry");
        assertThat(page.authors()).containsExactly("A", "B");
        assertThat(page.published()).isEqualTo(Instant.parse("2026-10-30T00:00:00Z"));
    }

    @Test
    void takesTheDateFromWhatTheReaderSeesWhereNothingIsDeclared() {
        String line = page("").replace(
                        "<body>",
                        "<body><p class=\"post-date\">\u041e\u043f\u0443\u0431\u043b\u0456\u043a\u043e\u0432\u0430\u043d\u043e 3 \u0442\u0440\u0430\u0432\u043d\u044f 2024, 10:30</p>");

        ExtractedPage page = extractor.extract(line.getBytes(UTF_8), null, "https://news.example/2023/01/02/ferry");

        assertThat(page.published()).isEqualTo(Instant.parse("2024-05-03T10:30:00Z"));
        assertThat(page.publishedFrom()).isEqualTo("text");
    }

    @Test
    void takesTheDateFromTheAddressAtLast() {
        ExtractedPage page =
                extractor.extract(page("").getBytes(UTF_8), null, "https://news.example/world/2023/01/02/ferry.html");

        assertThat(page.published()).isEqualTo(Instant.parse("2023-01-02T00:00:00Z"));
        assertThat(page.publishedFrom()).isEqualTo("url");
    }

    @Test
    void takesNoOutletForAHeadline() {
        ExtractedPage page = extractor.extract(page("""
                        <meta property="og:site_name" content="Harbour News">
                        <script type="application/ld+json">{"@type": "NewsArticle", "name": "Harbour News",
                          "headline": "Harbour News"}</script>
                        <meta property="og:title" content="A ferry leaves | Harbour News">""").getBytes(UTF_8), null, "");

        assertThat(page.title()).isEqualTo("A ferry leaves");
    }

    @Test
    void tellsWhatThereWasToChooseFromAndWhatWasLeftOut() {
        String html = page("""
                        <meta property="og:title" content="A ferry leaves today">
                        <meta name="date" content="yesterday">
                        <meta property="article:published_time" content="2026-10-30">""").replace("<body>", "<body><div class=\"cookie-banner\">We value your privacy.</div>");

        Explanation explanation = extractor.explain(html.getBytes(UTF_8), null, "");

        assertThat(explanation.page()).isEqualTo(extractor.extract(html.getBytes(UTF_8), null, ""));
        assertThat(explanation.choices())
                .contains(
                        new Explanation.Choice("title", "A ferry leaves today", "opengraph", true, "best evidence"),
                        new Explanation.Choice("published", "yesterday", "meta", false, "names no day"))
                .anySatisfy(choice -> assertThat(choice.value()).isEqualTo("A ferry leaves"));
        assertThat(explanation.leftOut()).contains(new Explanation.LeftOut("div.cookie-banner", "hidden", 22));
    }

    @Test
    void findsOutTheEncoding() {
        String page = page("").replace("harbour", "Häfen “Süd”");

        assertThat(extractor.extract(page.getBytes(UTF_8), null, "").text()).contains("Häfen “Süd”");
        assertThat(extractor
                        .extract(page.getBytes(Charset.forName("windows-1252")), null, "")
                        .text())
                .contains("Häfen “Süd”");
        assertThat(extractor
                        .extract(page.getBytes(Charset.forName("windows-1252")), "ISO-8859-1", "")
                        .text())
                .contains("Häfen “Süd”");
        assertThat(extractor
                        .extract(("\ufeff" + page).getBytes(UTF_16LE), null, "")
                        .text())
                .contains("Häfen “Süd”");
        assertThat(extractor
                        .extract(page.getBytes(UTF_8), "no-such-charset", "")
                        .text())
                .contains("Häfen “Süd”");
    }

    @Test
    void takesUtf8ForWhatItIsWhateverThePageDeclares() {
        String page = page("<meta charset=gb2312>").replace("harbour", "港口");

        assertThat(extractor.extract(page.getBytes(UTF_8), null, "").text()).contains("港口");
        assertThat(extractor
                        .extract(page.getBytes(Charset.forName("GB2312")), null, "")
                        .text())
                .contains("港口");
    }

    @Test
    void leavesOutWhatTheReaderDoesNotSee() {
        String page = page("").replace("<h1>", """
                        <p hidden>%1$s hidden-one</p><div style="margin:0; Display : none">%1$s hidden-two</div>
                        <div aria-hidden="true">%1$s hidden-three</div><h1>""".formatted(PARAGRAPH));

        assertThat(extractor.extract(page.getBytes(UTF_8), null, "").text())
                .contains("The ferry left")
                .doesNotContain("hidden-");
    }

    @Test
    void takesNoNoticeAboutCookiesForTheArticle() {
        String notice = "<div id='onetrust-consent-sdk'>"
                + "<p>We use cookies, and so do our many partners.</p>".repeat(40) + "</div>";
        String page = page("").replace("<nav>", notice + "<nav>");

        assertThat(extractor.extract(page.getBytes(UTF_8), null, "").text())
                .contains("The ferry left")
                .doesNotContain("partners");
    }

    @Test
    void leavesOutCommentsAndLinksToOtherArticles() {
        String page = page("").replace("</article>", """
                        <div class="related-posts"><p>%1$s elsewhere</p></div>
                        <section id="comments"><p>%1$s says a commenter</p></section></article>""".formatted(PARAGRAPH));

        assertThat(extractor.extract(page.getBytes(UTF_8), null, "").text())
                .contains("The ferry left")
                .doesNotContain("elsewhere", "commenter");
    }

    @Test
    void leavesOutSmallPrintButNoParagraphThatBeginsLikeIt() {
        String page = page("").replace("</h1>", """
                        </h1><p>Advertisement</p><p>Read more: <a href=/x>Another ferry</a></p><p>Lea también: otro barco</p>
                        <p>© 2026 Harbour News. All rights reserved.</p><p>Watch: it is %s</p>""".formatted(PARAGRAPH.repeat(2)));

        assertThat(extractor.extract(page.getBytes(UTF_8), null, "").text())
                .contains("Watch: it is")
                .doesNotContain("Advertisement", "Another ferry", "otro barco", "All rights");
    }

    @Test
    void takesTheTextForSearchEnginesWhereAScriptWouldWriteTheArticle() {
        String page = """
                <html><head><title>A ferry leaves</title><script type="application/ld+json"><![CDATA[
                {"@type": "NewsArticle", "headline": "A ferry leaves", "articleBody": "%s"}
                ]]></script></head><body><div id=app><p>Please enable the scripts of this page.</p></div></body></html>""".formatted(PARAGRAPH.repeat(6));

        assertThat(extractor.extract(page.getBytes(UTF_8), null, "").text()).startsWith("The ferry left");
    }

    @Test
    void takesTheDeclaredArticleWhereAListOfNamesIsDenser() {
        String names = "<div class=content>"
                + "<p>Ada Writer, novelist, Bo Poet, poet, Cy Prose, critic,</p>".repeat(60) + "</div>";
        String page = page("").replace("<nav>", names + "<nav>");

        assertThat(extractor.extract(page.getBytes(UTF_8), null, "").text()).contains("The ferry left");
    }

    @Test
    void survivesDeepNestingAndNonsense() {
        assertThat(extractor.extract(("<div>".repeat(100_000) + PARAGRAPH).getBytes(UTF_8), null, ""))
                .isNotNull();
        assertThat(extractor.extract(new byte[0], null, "").text()).isEmpty();
        assertThat(extractor.extract(new byte[] {0, -1, -2, '<', 'p', 0}, null, "not a uri"))
                .isNotNull();
    }

    private static String page(String head) {
        String article = ("<p>" + PARAGRAPH.repeat(3) + "</p>").repeat(3);
        return "<html lang=en><head><title>A ferry leaves</title>" + head
                + "</head><body><nav><a href=/>Subscribe</a></nav><article><h1>A ferry leaves</h1>" + article
                + "</article><footer>Imprint</footer></body></html>";
    }
}
