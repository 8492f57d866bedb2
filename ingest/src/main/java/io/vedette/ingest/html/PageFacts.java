package io.vedette.ingest.html;

import io.vedette.text.article.ArticleDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article: in JSON-LD, OpenGraph, Dublin Core, microdata and the older habits, the more exact
 * first.
 */
final class PageFacts {

    private static final List<String> DATES = List.of(
            "meta[property=article:published_time]",
            "meta[property=og:article:published_time]",
            "meta[itemprop=datePublished]",
            "meta[name~=(?i)^(dc\\.date(\\.issued|\\.created)?|dcterms\\.(date|created|issued)|date|pubdate|publishdate|publish_date"
                    + "|publish-date|article\\.published|parsely-pub-date|sailthru\\.date|timestamp|originalpublicationdate)$]",
            "[itemprop=datePublished]",
            "time[pubdate]",
            "article time[datetime]",
            "time[class~=(?i)publish|entry-date|dateline]",
            "time[datetime]");

    private static final List<String> AUTHORS = List.of(
            "meta[name~=(?i)^(author|authors|byl|dc\\.creator|dcterms\\.creator|parsely-author|sailthru\\.author)$]",
            "meta[property=article:author]",
            "[itemprop=author] [itemprop=name], [itemprop=author]",
            "a[rel=author]",
            "[class~=(?i)^(byline|author|author-name|byline-name|byline__name|p-author)$]");

    private static final int LONGEST_NAME = 100;

    private final Document page;
    private final JsonLd jsonLd;

    PageFacts(Document page) {
        this.page = page;
        this.jsonLd = JsonLd.in(page);
    }

    @Nullable
    String title() {
        return firstOf(
                jsonLd.text("headline"), content("meta[property=og:title]"), content("meta[name=twitter:title]"));
    }

    @Nullable
    Instant published() {
        Stream<String> inPage =
                DATES.stream().flatMap(query -> page.select(query).stream()).map(PageFacts::value);
        return Stream.concat(Stream.ofNullable(jsonLd.text("datePublished")), inPage)
                .map(ArticleDate::read)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    List<String> authors() {
        if (!jsonLd.authors().isEmpty()) {
            return jsonLd.authors();
        }
        for (String query : AUTHORS) {
            Set<String> names = new LinkedHashSet<>();
            page.select(query).forEach(e -> names.add(name(value(e))));
            names.removeIf(name -> name.isEmpty() || name.length() > LONGEST_NAME || name.contains("://"));
            if (!names.isEmpty()) {
                return new ArrayList<>(names);
            }
        }
        return List.of();
    }

    @Nullable
    String language() {
        Element html = page.selectFirst("html[lang]");
        return firstOf(
                html == null ? null : html.attr("lang"),
                content("meta[http-equiv=content-language]"),
                jsonLd.text("inLanguage"),
                content("meta[property=og:locale]"));
    }

    @Nullable
    String canonicalUrl() {
        Element link = page.selectFirst("link[rel=canonical][href]");
        return firstOf(link == null ? null : link.absUrl("href"), content("meta[property=og:url]"));
    }

    @Nullable
    String siteName() {
        return firstOf(
                content("meta[property=og:site_name]"),
                jsonLd.text("publisher"),
                content("meta[name=application-name]"));
    }

    private @Nullable String content(String query) {
        Element meta = page.selectFirst(query);
        return meta == null ? null : meta.attr("content");
    }

    private static String value(Element e) {
        return Stream.of(e.attr("content"), e.attr("datetime"), e.text())
                .filter(s -> !s.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String name(String byline) {
        return byline.strip().replaceFirst("^(?i:by|von|par|por)\\s+", "").strip();
    }

    private static @Nullable String firstOf(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return null;
    }
}
