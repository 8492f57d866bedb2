package io.vedette.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.Article;
import io.vedette.text.article.ArticleCleaner;
import io.vedette.text.article.CleanedArticle;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleMapperTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void onlyATextIsFilledIn() {
        Article article = clean(Article.newBuilder().setText("Only this.").build());

        assertThat(article.getId()).hasSize(32);
        assertThat(article.getGivenId()).isNull();
        assertThat(article.getPublishedAt()).isEqualTo(NOW);
        assertThat(article.getMarks()).containsExactly("DATE_ASSUMED");
    }

    @Test
    void anIdOfTheProducersOwnIsKeptAsTheGivenId() {
        Article article =
                clean(Article.newBuilder().setText("A text.").setId("wire-7").build());

        assertThat(article.getGivenId()).isEqualTo("wire-7");
        assertThat(article.getId()).isNotEqualTo("wire-7");
    }

    @Test
    void whatHasBeenCleanedStaysTheSame() {
        Article once = clean(Article.newBuilder()
                .setText("A\u0000 text.")
                .setTitle(" A  title ")
                .setUrl("HTTPS://Example.org/a?utm_source=x")
                .setPublishedAt(NOW.minusSeconds(60))
                .setMarks(List.of("OF_A_NEWER_VERSION"))
                .build());

        assertThat(clean(once)).isEqualTo(once);
        assertThat(once.getMarks()).containsExactly("CLEANED");
    }

    private static Article clean(Article article) {
        return ArticleMapper.record((CleanedArticle)
                new ArticleCleaner(ArticleCleaner.DEFAULT_TEXT_BYTES).clean(ArticleMapper.raw(article), NOW));
    }
}
