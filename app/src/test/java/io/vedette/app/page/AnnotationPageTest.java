package io.vedette.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import io.vedette.text.Span;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class AnnotationPageTest {

    private static final String BODY = "Kharkiv police said <b>two</b> men & a \"boy\" were shot.";
    private static final List<Mention> MENTIONS = List.of(
            mention(0, 14, MentionType.AGENCY, "agency:kharkiv-police"),
            mention(0, 7, MentionType.SETTLEMENT, "geo:706483"));

    @Test
    void theTextStaysAsItIsWhateverIsInIt() {
        Element article = article(new Annotations("en", MENTIONS, List.of(claim())));

        assertThat(article.select(".text").text()).isEqualTo(BODY);
        assertThat(article.select(".text b")).isEmpty();
    }

    @Test
    void overlappingMarksAreAllShown() {
        Element article = article(new Annotations("en", MENTIONS, List.of(claim())));

        Element place = article.selectFirst(".text .places");
        assertThat(place.text()).isEqualTo("Kharkiv");
        assertThat(place.classNames()).containsExactlyInAnyOrder("places", "state", "sources");
        assertThat(place.attr("title")).contains("geo:706483", "agency:kharkiv-police");
        assertThat(article.select(".text .state").eachText()).containsExactly("Kharkiv", "police");
        assertThat(article.select(".text .cues").text()).isEqualTo("said");
    }

    @Test
    void aClaimIsARowOfTheTable() {
        Element article = article(new Annotations("en", MENTIONS, List.of(claim())));

        assertThat(article.select("tbody tr")).hasSize(1);
        assertThat(article.select("tbody td").eachText())
                .startsWith("violence against civilians: attack", "asserted, background")
                .contains("Kharkiv police", "shoot; an adverb");
    }

    @Test
    void thePageNeedsNothingFromAnywhereAndRunsNoScript() {
        var page = Jsoup.parse(AnnotationPage.head() + AnnotationPage.foot());

        assertThat(page.select("script, link, img, iframe")).isEmpty();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
        assertThat(page.select("nav label").eachAttr("for"))
                .isEqualTo(page.select("input").eachAttr("id"));
    }

    private static Element article(Annotations found) {
        String page = AnnotationPage.head()
                + AnnotationPage.section("wire-7", new Document(null, BODY, "en", null), found)
                + AnnotationPage.foot();
        return Jsoup.parse(page).selectFirst("article");
    }

    private static Mention mention(int start, int end, MentionType type, String id) {
        String words = BODY.substring(start, end);
        return new Mention(Field.BODY, start, end, words, type, id, words, 0.9, words, "test", null, "UA");
    }

    private static Claim claim() {
        return new Claim(
                Field.BODY,
                0,
                BODY.length(),
                ClaimType.VIOLENCE_AGAINST_CIVILIANS,
                "attack",
                null,
                null,
                null,
                Modality.ASSERTED,
                true,
                null,
                0.8,
                new Span(49, 53),
                new Span(0, 14),
                0,
                null,
                new Span(15, 19),
                new Span(20, 53),
                List.of(0),
                List.of(1),
                "shoot",
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                "an adverb");
    }
}
