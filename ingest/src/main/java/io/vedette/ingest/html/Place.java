package io.vedette.ingest.html;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Elements of a page that may say something of its article.
 *
 * @param among which they are looked for
 * @param where which they are
 * @param from what {@link Said#from()} calls them
 */
record Place(Function<Landmarks, List<Element>> among, Evaluator where, String from) {

    /** Among the elements of the head's sort. */
    static Place inMeta(String query, String from) {
        return new Place(Landmarks::metas, Selector.evaluatorOf(query), from);
    }

    /** Among the elements with microdata, a time or a relation. */
    static Place described(String query, String from) {
        return new Place(Landmarks::described, Selector.evaluatorOf(query), from);
    }

    /** What they say, in the order of the page; none of it is blank. */
    Stream<Said> in(Landmarks landmarks) {
        return among.apply(landmarks).stream()
                .filter(e -> where.matches(landmarks.page(), e))
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
