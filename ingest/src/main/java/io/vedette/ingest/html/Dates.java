package io.vedette.ingest.html;

import io.vedette.text.article.ArticleDate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * When a page says that its article was published: in JSON-LD, OpenGraph, the head, microdata and HTML5, the line that
 * readers see, and its address, in that order.
 */
final class Dates {

    private static final List<Place> PLACES = List.of(
            new Place(
                    "meta[property=article:published_time], meta[property=og:article:published_time],"
                            + " meta[name=article:published_time]",
                    "opengraph"),
            new Place("meta[itemprop=datePublished]", "microdata"),
            new Place(
                    "meta[name~=(?i)^(dc\\.date(\\.issued|\\.created)?|dcterms\\.(date|created|issued)|date|pubdate|publishdate"
                            + "|publish_date|publish-date|article\\.published|parsely-pub-date|sailthru\\.date|timestamp"
                            + "|originalpublicationdate|cxenseparse:recs:publishtime|datepublished)$]",
                    "meta"),
            new Place("[itemprop=datePublished]", "microdata"),
            new Place("time[pubdate]", "microdata"),
            new Place("article time[datetime]", "microdata"),
            new Place("time[class~=(?i)publish|entry-date|dateline]", "microdata"),
            new Place("time[datetime]", "microdata"));

    /** What publishing systems call the line that tells when. */
    private static final Evaluator LINES = Selector.evaluatorOf(
            "[class~=(?i)(^|[\\s_-])(date|datum|data|fecha|dateline|pubdate|publi[a-z]*|posted|timestamp|byline|meta|info)([\\s_-]|$)],"
                    + " [class~=(?i)(date|dateline|timestamp)(\\s|$)], [id~=(?i)(^|[_-])(date|pubdate|published)], time");

    private static final int LONGEST_LINE = 200;

    private Dates() {}

    /** Everything that may be the date, the best evidence first; read lazily. */
    static Stream<Said> in(Document page, JsonLd jsonLd) {
        return Stream.of(
                        Stream.ofNullable(jsonLd.text("datePublished")).map(date -> new Said(date, "json-ld")),
                        PLACES.stream().flatMap(place -> place.in(page)),
                        Stream.ofNullable(jsonLd.text("dateCreated")).map(date -> new Said(date, "json-ld")),
                        Stream.of(page).flatMap(Dates::lines),
                        Stream.of(page.location()).map(address -> new Said(address, "url")))
                .flatMap(said -> said);
    }

    /** The moment that it names, if it names one. */
    static Optional<Instant> read(Said said, Document page) {
        return switch (said.from()) {
            case "text" -> DateInText.find(said.value(), page.select("html").attr("lang"));
            case "url" -> DateInText.inAddress(said.value());
            default -> ArticleDate.read(said.value());
        };
    }

    private static Stream<Said> lines(Document page) {
        return page.body().select(LINES).stream()
                .map(Element::text)
                .filter(line -> !line.isBlank() && line.length() <= LONGEST_LINE)
                .map(line -> new Said(line, "text"));
    }
}
