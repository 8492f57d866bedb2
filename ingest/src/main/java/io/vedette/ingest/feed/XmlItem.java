package io.vedette.ingest.feed;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.item.Addresses;
import io.vedette.ingest.item.Collected;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.xml.XmlNames;
import io.vedette.text.article.ArticleDate;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Items of RSS, RDF and Atom, and what they take from their feed. */
final class XmlItem {

    private static final String[] TITLES = {"title", "atom:title", "dc:title", "itunes:title", "media:title"};
    private static final String[] WHOLE = {
        "content:encoded", "atom:content", "content", "xhtml:body", "body", "yandex:full-text", "turbo:content"
    };
    private static final String[] SUMMARIES = {
        "description", "atom:summary", "summary", "dc:description", "itunes:summary", "abstract"
    };
    private static final String[] GUIDS = {"guid", "atom:id", "id", "dc:identifier"};
    private static final String[] LANGUAGES = {"dc:language", "language"};
    private static final String[] AUTHORS = {"dc:creator", "atom:author", "author", "itunes:author"};

    /** When it was published, and if that is not said, when it was changed. */
    private static final String[] DATES = {
        "pubdate",
        "atom:published",
        "published",
        "atom:issued",
        "issued",
        "dcterms:issued",
        "dc:date",
        "date",
        "atom:created",
        "created",
        "dcterms:created",
        "atom:updated",
        "updated",
        "atom:modified",
        "modified",
        "dcterms:modified",
        "lastbuilddate"
    };

    /** {@code mail@news.example (Ada Byron)}, as RSS wants it, or the other way round. */
    private static final Pattern MAIL_AND_NAME = Pattern.compile("[^\\s@()<>]+@[^\\s@()<>]+\\s*\\(([^()]+)\\)");

    private static final Pattern NAME_AND_MAIL = Pattern.compile("([^()<>]+?)\\s*[(<][^\\s@()<>]+@[^\\s@()<>]+[)>]");

    private final URI address;
    private final @Nullable String feedTitle;
    private final @Nullable String feedLanguage;
    private final @Nullable String feedAuthor;

    XmlItem(Fields head, URI address) {
        this.address = address;
        this.feedTitle = head.line(TITLES).orElse(null);
        this.feedLanguage = head.text(LANGUAGES)
                .or(() -> Fields.language(head.element()))
                .map(XmlItem::tag)
                .orElse(null);
        this.feedAuthor = names(head.outermost("atom:author"));
    }

    @Nullable
    String feedTitle() {
        return feedTitle;
    }

    @Nullable
    String feedLanguage() {
        return feedLanguage;
    }

    void read(Fields fields, int number, Collected collected) {
        String title = fields.line(TITLES).orElse(null);
        Body body = body(fields);
        String url = link(fields).map(URI::toString).orElse(null);
        Optional<String> guid = fields.text(GUIDS)
                .or(() ->
                        Optional.of(fields.element().attr("rdf:about").strip()).filter(s -> !s.isEmpty()));
        if (title == null && body.text().isEmpty() && url == null) {
            collected.leaveOut(
                    "item " + number + guid.map(g -> ", " + g).orElse(""), "it has no text, no title and no address");
            return;
        }
        String date = date(fields);
        ArticleInput article = new ArticleInput(
                body.text().isEmpty() ? null : body.text(),
                guid.orElse(null),
                title,
                url,
                outlet(fields),
                date,
                Optional.ofNullable(names(fields.outermost(AUTHORS))).orElse(feedAuthor),
                language(fields),
                null,
                null);
        String key = guid.orElse(url != null ? url : title + "\n" + body.text());
        collected.add(new Item(key, article, date == null ? null : "feed", body.whole(), null));
    }

    private record Body(String text, boolean whole) {}

    /** The fullest of what there is. */
    private static Body body(Fields fields) {
        String whole = longest(fields.outermost(WHOLE));
        String summary = longest(fields.outermost(SUMMARIES));
        boolean meantWhole = whole.length() >= summary.length();
        String text = meantWhole ? whole : summary;
        return new Body(text, Teaser.isWhole(text, meantWhole));
    }

