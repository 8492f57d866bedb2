package io.vedette.alerts.api;

import io.vedette.alerts.view.ArticleHit;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.Found;
import io.vedette.alerts.view.Order;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.ViewFields;
import io.vedette.alerts.view.Walk;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.ViewConfig;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The articles that somebody may know of.  All of them are common to all tenants, but that some are kept for longer, or at all,
 * because they raised an alert, is only told to whom that alert belongs.  Thread-safe.
 */
public final class VisibleArticles {

    /** The most alerts by which articles can be asked for. */
    private static final int MOST = 50_000;

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
            return get(id, tenant, found);
        }
    }

    /** The same as it was found. */
    Optional<ArticleHit> get(String id, Tenant tenant, Found found) {
        return found.article(id)
                .map(hit -> seenBy(tenant, hit, found))
                .filter(hit -> tenant.isHouse() || hit.alerted() || isCommon(hit));
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

    /**
     * What finds the articles that are asked for, among those that whoever asks may know of.
     *
     * @throws io.vedette.runtime.http.Problem 400 if they are asked for by more alerts than that can be done with
     */
    Filter filter(Filters.Asked asked, Found found) {
        Set<String> stories = asked.alert().values().get(ViewFields.STORY);
        if (stories == null) {
            return ofAlerts(asked, found);
        }
        Set<String> ofStories = found.keysOfStories(stories, MOST);
        if (ofStories == null) {
            throw tooMany("story");
        }
        Filter rest = ofAlerts(new Filters.Asked(asked.alert().without(ViewFields.STORY), asked.article()), found);
        Set<String> ofRest = rest.values().get(ViewFields.KEY);
        if (ofRest != null) {
            ofStories.retainAll(ofRest);
        }
        return rest.with(ViewFields.KEY, ofStories);
    }

    /** The newest article of those that somebody of a tenant may know of. */
    Optional<ArticleHit> newest(Filter articles, Tenant tenant, Found found, Duration limit) {
        Filter filter = filter(Filters.Asked.of(tenant, articles), found);
        Walk<ArticleHit> walk = found.articles(filter, new Found.Stretch(Order.NEWEST, null, false, 1, limit));
        return walk.hasNext() ? Optional.of(walk.next()) : Optional.empty();
    }

    /** From when on all articles are here that came. */
    Instant completeSince(Found found, Duration limit) {
        Instant kept = oldestCommon();
        return found.oldestArticle(limit)
                .map(oldest -> oldest.isAfter(kept) ? oldest : kept)
                .orElseGet(clock::instant);
    }

    /** Articles by what is asked of them, and of their alerts. */
    private Filter ofAlerts(Filters.Asked asked, Found found) {
        if (asked.alert().values().isEmpty()) {
            return asked.article();
        }
        if (!asked.isOfAlerts() && config.everyArticle()) {
            return common(asked.article());
        }
        Filter filter = found.ofArticles(asked.article(), asked.alert(), MOST);
        if (filter == null) {
            throw tooMany(asked.alert().values().keySet().stream()
                    .filter(field -> !field.equals(ViewFields.TENANT))
                    .findFirst()
                    .orElse("watch"));
        }
        return filter;
    }

    private static Problem tooMany(String parameter) {
        return Parameters.wrong(
                parameter, "more than " + MOST + " articles have such alerts; ask for less, or use /api/alerts");
    }

    /** That filter, for articles that everybody may know of. */
    private Filter common(Filter filter) {
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
