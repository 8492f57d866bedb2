package io.vedette.ingest.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Takes the article out of a web page: its text by the method of Mozilla's Readability, corrected
 * by what the page itself declares; title, date and authors from JSON-LD, OpenGraph, microdata and the text, in that order.
 * Stateless and safe to use from many threads; never fails, whatever the bytes.
 */
public final class HtmlExtractor {

    private static final int MOST_CANDIDATES = 20;

    /** So many are tried until one can be read; the elements of times of a page may lie within each other. */
    private static final int MOST_DATES = 500;

    private static final int BEGINNING = 100;

    /**
     * Finds the article of a page.
     *
     * @param html the page as it was fetched
     * @param contentTypeCharset the charset that the transport named, or null; ignored if Java does not know it
     * @param baseUri the page's own address, against which links are resolved; may be empty
     */
    public ExtractedPage extract(byte[] html, @Nullable String contentTypeCharset, String baseUri) {
        Document page = HtmlDecoder.decode(html, contentTypeCharset, baseUri);
        PageFacts facts = new PageFacts(page);
        // the rest takes the page to pieces: what is wanted of it has to be read first
        ExtractedPage declared = declared(facts);
        return declared.withText(
                MainText.of(page, facts.articleBody(), declared.title(), false).text());
    }

    /** The same, with what there was to choose from, and what was left out of the text. */
    public Explanation explain(byte[] html, @Nullable String contentTypeCharset, String baseUri) {
        Document page = HtmlDecoder.decode(html, contentTypeCharset, baseUri);
        PageFacts facts = new PageFacts(page);
        ExtractedPage declared = declared(facts);
        List<Explanation.Choice> choices = new ArrayList<>(titles(facts));
        choices.addAll(dates(facts));
        choices.add(authors(facts.byline()));
        MainText text = MainText.of(page, facts.articleBody(), declared.title(), true);
        text.candidates().forEach(candidate -> choices.add(choice(candidate, candidate == text.taken())));
        return new Explanation(declared.withText(text.text()), choices, text.leftOut());
    }

    private static ExtractedPage declared(PageFacts facts) {
        Said title = facts.title();
        Instant published = null;
        String publishedFrom = null;
        for (Iterator<Said> dates = facts.dates().limit(MOST_DATES).iterator();
                published == null && dates.hasNext(); ) {
            Said date = dates.next();
            published = facts.moment(date).orElse(null);
            publishedFrom = published == null ? null : date.from();
        }
        return new ExtractedPage(
                title == null ? null : title.value(),
                "",
                published,
                publishedFrom,
                facts.byline().names(),
                facts.language(),
                facts.canonicalUrl(),
                facts.siteName());
    }

    private static List<Explanation.Choice> titles(PageFacts facts) {
        List<Explanation.Choice> choices = new ArrayList<>();
        for (Said title : facts.titles().limit(MOST_CANDIDATES).toList()) {
            boolean taken = choices.isEmpty();
            choices.add(new Explanation.Choice(
                    "title", title.value(), title.from(), taken, taken ? "best evidence" : "weaker evidence"));
        }
        return choices;
    }

    private static List<Explanation.Choice> dates(PageFacts facts) {
        List<Explanation.Choice> choices = new ArrayList<>();
        boolean found = false;
        for (Said date : facts.dates().limit(MOST_CANDIDATES).toList()) {
            Optional<Instant> moment = facts.moment(date);
            boolean taken = !found && moment.isPresent();
            String reason = moment.isEmpty() ? "names no day" : taken ? "best evidence" : "weaker evidence";
            choices.add(new Explanation.Choice("published", date.value(), date.from(), taken, reason));
            found |= taken;
        }
        return choices;
    }

    private static Explanation.Choice authors(Byline byline) {
        boolean any = !byline.names().isEmpty();
        return new Explanation.Choice(
                "authors", String.join(", ", byline.names()), byline.from(), any, any ? "best evidence" : "none named");
    }

    private static Explanation.Choice choice(MainText.Candidate candidate, boolean taken) {
        String text = candidate.text();
        return new Explanation.Choice(
                "text",
                text.length() > BEGINNING ? text.substring(0, BEGINNING) + "\u2026" : text,
                candidate.from(),
                taken,
                Prose.length(text) + " characters in sentences");
    }
}
