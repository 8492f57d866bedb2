package io.vedette.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schemas.Article;
import io.vedette.schemas.Origin;
import io.vedette.text.article.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ArticleFactoryTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final ArticleFactory factory = new ArticleFactory(1024, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void makesARecord() throws Exception {
        Article article = factory.of(new ArticleInput(
                "Rain fell.",
                "7",
                "Rain",
                "https://Example.com/a#b",
                "Example",
                "1 Nov 2026",
                "A. Writer",
                "en",
                null,
                null));

        assertThat(article.getId()).hasSize(32);
        assertThat(article.getGivenId()).isEqualTo("7");
        assertThat(article.getUrl()).isEqualTo("https://example.com/a");
        assertThat(article.getPublishedAt()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(article.getFetchedAt()).isEqualTo(NOW);
        assertThat(article.getMarks()).isEmpty();
    }

    @Test
    void marksADateThatCannotBeReadAndOneThatIsMissing() throws Exception {
        assertThat(factory.of(input("yesterday", null)).getPublishedAt()).isNull();
        assertThat(factory.of(input("yesterday", null)).getMarks()).containsExactly("DATE_UNREADABLE");
        assertThat(factory.of(input(null, null)).getMarks()).containsExactly("DATE_ASSUMED");
        assertThat(factory.of(input("2099-01-01", null)).getMarks()).containsExactly("DATE_CLAMPED");
    }

    @Test
    void keepsAnEmbargoAndRefusesOneThatItCannotRead() throws Exception {
        assertThat(factory.of(input(null, "2026-12-01T00:00:00Z")).getEmbargoUntil())
                .isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThatThrownBy(() -> factory.of(input(null, "soon")))
                .isInstanceOfSatisfying(RefusedArticleException.class, e -> assertThat(e.reason())
                        .isEqualTo(Refusal.Reason.EMBARGO_UNREADABLE));
    }

    @Test
    void takesTheTimeOfFetchingForADateThatIsMissing() throws Exception {
        Article article = factory.of(
                new ArticleInput("Rain fell.", null, null, null, null, null, null, null, "2026-10-30T06:00:00Z", null));

        assertThat(article.getPublishedAt()).isEqualTo(Instant.parse("2026-10-30T06:00:00Z"));
        assertThat(article.getMarks()).containsExactly("DATE_ASSUMED");
    }

    @Test
    void saysWhereTheDateComesFrom() throws Exception {
        assertThat(dateFrom("2026-10-30", "json-ld")).isEqualTo("json-ld");
        assertThat(dateFrom("2026-10-30", "")).isEqualTo("given");
        assertThat(dateFrom(null, "feed")).isEqualTo("fetched");
        assertThat(dateFrom("1/2/2024", "feed")).isEmpty();
    }

    private String dateFrom(@Nullable String date, String from) throws Exception {
        Origin origin =
                Origin.newBuilder().setSourceId("harbour").setDateFrom(from).build();
        Article article = factory.of(input(date, null), Set.of(), origin);
        assertThat(article.getOrigin().getSourceId()).isEqualTo("harbour");
        return article.getOrigin().getDateFrom();
    }

    private static ArticleInput input(@Nullable String date, @Nullable String embargo) {
        return new ArticleInput("Rain fell.", null, null, null, null, date, null, null, null, embargo);
    }
}
