package io.vedette.ingest.html;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article: in JSON-LD, OpenGraph, Dublin Core, microdata and the older habits, the more exact
 * first.
 */
final class PageFacts {

    private static final List<Place> TITLES = List.of(
            Place.inMeta("meta[property~=(?i)(^|\\s)(dc|dcterms):title(\\s|$)]", "meta"),
            Place.inMeta("meta[name~=(?i)^(dc|dcterms)[.:]title$]", "meta"),
            Place.inMeta("meta[property~=(?i)(^|\\s)og:title(\\s|$)], meta[name=og:title]", "opengraph"),
            Place.inMeta(
                    "meta[name~=(?i)^(twitter:title|parsely-title|sailthru\\.title)$], meta[property~=(?i)^twitter:title$]",
                    "meta"));

    private static final Evaluator SITE_NAME = Selector.evaluatorOf("meta[property=og:site_name]");
    private static final Evaluator APPLICATION_NAME = Selector.evaluatorOf("meta[name=application-name]");
    private static final Evaluator CONTENT_LANGUAGE = Selector.evaluatorOf("meta[http-equiv=content-language]");
    private static final Evaluator LOCALE = Selector.evaluatorOf("meta[property=og:locale]");
    private static final Evaluator CANONICAL = Selector.evaluatorOf("link[rel=canonical][href]");
    private static final Evaluator OG_URL = Selector.evaluatorOf("meta[property=og:url]");

    private final Landmarks landmarks;
    private final JsonLd jsonLd;
    private final String pageTitle;
    private final @Nullable String siteName;

    PageFacts(Document page) {
        this.landmarks = Landmarks.of(page);
        this.jsonLd = JsonLd.in(landmarks);
        this.pageTitle = page.title();
        this.siteName = firstOf(content(SITE_NAME), jsonLd.text("publisher"), content(APPLICATION_NAME));
    }

    /** The headline, cleared of the outlet's name, and where it is from; null if there is none. */
    @Nullable
    Said title() {
        return titles().findFirst().orElse(null);
    }

    /** Everything that may be the headline, the best evidence first; what is but the outlet's name comes last. */
    Stream<Said> titles() {
        String site = siteName;
        Stream<Said> declared = Stream.concat(
                Stream.ofNullable(headline()).map(headline -> new Said(headline, "json-ld")),
                TITLES.stream().flatMap(place -> place.in(landmarks)));
        Stream<Said> seen = Stream.of(Headlines.ofPage(pageTitle, landmarks, site), Headlines.onlyHeading(landmarks))
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
        if (headline == null || name == null || Headlines.alike(headline, pageTitle)) {
            return headline;
        }
        boolean outlet = name.equals(siteName) || name.equals(jsonLd.text("publisher"));
        return Headlines.alike(name, pageTitle) && !outlet ? name : headline;
    }

    /** Everything that may be the date of publication, the best evidence first; read lazily. */
    Stream<Said> dates() {
        return Dates.in(landmarks, jsonLd);
    }

    /** The moment that one of {@link #dates()} names, if it can be read. */
    Optional<Instant> moment(Said date) {
        return Dates.read(date, pageLanguage());
    }

    /** The text as the page gives it to search engines; some cut it short. */
    @Nullable
    String articleBody() {
        String body = jsonLd.text("articleBody");
        return body == null ? null : BlockText.of(BoundedHtml.parse(body, "").body());
    }

    /** Who wrote it, and where the page says so. */
    Byline byline() {
        return jsonLd.authors().isEmpty() ? Bylines.in(landmarks) : new Byline(jsonLd.authors(), "json-ld");
    }

    @Nullable
    String language() {
        return firstOf(pageLanguage(), content(CONTENT_LANGUAGE), jsonLd.text("inLanguage"), content(LOCALE));
    }

    @Nullable
    String canonicalUrl() {
        Element link = meta(CANONICAL);
        return firstOf(link == null ? null : link.absUrl("href"), content(OG_URL));
    }

    @Nullable
    String siteName() {
        return siteName;
    }

    /** As the page's root element says; empty if it does not. */
    private String pageLanguage() {
        Element html = landmarks.page().firstElementChild();
        return html == null ? "" : html.attr("lang");
    }

    private @Nullable String content(Evaluator where) {
        Element meta = meta(where);
        return meta == null ? null : meta.attr("content");
    }

    private @Nullable Element meta(Evaluator where) {
        for (Element e : landmarks.metas()) {
            if (where.matches(landmarks.page(), e)) {
                return e;
            }
        }
        return null;
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
