package io.vedette.alerts.disclosure;

import static io.vedette.alerts.disclosure.RestrictedArticles.BEFORE;
import static io.vedette.alerts.disclosure.RestrictedArticles.BEHIND;
import static io.vedette.alerts.disclosure.RestrictedArticles.MATCHED;
import static io.vedette.alerts.disclosure.RestrictedArticles.SNIPPET;
import static io.vedette.alerts.disclosure.RestrictedArticles.TITLE;
import static io.vedette.alerts.disclosure.RestrictedArticles.URL;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.delivery.channel.AlertText;
import io.vedette.alerts.topology.AlertJson;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.MatchedClause;
import io.vedette.schemas.Origin;
import io.vedette.text.Span;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private final Disclosure disclosure = new Disclosure(SNIPPET);

    @Test
    void anAlertOfAFreeTextQuotesTheSentence() {
        assertThat(AlertJson.write(RestrictedArticles.alert(TextDelivery.FULL))).contains(BEFORE, BEHIND, TITLE, URL);
    }

    @Test
    void anAlertOfATextOfWhichASnippetMayBeShownQuotesNoMoreThanThatAroundTheWords() {
        Alert alert = RestrictedArticles.alert(TextDelivery.SNIPPET);

        assertThat(alert.getClauses())
                .filteredOn(clause -> clause.getField().equals("BODY"))
                .isNotEmpty()
                .allSatisfy(clause -> assertThat(clause.getSnippet()).hasSizeLessThanOrEqualTo(SNIPPET))
                .allSatisfy(clause -> assertThat(clause.getWords()).hasSizeLessThanOrEqualTo(SNIPPET))
                .anySatisfy(clause -> assertThat(clause.getSnippet()).contains("came to " + MATCHED + " on"));
        assertThat(AlertJson.write(alert)).contains(TITLE, URL).doesNotContain(BEHIND);
    }

    @Test
    void anAlertOfATextThatMayNotBeShownHasTitleAndLinkOnly() {
        Alert alert = RestrictedArticles.alert(TextDelivery.NONE);

        assertThat(alert.getClauses())
                .filteredOn(clause -> clause.getField().equals("BODY"))
                .isNotEmpty()
                .allSatisfy(clause -> assertThat(clause.getSnippet()).isEmpty())
                .allSatisfy(clause -> assertThat(clause.getWords()).isEmpty());
        assertThat(alert.getClauses())
                .filteredOn(clause -> clause.getField().equals("TITLE"))
                .extracting(MatchedClause::getSnippet)
                .containsExactly(TITLE);
        assertThat(AlertJson.write(alert)).contains(TITLE, URL).doesNotContain(BEFORE, BEHIND, "came to");
        assertThat(AlertText.reasons(alert)).containsExactly(TITLE);
    }

    @Test
    void anAlertSaysWhereItsArticleCameFrom() {
        Alert alert = RestrictedArticles.alert(TextDelivery.NONE);

        assertThat(alert.getSourceId()).isEqualTo("harbour");
        assertThat(alert.getTextDelivery()).isEqualTo("NONE");
        assertThat(AlertJson.write(alert))
                .contains(
                        "\"evidence\":{\"file\":\"harbour-1.warc.gz\",\"offset\":1234,\"length\":0,\"sha256\":\"abcdef\"");
        assertThat(AlertText.evidence(alert))
                .isEqualTo("Evidence: /api/evidence/harbour-1.warc.gz/1234, SHA-256 abcdef");
    }

    @Test
    void anArticleIsShownAsFarAsItMayBe() {
        EnrichedArticle snippet = disclosure.of(RestrictedArticles.article(TextDelivery.SNIPPET));
        EnrichedArticle none = disclosure.of(RestrictedArticles.article(TextDelivery.NONE));

        assertThat(snippet.getArticle().getText()).hasSize(SNIPPET).startsWith(BEFORE);
        assertThat(none.getArticle().getText()).isEmpty();
        assertThat(none.getArticle().getTitle()).isEqualTo(TITLE);
        assertThat(none.toString()).doesNotContain(MATCHED, BEFORE, "Monday");
        assertThat(none.getMentions()).hasSize(1);
    }

    @Test
    void whatIsKeptIsNotChangedByShowingIt() {
        EnrichedArticle article = RestrictedArticles.article(TextDelivery.NONE);

        disclosure.of(article);

        assertThat(article).isEqualTo(RestrictedArticles.article(TextDelivery.NONE));
    }

    @Test
    void aTextThatMayBeShownIsNotCopied() {
        EnrichedArticle article = RestrictedArticles.article(TextDelivery.FULL);

        assertThat(disclosure.of(article)).isSameAs(article);
    }

    @Test
    void whatNobodyKnowsAllowsNothing() {
        Article article = RestrictedArticles.article(TextDelivery.FULL).getArticle();
        article.setOrigin(Origin.newBuilder().setTextDelivery("HALF").build());

        assertThat(TextDelivery.of(article)).isEqualTo(TextDelivery.NONE);
        article.setOrigin(null);
        assertThat(TextDelivery.of(article)).isEqualTo(TextDelivery.FULL);
    }

    @Test
    void noCharacterIsCutInTwo() {
        String text = "\uD83D\uDE00".repeat(100);

        assertThat(new Disclosure(7).beginning(text, TextDelivery.SNIPPET, 300)).isEqualTo("\uD83D\uDE00".repeat(3));
        Span snippet = new Disclosure(7).snippet(text, new Span(0, 200), 100, 102, TextDelivery.SNIPPET);
        assertThat(snippet.start() % 2 + snippet.end() % 2).isZero();
        assertThat(snippet.length()).isLessThanOrEqualTo(7);
    }
}
