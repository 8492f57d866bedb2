package io.vedette.ingest.html;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article: in JSON-LD, OpenGraph, Dublin Core, microdata and the older habits, the more exact
 * first.
 */
final class PageFacts {

    private static final List<Place> TITLES = List.of(
            new Place("meta[property~=(?i)(^|\\s)(dc|dcterms):title(\\s|$)]", "meta"),
            new Place("meta[name~=(?i)^(dc|dcterms)[.:]title$]", "meta"),
            new Place("meta[property~=(?i)(^|\\s)og:title(\\s|$)], meta[name=og:title]", "opengraph"),
            new Place(
                    "meta[name~=(?i)^(twitter:title|parsely-title|sailthru\\.title)$], meta[property~=(?i)^twitter:title$]",
                    "meta"));

    private final Document page;
    private final JsonLd jsonLd;

    PageFacts(Document page) {
        this.page = page;
        this.jsonLd = JsonLd.in(page);
    }

    /** The headline, cleared of the outlet's name, and where it is from; null if there is none. */
    @Nullable
    Said title() {
        return titles().findFirst().orElse(null);
    }

    /** Everything that may be the headline, the best evidence first; what is but the outlet's name comes last. */
    Stream<Said> titles() {
        String site = siteName();
        Stream<Said> declared = Stream.concat(
                Stream.ofNullable(headline()).map(headline -> new Said(headline, "json-ld")),
                TITLES.stream().flatMap(place -> place.in(page)));
        Stream<Said> seen = Stream.of(Headlines.ofPage(page, site), Headlines.onlyHeading(page))
                .filter(Objects::nonNull)
                .map(title -> new Said(title, "text"));
        List<Said> all = Stream.concat(
                        declared.map(said -> new Said(
                                Headlines.declared(Parser.unescapeEntities(said.value(), true), site), said.from())),
                        seen)
                .map(said -> new Said(said.value().strip(), said.from()))
                .filter(said -> !said.value().isEmpty())
                .toList();
        return Stream.concat(
                all.stream().filter(said -> !said.value().equals(site)),
                all.stream().filter(said -> said.value().equals(site)));
    }

    /** Some put a description where the headline belongs: it has to be like the title of the page. */
    private @Nullable String headline() {
        String headline = jsonLd.text("headline");
        String name = jsonLd.text("name");
        if (headline == null || name == null || Headlines.alike(headline, page.title())) {
            return headline;
        }
        boolean outlet = name.equals(siteName()) || name.equals(jsonLd.text("publisher"));
        return Headlines.alike(name, page.title()) && !outlet ? name : headline;
    }

    /** Everything that may be the date of publication, the best evidence first; read lazily. */
    Stream<Said> dates() {
        return Dates.in(page, jsonLd);
    }

    /** The moment that one of {@link #dates()} names, if it can be read. */
    Optional<Instant> moment(Said date) {
        return Dates.read(date, page);
    }

    /** The text as the page gives it to search engines; some cut it short. */
    @Nullable
    String articleBody() {
        String body = jsonLd.text("articleBody");
        return body == null ? null : BlockText.of(BoundedHtml.parse(body, "").body());
    }

    /** Who wrote it, and where the page says so. */
    Byline byline() {
        return jsonLd.authors().isEmpty() ? Bylines.in(page) : new Byline(jsonLd.authors(), "json-ld");
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

    private static @Nullable String firstOf(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return null;
    }
}
