package io.vedette.alerts.api;

import static io.vedette.alerts.disclosure.RestrictedArticles.BEFORE;
import static io.vedette.alerts.disclosure.RestrictedArticles.BEHIND;
import static io.vedette.alerts.disclosure.RestrictedArticles.MATCHED;
import static io.vedette.alerts.disclosure.RestrictedArticles.SNIPPET;
import static io.vedette.alerts.disclosure.RestrictedArticles.TITLE;
import static io.vedette.alerts.disclosure.RestrictedArticles.URL;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.disclosure.RestrictedArticles;
import io.vedette.alerts.disclosure.Snippets;
import io.vedette.alerts.disclosure.TextDelivery;
import io.vedette.alerts.view.AlertHit;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.schemas.ArticleHistory;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.watch.ClauseMatch;
import io.vedette.text.watch.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestrictedTextTest {

    private final Disclosure disclosure = new Disclosure(SNIPPET);

    @Test
    void whatMayNotBeShownIsInNoAnswerAndNoExport() {
        ArticleHit hit = hit(TextDelivery.NONE);

        assertThat(everything(hit)).allSatisfy(answer -> assertThat(answer)
                .contains(TITLE, URL)
                .doesNotContain(BEFORE, BEHIND, "\"" + MATCHED + "\"", "Monday"));
    }

    @Test
    void ofATextOfWhichASnippetMayBeShownThereIsNoMore() {
        assertThat(everything(hit(TextDelivery.SNIPPET)))
                .allSatisfy(answer -> assertThat(answer).doesNotContain("found by people", BEHIND));
    }

    @Test
    void aFreeTextIsShownAsItIs() {
        assertThat(new ArticleTable(disclosure, article -> Optional.empty())
                        .whole(hit(TextDelivery.FULL))
                        .toString())
                .contains(RestrictedArticles.TEXT);
        assertThat(new ClaimRow(hit(TextDelivery.FULL), 0, disclosure).sentence())
                .isEqualTo(RestrictedArticles.TEXT);
    }

    @Test
    void anExplanationQuotesNoMoreThanMayBeShown() {
        String text = RestrictedArticles.TEXT;
        ClauseMatch all = new ClauseMatch(
                "/.*/", Field.BODY, 0, text.length(), text, null, null, null, 0, null, null, null, text);
        Explanation tree = new Explanation(
                "NOT", "NOT", false, null, List.of(new Explanation("CLAIM", "CLAIM(a)", true, text, List.of())));

        Document document = Document.of(text);
        Snippets snippets = new Snippets(document);

        ShownExplanation none = new ShownExplanation(document, disclosure, TextDelivery.NONE);
        assertThat(none.of(all, snippets).match().words()).isEmpty();
        assertThat(none.of(all, snippets).match().detail()).isNull();
        assertThat(none.of(all, snippets).snippet()).isNull();
        assertThat(none.of(tree).parts().get(0).nearest()).isNull();
        ShownExplanation snippet = new ShownExplanation(document, disclosure, TextDelivery.SNIPPET);
        assertThat(snippet.of(all, snippets).snippet()).isNull();
        assertThat(snippet.of(all, snippets).match().words()).hasSizeLessThanOrEqualTo(SNIPPET);
        assertThat(snippet.of(tree).parts().get(0).nearest()).hasSizeLessThanOrEqualTo(SNIPPET);
        ShownExplanation full = new ShownExplanation(document, disclosure, TextDelivery.FULL);
        assertThat(full.of(all, snippets)).isEqualTo(new ShownMatch(all, text, 0));
        assertThat(full.of(tree)).isEqualTo(tree);
    }

    private List<String> everything(ArticleHit hit) {
        ArticleTable articles = new ArticleTable(disclosure, article -> Optional.empty());
        ClaimTable claims = new ClaimTable();
        ClaimRow claim = new ClaimRow(hit, 0, disclosure);
        AlertTable alerts = new AlertTable(id -> Optional.of(hit));
        AlertHit alert = new AlertHit(
                RestrictedArticles.alert(TextDelivery.of(hit.enriched().getArticle())), Instant.EPOCH, null);
        return Stream.of(
                        articles.whole(hit),
                        articles.json(hit),
                        articles.cells(hit),
                        claims.json(claim),
                        claims.cells(claim),
                        alerts.json(alert),
                        alerts.cells(alert))
                .map(Object::toString)
                .toList();
    }

    private static ArticleHit hit(TextDelivery delivery) {
        return new ArticleHit(
                RestrictedArticles.article(delivery),
                Instant.EPOCH,
                true,
                ArticleHistory.newBuilder().build());
    }
}
