package io.vedette.alerts.api;

import io.vedette.alerts.view.ArticleHit;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.Found;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.ViewFields;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.ViewConfig;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The articles that somebody may know of.  All of them are common to all tenants, but that some are kept for longer, or at all,
 * because they raised an alert, is only told to whom that alert belongs.  Thread-safe.
 */
public final class VisibleArticles {

    private final View view;
    private final ViewConfig config;
    private final Clock clock;

    /** @param config which articles are in the view, and for how long */
    public VisibleArticles(View view, ViewConfig config, Clock clock) {
        this.view = view;
        this.config = config;
        this.clock = clock;
    }

    /** The article of that id, if a tenant may know of it. */
    Optional<ArticleHit> get(String id, Tenant tenant) {
        try (Found found = view.found()) {
            return found.article(id)
                    .map(hit -> seenBy(tenant, hit, found))
                    .filter(hit -> tenant.isHouse() || hit.alerted() || isCommon(hit));
        }
    }

    /** The article with what that tenant may know: whether it raised an alert of its own. */
    ArticleHit seenBy(Tenant tenant, ArticleHit hit, Found found) {
        if (tenant.isHouse() || !hit.alerted()) {
            return hit;
        }
        Filter own = Filter.ALL
                .with(ViewFields.ARTICLE, Set.of(hit.enriched().getArticle().getId()))
                .with(ViewFields.TENANT, Set.of(tenant.prefix()));
        return new ArticleHit(hit.enriched(), hit.acceptedAt(), found.countAlerts(own) > 0, hit.history());
    }

    /** Whether there are articles here that everybody may know of. */
    boolean areAnyCommon() {
        return config.everyArticle();
    }

    /** That filter, for articles that everybody may know of. */
    Filter common(Filter filter) {
        Instant first = oldestCommon();
        Instant from = filter.from();
        return new Filter(
                filter.values(),
                from == null || from.isBefore(first) ? first : from,
                filter.to(),
                filter.text(),
                filter.box());
    }

    private boolean isCommon(ArticleHit hit) {
        return config.everyArticle() && !hit.acceptedAt().isBefore(oldestCommon());
    }

    private Instant oldestCommon() {
        return clock.instant().minus(config.articles());
    }
}
