package io.vedette.enrich;

import io.vedette.records.AnnotationMapper;
import io.vedette.records.StoryMapper;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Fingerprint;
import io.vedette.schemas.Origin;
import io.vedette.text.Annotations;
import io.vedette.text.Annotator;
import io.vedette.text.Document;
import io.vedette.text.article.ArticleId;
import io.vedette.text.article.CanonicalUrl;
import io.vedette.text.story.Fingerprinter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    Tagged tag(Article article, Instant acceptedAt) {
        Document document = AnnotationMapper.document(article);
        Annotations annotations = annotator.annotate(document);
        EnrichedArticle enriched = AnnotationMapper.enriched(article, annotations);
        enriched.setAcceptedAt(acceptedAt);
        enriched.setGazetteerVersion(gazetteerVersion);
        enriched.setLexiconVersion(lexiconVersion);
        enriched.setSteps(steps);
        Fingerprint fingerprint =
                StoryMapper.record(Fingerprinter.of(document, annotations, article.getSource(), article.getUrl())
                        .withForwardOf(forwardOf(article)));
        return new Tagged(enriched, fingerprint);
    }

    /** The id that the article has, or would have, that this one repeats; of a name something as good to compare. */
    private static @Nullable String forwardOf(Article article) {
        Origin origin = article.getOrigin();
        String named = origin == null ? null : origin.getForwardOf();
        return named == null ? null : ArticleId.of(CanonicalUrl.of(named).orElse(null), named);
    }
}
