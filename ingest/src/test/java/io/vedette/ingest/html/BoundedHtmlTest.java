package io.vedette.ingest.html;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class BoundedHtmlTest {

    @Test
    void keepsTheTextOfWhatIsDeeperThanAnyPage() {
        int depth = 3 * BoundedHtml.MOST_DEPTH;
        Document page = BoundedHtml.parse("<div>above ".repeat(depth) + "<p>below</p>" + "</div>".repeat(depth), "");

        assertThat(page.text()).startsWith("above above").endsWith("above below");
        assertThat(page.select("div")).hasSize(depth);
        assertThat(page.getAllElements().stream().mapToInt(e -> e.parents().size()))
                .allMatch(parents -> parents <= BoundedHtml.MOST_DEPTH);
    }

    @Test
    void leavesOutWhatFollowsMoreTagsThanAnyPageHas() {
        String html = "<p>first</p>" + "<br>".repeat(BoundedHtml.MOST_TAGS) + "<p>last</p>";

        assertThat(BoundedHtml.parse(html, "").text()).isEqualTo("first");
        assertThat(BoundedHtml.parse(html.getBytes(UTF_8), UTF_8, "").text()).isEqualTo("first");
        assertThat(BoundedHtml.parse(html.getBytes(UTF_16LE), UTF_16LE, "").text())
                .isEqualTo("first");
        assertThat(BoundedHtml.parseFragment(html).text()).isEqualTo("first");
    }

    @Test
    void readsFragmentsAsTheBodyOfAPage() {
        Element body = BoundedHtml.parseFragment("Rain &amp; <b>wind</b><title>and hail</title>");

        assertThat(body.nameIs("body")).isTrue();
        assertThat(body.text()).isEqualTo("Rain & wind and hail");
    }
}
