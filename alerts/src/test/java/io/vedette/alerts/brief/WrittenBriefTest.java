package io.vedette.alerts.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A brief in its written forms, read as browsers and readers of Markdown read it. */
class WrittenBriefTest {

    private static final String BASE = "https://desk.example.org";
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><b onmouseover=alert(1)>",
            "&lt;b&gt; &amp;amp;",
            "[click](javascript:alert(1))",
            "![x](https://evil.example/pixel.gif)",
            "**bold** _em_ `code` ~~gone~~ | a | b |",
            "# heading",
            "- item",
            "1. item",
            "> quote",
            "```",
            "---",
            "<!-- comment -->",
            "</style></head>",
            "https://evil.example/",
            "www.evil.example",
            "<https://evil.example>",
            "\\",
            "\\*",
            "$x$",
            "]]>",
            "a\u202Eb\u2066c\u2069",
            "line\nbreak\r\n\r\n# heading",
            "tab\there",
            "null\u0000bell\u0007esc\u001B[31m",
            "\u2028\u2029",
            "\uD800",
            "\uFEFF",
            "مرحبا",
            "日本");

    @Test
    void theMarkdownHasEverySectionWithItsLinks() {
        String markdown = BriefMarkdown.of(morning("Reuters", "Kherson quiet"), BASE);

        assertThat(markdown)
                .startsWith(
                        "# Brief: 23 November 2026, 06:00 to 18:00 UTC\n\n2 alerts of 3 articles. All times are UTC.")
                .contains("\n## Confirmed\n\n### Kherson, UA\n\n- **06:09** ")
                .contains("*asserted* by Oleksandr Prokudin: Russian forces shelled Kherson before dawn")
                .contains("[Reuters](<https://a1.example.org/story?a=1&amp;b=2>)")
                .contains("[alert](<https://desk.example.org/alerts/x1>)")
                .contains("\n## Other alerts\n- **07:10** The south: Kherson quiet")
                .doesNotContain("null");
    }

    @Test
    void thePageIsWholeAndLetsNothingBeFetchedOrRun() {
        Document page = Jsoup.parse(BriefHtml.of(morning("Reuters", "Kherson quiet"), BASE));

        assertThat(page.title()).isEqualTo("Brief: 23 November 2026, 06:00 to 18:00 UTC");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo(BriefHtml.POLICY)
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.select("h2").eachText()).containsExactly("Confirmed", "Unconfirmed", "Other alerts");
        assertThat(page.select("time").first().attr("datetime")).isEqualTo("2026-11-23T06:09:00Z");
        assertThat(page.select("[src], script, link, img, iframe, [style]")).isEmpty();
    }

    @Test
    void hostileTextStaysText() {
        for (String text : HOSTILE) {
            assertIsOnlyText(text);
        }
    }

    @Property(tries = 300)
    void anyTextStaysText(@ForAll("texts") String text) {
        assertIsOnlyText(text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(HOSTILE);
        Arbitrary<String> characters = Arbitraries.strings()
                .withChars("<>&\"'`*_[]()#+-.!|~^$\\/:{}= \n\t\u202E\u0000ab1")
                .ofMaxLength(12);
        return Arbitraries.oneOf(pieces, characters)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(list -> String.join("", list));
    }

    /** Names and headlines that are text have the elements and links of any others, and no character that is not to be seen. */
    private static void assertIsOnlyText(String text) {
        Brief hostile = morning("O " + text, "H " + text);
        Brief plain = morning("Outlet", "Headline");
        String markdown = BriefMarkdown.of(hostile, BASE);
        String html = BriefHtml.of(hostile, BASE);

        assertThat(shape(Jsoup.parse(rendered(markdown))))
                .as(markdown)
                .isEqualTo(shape(Jsoup.parse(rendered(BriefMarkdown.of(plain, BASE)))));
        assertThat(shape(Jsoup.parse(html))).as(html).isEqualTo(shape(Jsoup.parse(BriefHtml.of(plain, BASE))));
        for (String written : Set.of(markdown, html)) {
            assertThat(written.chars()
                            .filter(c -> c != '\n' && Character.isISOControl(c)
                                    || c >= 0x202A && c <= 0x202E
                                    || c >= 0x2066 && c <= 0x2069
                                    || c == 0x2028
                                    || c == 0x2029)
                            .boxed()
                            .collect(Collectors.toList()))
                    .isEmpty();
        }
        // nothing of it is lost either
        String visible = ("H " + text)
                .replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}\\s]+", " ")
                .replaceAll(" +", " ");
        assertThat(Jsoup.parse(rendered(markdown)).text()).as(markdown).contains(visible.strip());
        assertThat(Jsoup.parse(html).text()).contains(visible.strip());
    }

    private static String rendered(String markdown) {
        return HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
    }

    /** All elements in their order, and where they lead. */
    private static String shape(Document page) {
        return page.body().select("*").stream()
                .map(element -> element.tagName() + " " + element.attr("href") + " " + attributes(element))
                .collect(Collectors.joining("\n"));
    }

    private static String attributes(Element element) {
        return element.attributes().asList().stream().map(one -> one.getKey()).collect(Collectors.joining(","));
    }

    /** Something confirmed, something unconfirmed, and an alert without a claim. */
    private static Brief morning(String outlet, String headline) {
        return new Wire()
                .article(
                        "a1",
                        outlet,
                        "06:10",
                        "Kherson shelled",
                        "Russian forces shelled Kherson before dawn, regional governor Oleksandr Prokudin said on Monday."
                                + " Russian forces may withdraw from Antonivka, he said.")
                .article(
                        "a2",
                        "AFP",
                        "06:40",
                        "Explosions in Kherson",
                        "Artillery fire hit several streets. Russian forces shelled Kherson again at nine.")
                .article("a3", outlet, "07:10", headline, "The number 9 leaves at noon.")
                .alert("x1", "s1", "a1", "a2")
                .alert("x2", "s2", "a3")
                .brief();
    }
}
