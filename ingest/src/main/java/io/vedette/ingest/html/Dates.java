package io.vedette.ingest.html;

import io.vedette.text.article.ArticleDate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * When a page says that its article was published: in JSON-LD, OpenGraph, the head, microdata and HTML5, the line that
 * readers see, and its address, in that order.
 */
final class Dates {

    private static final List<Place> PLACES = List.of(
            Place.inMeta(
                    "meta[property=article:published_time], meta[property=og:article:published_time],"
                            + " meta[name=article:published_time]",
                    "opengraph"),
            Place.inMeta("meta[itemprop=datePublished]", "microdata"),
            Place.inMeta(
                    "meta[name~=(?i)^(dc\\.date(\\.issued|\\.created)?|dcterms\\.(date|created|issued)|date|pubdate|publishdate"
                            + "|publish_date|publish-date|article\\.published|parsely-pub-date|sailthru\\.date|timestamp"
                            + "|originalpublicationdate|cxenseparse:recs:publishtime|datepublished)$]",
                    "meta"),
            Place.described("[itemprop=datePublished]", "microdata"),
            Place.described("time[pubdate]", "microdata"),
            Place.described("article time[datetime]", "microdata"),
            Place.described("time[class~=(?i)publish|entry-date|dateline]", "microdata"),
            Place.described("time[datetime]", "microdata"));

    /** What publishing systems call the line that tells when. */
    private static final Pattern LINE_CLASSES = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:date|datum|data|fecha|dateline|pubdate|publi[a-z]*|posted|timestamp|byline|meta|info)(?:[\\s_-]|$)"
                    + "|(?:date|dateline|timestamp)(?:\\s|$)");

    private static final Pattern LINE_IDS = Pattern.compile("(?i)(?:^|[_-])(?:date|pubdate|published)");

    private static final int LONGEST_LINE = 200;

    /** Elements and texts in it. */
    private static final int MOST_NODES = 200;

    private Dates() {}

    /** Everything that may be the date, the best evidence first; read lazily. */
    static Stream<Said> in(Landmarks landmarks, JsonLd jsonLd) {
        return Stream.of(
                        Stream.ofNullable(jsonLd.text("datePublished")).map(date -> new Said(date, "json-ld")),
                        PLACES.stream().flatMap(place -> place.in(landmarks)),
                        Stream.ofNullable(jsonLd.text("dateCreated")).map(date -> new Said(date, "json-ld")),
                        Stream.of(landmarks).flatMap(Dates::lines),
                        Stream.of(landmarks.page().location()).map(address -> new Said(address, "url")))
                .flatMap(said -> said);
    }

    /**
     * The moment that it names, if it names one.
     *
     * @param language of the page, which tells how to read a date that is written out; may be empty
     */
    static Optional<Instant> read(Said said, String language) {
        return switch (said.from()) {
            case "text" -> DateInText.find(said.value(), language);
            case "url" -> DateInText.inAddress(said.value());
            default -> ArticleDate.read(said.value());
        };
    }

    private static Stream<Said> lines(Landmarks landmarks) {
        NameMatcher names = new NameMatcher(LINE_IDS, LINE_CLASSES);
        return landmarks.named().stream()
                .filter(e -> e.nameIs("time") || names.matches(e))
                .filter(Dates::mayBeLine)
                .map(Element::text)
                .filter(line -> !line.isBlank() && line.length() <= LONGEST_LINE)
                .map(line -> new Said(line, "text"));
    }

    /** Looks no further into an element than a line is long: many may lie within each other. */
    private static boolean mayBeLine(Element element) {
        int[] left = {MOST_NODES, LONGEST_LINE};
        element.filter((node, depth) -> {
            left[0]--;
            if (node instanceof TextNode text) {
                left[1] -= text.isBlank() ? 0 : text.text().strip().length();
            }
            return left[0] < 0 || left[1] < 0 ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
        return left[0] >= 0 && left[1] >= 0;
    }
}
