package io.vedette.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.Article;
import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Mention;
import io.vedette.schemas.TrustedRecords;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizeLimitTest {

    static {
        TrustedRecords.trust();
    }

    private static final EnrichedArticle ARTICLE = EnrichedArticle.newBuilder()
            .setArticle(Article.newBuilder().setText("A text.".repeat(100)).build())
            .setMentions(Collections.nCopies(
                    100, Mention.newBuilder().setText("Kyiv").setKind("PLACE").build()))
            .setClaims(Collections.nCopies(
                    50, Claim.newBuilder().setType("ARMED_CLASH").build()))
            .build();

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(new SizeLimit(RecordSize.of(ARTICLE)).fit(ARTICLE)).isSameAs(ARTICLE);
    }

    @Test
    void claimsGoFirstAndTheLeadingOnesStay() {
        EnrichedArticle fitted = fit(RecordSize.of(ARTICLE) - 100);

        assertThat(fitted.getClaims()).isNotEmpty().hasSizeLessThan(50);
        assertThat(fitted.getMentions()).hasSize(100);
        assertThat(fitted.getTruncated()).containsExactly("claims");
    }

    @Test
    void withoutAllMentionsThereAreNoClaims() {
        EnrichedArticle fitted = fit(RecordSize.of(ARTICLE) / 2);

        assertThat(fitted.getClaims()).isEmpty();
        assertThat(fitted.getMentions()).isNotEmpty().hasSizeLessThan(100);
        assertThat(fitted.getTruncated()).containsExactly("claims", "mentions");
    }

    @Test
    void theTextStaysEvenIfNothingElseFits() {
        EnrichedArticle fitted = fit(1);

        assertThat(fitted.getMentions()).isEmpty();
        assertThat(fitted.getArticle()).isEqualTo(ARTICLE.getArticle());
    }

    @Test
    void theBoundIsNeverBelowTheSize() {
        Article long3 = Article.newBuilder().setText("€".repeat(10_000)).build();
        for (EnrichedArticle article : List.of(
                ARTICLE,
                EnrichedArticle.newBuilder().build(),
                EnrichedArticle.newBuilder().setArticle(long3).build())) {
            assertThat(RecordSize.atMost(article)).isGreaterThanOrEqualTo(RecordSize.of(article));
        }
    }

    private static EnrichedArticle fit(int bytes) {
        EnrichedArticle fitted = new SizeLimit(bytes).fit(ARTICLE);
        assertThat(bytes == 1 || RecordSize.of(fitted) <= bytes).isTrue();
        return fitted;
    }
}
