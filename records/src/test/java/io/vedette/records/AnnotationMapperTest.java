package io.vedette.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.TrustedRecords;
import io.vedette.text.Annotations;
import io.vedette.text.ClaimType;
import io.vedette.text.Document;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnnotationMapperTest {

    @BeforeAll
    static void letAvroLoadTheRecords() {
        TrustedRecords.trust();
    }

    @Test
    void whatWasWrittenIsReadBackTheSame() throws Exception {
        EnrichedArticle written = AnnotationMapper.enriched(Samples.article(), Samples.ANNOTATIONS);
        EnrichedArticle read = EnrichedArticle.fromByteBuffer(written.toByteBuffer());

        assertThat(AnnotationMapper.annotations(read)).isEqualTo(Samples.ANNOTATIONS);
    }

    @Test
    void theDocumentOfAnEnrichedArticleHasTheLanguageItWasTaggedIn() {
        EnrichedArticle enriched = AnnotationMapper.enriched(Samples.article(), Samples.ANNOTATIONS);

        Document document = AnnotationMapper.document(enriched);

        assertThat(document.body()).isEqualTo(Samples.TEXT);
        assertThat(document.title()).isEqualTo("Vovchansk taken");
        assertThat(document.language()).isEqualTo("en");
        assertThat(AnnotationMapper.document(Samples.article()).language()).isNull();
    }

    @Test
    void aLanguageThatCouldNotBeToldIsNoLanguage() {
        Annotations annotations = new Annotations("und", List.of(), List.of());

        Document document = AnnotationMapper.document(AnnotationMapper.enriched(Samples.article(), annotations));

        assertThat(document.language()).isNull();
    }

    @Test
    void typesOfANewerVersionAreReadAsTheMostGeneralOnes() {
        EnrichedArticle newer = AnnotationMapper.enriched(Samples.article(), Samples.ANNOTATIONS);
        newer.getMentions().get(0).setType("STARSHIP");
        newer.getMentions().get(1).setType("ORBIT");
        newer.getClaims().get(0).setType("FIRST_CONTACT");
        newer.getClaims().get(0).setModality("RUMOURED");

        Annotations read = AnnotationMapper.annotations(newer);

        assertThat(read.mentions())
                .extracting(io.vedette.text.Mention::type)
                .containsExactly(MentionType.GROUP, MentionType.REGION);
        assertThat(read.claims().get(0).type()).isEqualTo(ClaimType.STATEMENT);
        assertThat(read.claims().get(0).modality()).isEqualTo(Modality.ASSERTED);
    }
}
