package io.vedette.enrich;

import io.vedette.records.AnnotationMapper;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.text.Annotator;
import java.time.Instant;
import java.util.List;

/**
 * Finds language, mentions and claims, and says which data it used.  Thread-safe as far as its annotator is, which
 * promises to be.
 *
 * @param annotator what finds them
 * @param gazetteerVersion the version of the gazetteer that it uses
 * @param lexiconVersion the version of the claim lexicon that it uses
 * @param steps the further taggers in it, name and version of each
 */
public record Tagger(Annotator annotator, String gazetteerVersion, String lexiconVersion, List<String> steps) {

    public Tagger {
        steps = List.copyOf(steps);
    }

    /** Without further taggers. */
    public Tagger(Annotator annotator, String gazetteerVersion, String lexiconVersion) {
        this(annotator, gazetteerVersion, lexiconVersion, List.of());
    }

    EnrichedArticle tag(Article article, Instant acceptedAt) {
        EnrichedArticle enriched =
                AnnotationMapper.enriched(article, annotator.annotate(AnnotationMapper.document(article)));
        enriched.setAcceptedAt(acceptedAt);
        enriched.setGazetteerVersion(gazetteerVersion);
        enriched.setLexiconVersion(lexiconVersion);
        enriched.setSteps(steps);
        return enriched;
    }
}
