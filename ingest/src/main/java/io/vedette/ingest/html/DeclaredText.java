package io.vedette.ingest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The text of the element that a page itself calls its article, by microdata, HTML5 or the role for screen readers.
 *
 * @param text without what stands aside in the element
 * @param main whether the page calls it the main part of the page, rather than the article
 */
record DeclaredText(String text, boolean main) {

    /** The more exact first. */
    private static final List<Predicate<Element>> CONTAINERS = List.of(
            e -> e.attr("itemprop").contains("articleBody"),
            e -> e.attr("property").contains("articleBody"),
            e -> e.nameIs("article"),
            e -> e.nameIs("main"),
            e -> e.attr("role").equals("main"));

    private static final Set<String> ASIDE = Set.of(
            "nav",
            "aside",
            "footer",
            "form",
            "button",
            "select",
            "menu",
            "dialog",
            "script",
            "style",
            "noscript",
            "template");

    private static final Set<String> ROLES_ASIDE = Set.of("navigation", "complementary", "dialog", "search");

    /** Of the first kind of container of which there is exactly one; null if there is none. */
    static @Nullable DeclaredText of(Document page) {
        List<List<Element>> found = new ArrayList<>();
        CONTAINERS.forEach(kind -> found.add(new ArrayList<>()));
        Landmarks.each(page.body(), e -> {
            for (int kind = 0; kind < CONTAINERS.size(); kind++) {
                if (CONTAINERS.get(kind).test(e)) {
                    found.get(kind).add(e);
                }
            }
        });
        for (List<Element> kind : found) {
            if (kind.size() == 1) {
                Element container = kind.get(0);
                boolean main =
                        container.nameIs("main") || container.attr("role").equals("main");
                return new DeclaredText(BlockText.of(container, e -> e != container && isAside(e)), main);
            }
        }
        return null;
    }

    private static boolean isAside(Element e) {
        return ASIDE.contains(e.normalName()) || ROLES_ASIDE.contains(e.attr("role"));
    }
}
