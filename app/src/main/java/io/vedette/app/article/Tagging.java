package io.vedette.app.article;

import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.RefusedArticleException;
import io.vedette.runtime.config.Configuration;
import io.vedette.text.Annotations;
import io.vedette.text.Annotator;
import io.vedette.text.Document;
import io.vedette.text.article.ArticleDate;
import io.vedette.text.watch.query.Entities;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Tags articles as the enrich service does, but as they were given: offsets count in the text of the input. */
public final class Tagging {

    private final TagData data;
    private final ArticleFactory articles;

    private Tagging(TagData data, ArticleFactory articles) {
        this.data = data;
        this.articles = articles;
    }

    /** As that configuration has it. */
    public static Tagging of(Configuration configuration) {
        int limit = configuration.ingest().textLimitBytes();
        return new Tagging(TagData.load(configuration.tagging()), new ArticleFactory(limit, Clock.systemUTC()));
    }

    /** What resolves the names in watches. */
    public Entities entities() {
        return data.gazetteer();
    }

    /** What finds them. */
    public Annotator annotator() {
        return data.annotator();
    }

    /**
     * An article and what was found in it.
     *
     * @param id as given; null if none was
     * @param articleId Vedette's own; empty for an article that Vedette would refuse
     * @param document what was tagged
     * @param annotations what was found
     */
    public record Tagged(@Nullable String id, String articleId, Document document, Annotations annotations) {}

    /** Tags one article.  Can be called from many threads. */
    public Tagged tag(ArticleInput article) {
        String text = article.text();
        String date = article.date();
        Document document = new Document(
                article.title(),
                text == null ? "" : text,
                article.language(),
                date == null ? null : ArticleDate.read(date).orElse(null));
        return new Tagged(
                article.id(), articleId(article), document, data.annotator().annotate(document));
    }

    private String articleId(ArticleInput article) {
        try {
            return articles.of(article).getId();
        } catch (RefusedArticleException e) {
            return "";
        }
    }
}
