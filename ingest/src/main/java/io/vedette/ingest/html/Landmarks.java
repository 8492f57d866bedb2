package io.vedette.ingest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page that may tell of its article, by the sort of what makes them do so, each in the order of the page.
 * Found in one walk, since each selector would walk the whole page again.
 *
 * @param page where they are
 * @param metas elements {@code meta} and {@code link}
 * @param scripts elements {@code script}
 * @param headings elements {@code h1} and {@code h2}
 * @param described elements with microdata, a time or a relation
 * @param named elements with a class, an id or a time
 */
record Landmarks(
        Document page,
        List<Element> metas,
        List<Element> scripts,
        List<Element> headings,
        List<Element> described,
        List<Element> named) {

    static Landmarks of(Document page) {
        Landmarks found = new Landmarks(
                page, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        each(page, found::add);
        return found;
    }

    /** Walks over an element and all that are in it, in the order of the page, whatever the depth. */
    static void each(Element root, Consumer<Element> visitor) {
        for (@Nullable Element e = root; e != null; e = next(e, root)) {
            visitor.accept(e);
        }
    }

    private static @Nullable Element next(Element e, Element root) {
        Element child = e.firstElementChild();
        if (child != null) {
            return child;
        }
        for (Element up = e; up != null && up != root; up = up.parent()) {
            Element sibling = up.nextElementSibling();
            if (sibling != null) {
                return sibling;
            }
        }
        return null;
    }

    private void add(Element e) {
        switch (e.normalName()) {
            case "meta", "link" -> metas.add(e);
            case "script" -> scripts.add(e);
            case "h1", "h2" -> headings.add(e);
            default -> {}
        }
        if (e.hasAttr("itemprop") || e.hasAttr("rel") || e.nameIs("time")) {
            described.add(e);
        }
        if (e.hasAttr("class") || e.hasAttr("id") || e.nameIs("time")) {
            named.add(e);
        }
    }
}
