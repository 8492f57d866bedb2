package io.vedette.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.records.AnnotationMapper;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.TrustedRecords;
import io.vedette.seeds.Seeds;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SeedTaggerTest {

    private static final Instant ACCEPTED = Instant.parse("2022-09-13T08:00:00Z");

    private static EnrichedArticle seed;

    @BeforeAll
    static void tagTheSeedArticle() throws Exception {
        TrustedRecords.trust();
        try (InputStream file = Seeds.open("articles/demo.jsonl")) {
            JsonNode first = new ObjectMapper().readTree(file);
            Article article = Article.newBuilder()
                    .setTitle(first.get("title").asText())
                    .setText(first.get("text").asText())
                    .build();
            seed = SeedTagger.load()
                    .tag(new Intake(256 * 1024).accept(article, ACCEPTED), ACCEPTED)
                    .article();
        }
    }

    @Test
    void findsTheUnitThePlacesAndWhoSaysWhat() {
        assertThat(seed.getLanguage()).isEqualTo("en");
        assertThat(seed.getMentions()).extracting(m -> m.getName()).contains("1st Guards Tank Army", "Melitopol");
        assertThat(seed.getClaims())
                .extracting(claim -> claim.getType())
                .contains("CAPABILITY_LOSS", "TERRITORY_CONTROL", "WITHDRAWAL");
        assertThat(seed.getGazetteerVersion()).isNotBlank();
        assertThat(seed.getLexiconVersion()).isNotBlank();
    }

    @Test
    void whatItFindsSurvivesTheTopic() throws Exception {
        EnrichedArticle read = EnrichedArticle.fromByteBuffer(seed.toByteBuffer());

        assertThat(AnnotationMapper.annotations(read)).isEqualTo(AnnotationMapper.annotations(seed));
        assertThat(RecordSize.of(seed))
                .isLessThanOrEqualTo(RecordSize.atMost(seed))
                .isLessThan(100_000);
    }
}