    private static String longest(List<Element> elements) {
        return elements.stream()
                .map(FeedText::of)
                .map(Teaser::withoutTrailer)
                .reduce("", (a, b) -> b.length() > a.length() ? b : a);
    }

    /** The address that the publisher gave, not that of a service that counts clicks; then whatever names a page. */
    private Optional<URI> link(Fields fields) {
        Stream<Element> own = fields.all("feedburner:origlink", "pheedo:origlink", "link", "atom:link").stream()
                .filter(e -> !e.hasAttr("href"));
        Stream<Element> permanent = fields.all("guid").stream()
                .filter(e ->
                        !e.attributes().getIgnoreCase("isPermaLink").strip().equalsIgnoreCase("false"));
        return own.flatMap(e -> web(e, e.wholeOwnText()))
                .findFirst()
                .or(() -> alternate(fields))
                .or(() -> permanent.flatMap(e -> absolute(e.wholeText())).findFirst())
                .or(() -> absolute(fields.element().attr("rdf:about")).findFirst())
                .or(() -> fields.all("atom:id", "id").stream()
                        .flatMap(e -> absolute(e.wholeText()))
                        .findFirst())
                .or(() -> fields.all("atom:content", "content").stream()
                        .filter(e -> e.hasAttr("src"))
                        .flatMap(e -> web(e, e.attr("src")))
                        .findFirst());
    }

    /** Of Atom's links the one that leads to the page. */
    private Optional<URI> alternate(Fields fields) {
        List<Element> links = fields.all("atom:link", "link").stream()
                .filter(e -> e.hasAttr("href"))
                .filter(e -> e.attr("rel").isBlank() || e.attr("rel").strip().equalsIgnoreCase("alternate"))
                .toList();
        return Stream.concat(links.stream().filter(XmlItem::mayBeHtml), links.stream())
                .flatMap(e -> web(e, e.attr("href")))
                .findFirst();
    }

    private static boolean mayBeHtml(Element link) {
        String type = link.attr("type").toLowerCase(Locale.ROOT);
        return type.isBlank() || type.contains("html");
    }

    private Stream<URI> web(Element element, String written) {
        return Addresses.web(Fields.base(element, address), written).stream();
    }

    /** What may be an address, and is none unless it says so itself. */
    private Stream<URI> absolute(String written) {
        return written.strip().toLowerCase(Locale.ROOT).startsWith("http")
                ? Addresses.web(address, written).stream()
                : Stream.empty();
    }

    /** The first date that can be read, else the first, so that it is told that it can't. */
    private static @Nullable String date(Fields fields) {
        List<String> dates = fields.all(DATES).stream()
                .map(e -> Fields.ownText(e).strip())
                .filter(s -> !s.isEmpty())
                .toList();
        return dates.stream()
                .filter(d -> ArticleDate.read(d).isPresent())
                .findFirst()
                .or(() -> dates.stream().findFirst())
                .orElse(null);
    }

    /** Where an aggregator has it from, else the feed. */
    private @Nullable String outlet(Fields fields) {
        return fields.all("atom:source", "source").stream()
                .map(e -> e.childrenSize() == 0
                        ? FeedText.line(e)
                        : new Fields(e, false).line(TITLES).orElse(""))
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElse(feedTitle);
    }

    private @Nullable String language(Fields fields) {
        return fields.text(LANGUAGES)
                .or(() -> Fields.language(fields.element()))
                .map(XmlItem::tag)
                .orElse(feedLanguage);
    }

    private static String tag(String written) {
        return written.replace('_', '-');
    }

    private static @Nullable String names(List<Element> authors) {
        String names = authors.stream()
                .map(XmlItem::name)
                .filter(s -> !s.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private static String name(Element author) {
        for (Element part : author.children()) {
            if (XmlNames.local(part).equals("name")) {
                return FeedText.line(part);
            }
        }
        String written = author.childrenSize() == 0
                ? FeedText.line(author)
                : author.wholeOwnText().replaceAll("\\s+", " ").strip();
        Matcher mailFirst = MAIL_AND_NAME.matcher(written);
        Matcher nameFirst = NAME_AND_MAIL.matcher(written);
        return mailFirst.matches()
                ? mailFirst.group(1).strip()
                : nameFirst.matches() ? nameFirst.group(1).strip() : written;
    }
}
