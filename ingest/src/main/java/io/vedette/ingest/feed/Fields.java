package io.vedette.ingest.feed;

import io.vedette.ingest.item.Addresses;
import io.vedette.ingest.xml.XmlNames;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The elements of an item or a channel by their names.  Its children, and in a broken document what lies deeper, too, as
 * far as it belongs to no other item: a title that is not closed swallows what follows it.
 */
final class Fields {

    static final Set<String> ITEMS = Set.of("item", "entry", "atom:entry");

    /** What has fields of its own. */
    private static final Set<String> OTHERS =
            Set.of("item", "entry", "atom:entry", "source", "atom:source", "image", "textinput", "channel");

    /** Whose elements are their text. */
    private static final Set<String> MARKUP = Set.of(
            "content:encoded",
            "content",
            "atom:content",
            "description",
            "summary",
            "atom:summary",
            "xhtml:body",
            "body");

    /** Fields that stand in no headline but one that is not closed. */
    private static final Set<String> NO_MARKUP = Set.of(
            "link", "atom:link", "guid", "atom:id", "pubdate", "description", "category", "author", "dc:creator");

    private final Element element;
    private final boolean broken;
    private final Map<String, List<Element>> all = new LinkedHashMap<>();

    Fields(Element element, boolean broken) {
        this.element = element;
        this.broken = broken;
        Deque<Element> open = new ArrayDeque<>();
        collect(element, open);
        while (broken && !open.isEmpty()) {
            collect(open.poll(), open);
        }
    }

    private void collect(Element parent, Deque<Element> open) {
        for (Element child = parent.firstElementChild(); child != null; child = child.nextElementSibling()) {
            String name = XmlNames.of(child);
            all.computeIfAbsent(name, n -> new ArrayList<>(1)).add(child);
            if (!OTHERS.contains(name) && !MARKUP.contains(name)) {
                open.add(child);
            }
        }
    }

    Element element() {
        return element;
    }

    /** All elements of these names, in the order of the names. */
    List<Element> all(String... names) {
        List<Element> found = new ArrayList<>();
        for (String name : names) {
            found.addAll(all.getOrDefault(name, List.of()));
        }
        return found;
    }

    /** Of these names those that are in no other of them: the text of those around has theirs in it. */
    List<Element> outermost(String... names) {
        List<Element> found = all(names);
        if (!broken || found.size() < 2) {
            return found;
        }
        Set<Element> around = Set.copyOf(found);
        return found.stream()
                .filter(e -> Collections.disjoint(e.parents(), around))
                .toList();
    }

    /** The first text of these names that is not blank, as it stands there, stripped. */
    Optional<String> text(String... names) {
        return all(names).stream()
                .map(e -> ownText(e).strip())
                .filter(s -> !s.isEmpty())
                .findFirst();
    }

    /** The first of these names in one line without markup. */
    Optional<String> line(String... names) {
        return outermost(names).stream()
                .map(e -> broken && swallowedOthers(e) ? e.wholeOwnText().strip() : FeedText.line(e))
                .filter(s -> !s.isEmpty())
                .findFirst();
    }

    private static boolean swallowedOthers(Element e) {
        return e.children().stream().anyMatch(child -> NO_MARKUP.contains(XmlNames.of(child)));
    }

    /** The text in front of the first element: what an element that is not closed has of its own. */
    static String ownText(Element e) {
        return e.childrenSize() == 0 ? e.wholeText() : e.wholeOwnText();
    }

    /** What addresses in an element are relative to: the {@code xml:base} of it and those around it. */
    static URI base(Element element, URI document) {
        Deque<String> bases = new ArrayDeque<>();
        for (Element e = element; e != null; e = e.parent()) {
            if (e.hasAttr("xml:base")) {
                bases.push(e.attr("xml:base"));
            }
        }
        URI base = document;
        for (String each : bases) {
            base = Addresses.resolve(base, each).orElse(base);
        }
        return base;
    }

    /** The {@code xml:lang} of an element or the nearest around it. */
    static Optional<String> language(Element element) {
        for (Element e = element; e != null; e = e.parent()) {
            if (!e.attr("xml:lang").isBlank()) {
                return Optional.of(e.attr("xml:lang").strip());
            }
        }
        return Optional.empty();
    }
}
