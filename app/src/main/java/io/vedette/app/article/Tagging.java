package io.vedette.app.article;

import io.vedette.alerts.watch.ExampleCheck;
import io.vedette.alerts.watch.QuerySettings;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.RefusedArticleException;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.Article;
import io.vedette.text.Annotations;
import io.vedette.text.ClaimType;
import io.vedette.text.Document;
import io.vedette.text.article.ArticleDate;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.Provenance;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.query.Entities;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tags articles as the enrich service does, but as they were given: offsets count in the text of the input. */
public final class Tagging {

    private final TagData data;
    private final ArticleFactory articles;
    private final QueryCompiler queries;
    private final Clock clock;

    private Tagging(TagData data, ArticleFactory articles, QueryCompiler queries, Clock clock) {
        this.data = data;
        this.clock = clock;
        this.articles = articles;
        this.queries = queries;
    }

    /** As that configuration has it. */
    public static Tagging of(Configuration configuration) {
        int limit = configuration.ingest().textLimitBytes();
        TagData data = TagData.load(configuration.tagging());
        QueryCompiler queries = QuerySettings.compiler(configuration.alerts().query(), data.gazetteer());
        Clock clock = Clock.systemUTC();
        return new Tagging(data, new ArticleFactory(limit, clock), queries, clock);
    }

    /** What resolves the names in watches. */
    public Entities entities() {
        return data.gazetteer();
    }

    /** What compiles watches. */
    public QueryCompiler queries() {
        return queries;
    }

    /** What subtypes of claims there are, and the type that each belongs to. */
    public Map<String, ClaimType> subtypes() {
        return data.lexicon().subtypes();
    }

    /** What holds watches to their examples. */
    public ExampleCheck examples() {
        return new ExampleCheck(data.annotator(), entities(), clock);
    }

    /**
     * An article and what was found in it.
     *
     * @param id as given; null if none was
     * @param articleId Vedette's own; empty for an article that Vedette would refuse
     * @param document what was tagged
     * @param annotations what was found
     * @param provenance where it comes from
     */
    public record Tagged(
            @Nullable String id, String articleId, Document document, Annotations annotations, Provenance provenance) {}

    /** Tags one article that is accepted now.  Can be called from many threads. */
    public Tagged tag(ArticleInput article) {
        return tag(article, clock.instant());
    }

    /** The same for one that was accepted then. */
    public Tagged tag(ArticleInput article, Instant accepted) {
        String text = article.text();
        Instant published =
                Optional.ofNullable(article.date()).flatMap(ArticleDate::read).orElse(null);
        Document document = new Document(article.title(), text == null ? "" : text, article.language(), published);
        Annotations annotations = data.annotator().annotate(document);
        try {
            Article made = articles.of(article);
            Provenance provenance = new Provenance(made.getSource(), made.getUrl(), made.getPublishedAt(), accepted);
            return new Tagged(article.id(), made.getId(), document, annotations, provenance);
        } catch (RefusedArticleException e) {
            Provenance provenance = new Provenance(article.source(), article.url(), published, accepted);
            return new Tagged(article.id(), "", document, annotations, provenance);
        }
    }

    /** As watches see it. */
    public MatchableArticle matchable(Tagged tagged) {
        return MatchableArticle.of(tagged.document(), tagged.annotations(), tagged.provenance(), entities());
    }
}
