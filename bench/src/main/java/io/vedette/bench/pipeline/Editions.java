package io.vedette.bench.pipeline;

import io.vedette.schemas.Article;
import io.vedette.text.article.ArticleId;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Articles without end, no two the same, also not of two of these.  For one thread. */
final class Editions {

    private static final AtomicLong NUMBER = new AtomicLong();

    private final List<Article> articles;
    private Iterator<Article> left;

    Editions(List<Article> articles) {
        this.articles = articles;
        this.left = articles.iterator();
    }

    Article next() {
        if (!left.hasNext()) {
            left = articles.iterator();
        }
        Article article = Article.newBuilder(left.next()).build();
        article.setText(article.getText() + "\nEdition " + NUMBER.incrementAndGet() + ".");
        article.setUrl(null);
        article.setId(ArticleId.of(null, article.getText()));
        return article;
    }
}
