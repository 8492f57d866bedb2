package io.vedette.ingest.readability;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/** Brings the markup of a page into order: takes out what is no text, makes paragraphs of what is set off by empty lines. */
final class Preparation {

    private static final Set<String> NO_TEXT = Set.of("script", "noscript", "style", "form");

    private Preparation() {}

    static void of(Element body) {
        List<Element> breaks = new ArrayList<>();
        NodeFilter filter = (node, depth) -> {
            if (node instanceof Comment || node instanceof Element e && NO_TEXT.contains(e.normalName())) {
                return FilterResult.REMOVE;
            }
            if (node instanceof Element e && e.nameIs("br")) {
                breaks.add(e);
            }
            return FilterResult.CONTINUE;
        };
        NodeTraversor.filter(filter, body);
        breaks.forEach(Preparation::toParagraph);
    }

    /** Two line breaks and more are what a paragraph would be: what is behind them goes into one, up to the next break. */
    private static void toParagraph(Element br) {
        if (br.parent() == null || !removeFollowing(br)) {
            return;
        }
        Element paragraph = new Element("p");
        br.replaceWith(paragraph);
        Node next = paragraph.nextSibling();
        while (next != null && !next.nameIs("br")) {
            Node following = next.nextSibling();
            paragraph.appendChild(next);
            next = following;
        }
    }

    /** Takes out the breaks behind a break, if there are any. */
    private static boolean removeFollowing(Element br) {
        boolean any = false;
        Element next = Blank.elementFrom(br.nextSibling());
        while (next != null && next.nameIs("br")) {
            any = true;
            Node behind = next.nextSibling();
            next.remove();
            next = Blank.elementFrom(behind);
        }
        return any;
    }
}
