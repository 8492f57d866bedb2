package io.vedette.ingest.html;

import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Elements of a page that may say something of its article.
 *
 * @param where which they are
 * @param from what {@link Said#from()} calls them
 */
record Place(Evaluator where, String from) {

    Place(String query, String from) {
        this(Selector.evaluatorOf(query), from);
    }

    /** What they say, in the order of the page; none of it is blank. */
    Stream<Said> in(Document page) {
        return page.select(where).stream()
                .map(Place::value)
                .filter(value -> !value.isBlank())
                .map(value -> new Said(value.strip(), from));
    }

    private static String value(Element e) {
        return Stream.of(e.attr("content"), e.attr("datetime"))
                .filter(s -> !s.isBlank())
                .findFirst()
                .orElseGet(e::text);
    }
}
