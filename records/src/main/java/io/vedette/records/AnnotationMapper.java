package io.vedette.records;

import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.text.Annotations;
import io.vedette.text.Document;
import io.vedette.text.watch.Provenance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was found in a document into records, and back.  Going there and back gives the same again, as long as a
 * record was written by the same or an older version; see {@link Known} for the others.
 */
public final class AnnotationMapper {

    private static final String UNDETERMINED = "und";

    private AnnotationMapper() {}

    /** The article as the text library takes it, with the language that its source gives. */
    public static Document document(Article article) {
        return new Document(article.getTitle(), article.getText(), article.getLanguage(), article.getPublishedAt());
    }

    /** The article as the text library takes it, with the language that it was tagged in. */
    public static Document document(EnrichedArticle enriched) {
        Article article = enriched.getArticle();
        return new Document(article.getTitle(), article.getText(), language(enriched), article.getPublishedAt());
    }

    /**
     * The findings as a record.  Which gazetteer, lexicon and further taggers were used, and when the article was accepted, is for the
     * caller to add.
     */
    public static EnrichedArticle enriched(Article article, Annotations annotations) {
        EnrichedArticle enriched = new EnrichedArticle();
        enriched.setArticle(article);
        enriched.setLanguage(annotations.language());
        enriched.setMentions(
                annotations.mentions().stream().map(MentionMapper::toRecord).toList());
        enriched.setClaims(
                annotations.claims().stream().map(ClaimMapper::toRecord).toList());
        enriched.setGazetteerVersion("");
        enriched.setLexiconVersion("");
        enriched.setTruncated(List.of());
        enriched.setSteps(List.of());
        enriched.setChanged(List.of());
        return enriched;
    }

    /** The findings of a record. */
    public static Annotations annotations(EnrichedArticle enriched) {
        return new Annotations(
                enriched.getLanguage(),
                enriched.getMentions().stream().map(MentionMapper::fromRecord).toList(),
                enriched.getClaims().stream().map(ClaimMapper::fromRecord).toList());
    }

    /**
     * Where an article comes from, for watches that ask.
     *
     * @param recorded the time of its record: when it was accepted, unless enrichment said so
     */
    public static Provenance provenance(EnrichedArticle enriched, Instant recorded) {
        Article article = enriched.getArticle();
        Instant accepted = enriched.getAcceptedAt();
        return new Provenance(
                article.getSource(),
                article.getUrl(),
                article.getPublishedAt(),
                accepted == null ? recorded : accepted);
    }

    private static @Nullable String language(EnrichedArticle enriched) {
        String language = enriched.getLanguage();
        return language.equals(UNDETERMINED) ? null : language;
    }
}
