package io.vedette.ingest.polling;

import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.RefusedArticleException;
import io.vedette.ingest.web.Web;
import io.vedette.ingest.web.WebException;
import io.vedette.ingest.web.WebRequest;
import io.vedette.schemas.Article;
import io.vedette.schemas.Origin;
import io.vedette.schemas.Source;
import io.vedette.text.article.ArticleMark;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether the pages of articles that went in a while ago are still there.  Thread-safe. */
final class Rechecks {

    private static final Logger LOG = LoggerFactory.getLogger(Rechecks.class);
    /** So long it is tried with a page of which nothing can be said. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private final Web web;
    private final ArticleFactory factory;
    private final int most;

    /** @param most pages that are looked at in one poll */
    Rechecks(Web web, ArticleFactory factory, int most) {
        this.web = web;
        this.factory = factory;
        this.most = most;
    }

    /**
     * What came of it.
     *
     * @param left pages to be looked at later
     * @param removed an article for each that is gone: the same address, its headline for its text, marked REMOVED
     */
    record Looked(List<PublishedPage> left, List<Article> removed) {}

    /** Looks at the pages that are due. */
    Looked look(Source source, List<PublishedPage> pages, Instant now) throws InterruptedException {
        List<PublishedPage> left = new ArrayList<>();
        List<Article> removed = new ArrayList<>();
        int looked = 0;
        for (PublishedPage page : pages) {
            if (page.due() > now.getEpochSecond() || looked == most) {
                left.add(page);
                continue;
            }
            looked++;
            switch (look(page)) {
                case GONE -> article(source, page).ifPresent(removed::add);
                case UNKNOWN -> {
                    if (page.due() > now.minus(PATIENCE).getEpochSecond()) {
                        left.add(page);
                    }
                }
                case THERE -> LOG.debug("{} is still there", page.url());
            }
        }
        return new Looked(left, removed);
    }

    private enum Found {
        THERE,
        GONE,
        UNKNOWN
    }

    private Found look(PublishedPage page) throws InterruptedException {
        URI address = Pages.address(page.url());
        if (address == null) {
            return Found.THERE;
        }
        try {
            web.fetch(WebRequest.of(address, WebRequest.PAGES));
            return Found.THERE;
        } catch (WebException e) {
            return switch (e.kind()) {
                case NOT_FOUND, GONE -> Found.GONE;
                case BUSY, THROTTLED, TIMEOUT, CONNECTION, SERVER_ERROR -> Found.UNKNOWN;
                default -> Found.THERE; // at least it does not say that it is gone
            };
        }
    }

    private Optional<Article> article(Source source, PublishedPage page) {
        ArticleInput input = new ArticleInput(
                page.title(), null, page.title(), page.url(), source.getName(), null, null, null, null, null);
        Origin origin = Origin.newBuilder()
                .setSourceId(source.getId())
                .setFetchedFrom(page.url())
                .setTextDelivery(source.getTextDelivery())
                .build();
        try {
            return Optional.of(factory.of(input, Set.of(ArticleMark.REMOVED), origin));
        } catch (RefusedArticleException e) {
            return Optional.empty();
        }
    }
}
