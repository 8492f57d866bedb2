package io.vedette.ingest.readability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class ReadabilityTest {

    private static final String SENTENCE = "Officials in the capital said, after hours of talks, that the supply routes"
            + " along the river, which had been cut last week, would be opened again. ";
    private static final String PROSE = "<p>" + SENTENCE.repeat(3) + "</p>";

    @Test
    void takesWhatHoldsTheParagraphs() {
        assertThat(text("<ul><li><a href=/a>Home</a><li><a href=/b>World</a></ul><div id=x>" + PROSE.repeat(3)
                        + "</div><div><a href=/c>Another story of the day that is linked here</a></div>"))
                .startsWith("Officials")
                .doesNotContain("Home")
                .doesNotContain("Another story");
    }

    @Test
    void leavesOutWhatIsCalledLikeTheSurroundingsOfAnArticle() {
        assertThat(text("<div>" + PROSE.repeat(3)
                        + "<div class=sidebar><p>Weather, today: sun, wind, rain.</p></div></div>"))
                .doesNotContain("Weather");
    }

    @Test
    void keepsIt_whenElseTooLittleIsLeft() {
        assertThat(text("<div class=sidebar>" + PROSE.repeat(3) + "</div><p>Short.</p>"))
                .contains("Officials");
    }

    @Test
    void makesParagraphsOfDivisionsAndOfLinesThatAreSetOff() {
        assertThat(text("<div><div>" + SENTENCE.repeat(3) + "</div><div>First line of it.<br><br>" + SENTENCE.repeat(3)
                        + "</div></div>"))
                .contains("First line of it.")
                .contains("Officials");
    }

    @Test
    void joinsALeadBesideTheArticle() {
        assertThat(text("<div><p>A lead that stands by itself, in a paragraph of its own, before all the rest of it is"
                        + " told.</p><div>" + PROSE.repeat(4) + "</div></div>"))
                .startsWith("A lead that stands by itself");
    }

    @Test
    void leavesOutListsOfLinksInTheArticle_butNotTablesOfData() {
        String links = "<div><a href=/1>A story of the war</a> <a href=/2>A story of the peace</a> more</div>";
        String link = "<div><a href=/t>Riverside</a></div>";
        String table = "<table><thead><tr><th>Town<th>What it has lost</thead><tr><td>" + link
                + "<td>The bridge over the river and the road to the north of it</table>";

        assertThat(text("<div>" + PROSE.repeat(2) + links + table + PROSE.repeat(2) + "</div>"))
                .doesNotContain("story of the war")
                .contains("Riverside");
    }

    @Test
    void leavesOutTheHeadline() {
        String text = Objects.requireNonNull(Readability.articleOf(
                        Jsoup.parse("<div><h2>Routes to be opened</h2>" + PROSE.repeat(4) + "</div>"),
                        "Routes to be opened"))
                .text();

        assertThat(text).doesNotContain("Routes to be opened").contains("Officials");
    }

    @Test
    void findsNothingInAPageWithoutText() {
        assertThat(Readability.articleOf(Jsoup.parse("<div><img src=a.png></div>"), null))
                .isNull();
    }

    @Test
    void takesAShortTextAsItIs() {
        assertThat(text("<p>Only this.</p>")).isEqualTo("Only this.");
    }

    @Test
    void measuresTextAsItIsSeen() {
        Element e = Jsoup.parse("<div> One,\n two <a href=x> three </a><p>four</p> </div>")
                .body()
                .child(0);

        Measure measure = Measure.of(e);

        assertThat(measure.length()).isEqualTo("One, two three four".length());
        assertThat(measure.commas()).isEqualTo(1);
        assertThat(measure.linked()).isEqualTo("three".length());
        assertThat(measure.paragraphs()).isEqualTo(1);
    }

    private static String text(String html) {
        return Objects.requireNonNull(Readability.articleOf(Jsoup.parse(html), null))
                .text();
    }
}
