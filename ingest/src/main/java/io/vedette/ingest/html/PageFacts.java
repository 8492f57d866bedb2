package io.vedette.ingest.html;

import io.vedette.text.article.ArticleDate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
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

    private final Document page;
    private final JsonLd jsonLd;

    PageFacts(Document page) {
        this.page = page;
        this.jsonLd = JsonLd.in(page);
    }

    @Nullable
    String title() {
        String declared = firstOf(
                headline(),
                content(
                        "meta[name~=(?i)^(dc|dcterms)[.:]title$], meta[property~=(?i)(^|\\s)(dc|dcterms):title(\\s|$)]"),
                content("meta[property~=(?i)(^|\\s)og:title(\\s|$)], meta[name=og:title]"),
                content(
                        "meta[name~=(?i)^(twitter:title|parsely-title|sailthru\\.title)$], meta[property~=(?i)^twitter:title$]"));
        return declared != null
                ? Headlines.declared(declared, siteName())
                : firstOf(Headlines.ofPage(page, siteName()), Headlines.onlyHeading(page));
    }

    /** Some put a description where the headline belongs: it has to be like the title of the page. */
    private @Nullable String headline() {
        String headline = jsonLd.text("headline");
        String name = jsonLd.text("name");
        if (headline == null || name == null || Headlines.alike(headline, page.title())) {
            return headline;
        }
        return Headlines.alike(name, page.title()) && !name.equals(siteName()) ? name : headline;
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

    /** The text as the page gives it to search engines; some cut it short. */
    @Nullable
    String articleBody() {
        String body = jsonLd.text("articleBody");
        return body == null ? null : BlockText.of(Jsoup.parse(body).body());
    }

    List<String> authors() {
        if (!jsonLd.authors().isEmpty()) {
            return jsonLd.authors();
        }
        return Bylines.in(page);
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

    private static @Nullable String firstOf(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return null;
    }
}
