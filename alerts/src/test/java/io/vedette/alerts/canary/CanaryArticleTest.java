package io.vedette.alerts.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.SomeEntities;
import io.vedette.records.AnnotationMapper;
import io.vedette.records.ArticleMapper;
import io.vedette.schemas.Article;
import io.vedette.text.Annotations;
import io.vedette.text.article.ArticleCleaner;
import io.vedette.text.article.CleanedArticle;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.WatchQuery;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryArticleTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void belongsToItsPartitionAsEnrichmentWillSeeIt(int partition) {
        Article canary = CanaryArticle.of(partition, 6, "n1");

        Article cleaned = ArticleMapper.record(
                (CleanedArticle) new ArticleCleaner(10_000).clean(ArticleMapper.raw(canary), Instant.EPOCH));

        assertThat(cleaned.getId()).isEqualTo(canary.getId());
        assertThat(BuiltInPartitioner.partitionForKey(cleaned.getId().getBytes(), 6))
                .isEqualTo(partition);
        assertThat(CanaryArticle.is(cleaned)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n1", "n2"})
    void isWhatTheWatchOfCanariesAsksFor(String nonce) {
        SomeEntities entities = new SomeEntities();
        Article canary = CanaryArticle.of(0, 1, nonce);

        boolean matches = WatchQuery.compile(CanaryArticle.QUERY, entities)
                .matches(MatchableArticle.of(
                        AnnotationMapper.document(canary), new Annotations("en", List.of(), List.of()), entities));

        assertThat(matches).isTrue();
    }
}
