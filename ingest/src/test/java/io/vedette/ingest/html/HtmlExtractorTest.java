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
