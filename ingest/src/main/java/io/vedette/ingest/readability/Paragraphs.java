package io.vedette.ingest.readability;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Finds what speaks for its surroundings: paragraphs, cells, subheadings.  On the way takes out what is unlikely to be
 * content, and makes paragraphs of divisions that are used as such and of text that stands between blocks.
 */
final class Paragraphs {

    private static final Set<String> SPEAKING = Set.of("section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre");
    private static final Set<String> NOTHING_WHEN_EMPTY =
            Set.of("div", "section", "header", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> NOT_IN_PARAGRAPHS =
            Set.of("a", "blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul", "select");
    private static final int LONGEST_BYLINE = 100;

    private final Names names;
    private final boolean unlikelyOut;
    private final List<Element> found = new ArrayList<>();
    private boolean bylineSeen;

    private Paragraphs(Names names, boolean unlikelyOut) {
        this.names = names;
        this.unlikelyOut = unlikelyOut;
    }

    /** In the order of the page. */
    static List<Element> in(Element body, Names names, boolean unlikelyOut) {
        Paragraphs paragraphs = new Paragraphs(names, unlikelyOut);
        for (Element e = body; e != null; ) {
            e = paragraphs.visit(e, body);
        }
        return paragraphs.found;
    }

    /** Gives the element to visit next. */
    private @Nullable Element visit(Element e, Element body) {
        if (e != body && isToGo(e)) {
            Element next = behind(e, body);
            e.remove();
            return next;
        }
        if (NOTHING_WHEN_EMPTY.contains(e.normalName()) && Blank.isEmpty(e)) {
            Element next = behind(e, body);
            e.replaceWith(new TextNode(" ")); // it may be all that there is between two words
            return next;
        }
        if (SPEAKING.contains(e.normalName())) {
            found.add(e);
        }
        return inside(e.nameIs("div") ? division(e) : e, body);
    }

    private boolean isToGo(Element e) {
        if (!Names.hasAny(e) && !e.hasAttr("rel")) {
            return false;
        }
        String called = Names.of(e);
        if (isByline(e, called)) {
            bylineSeen = true;
            return true;
        }
        return unlikelyOut && names.isUnlikely(called) && !e.nameIs("a");
    }

    /** The first only: others may be those of other articles, or of comments. */
    private boolean isByline(Element e, String called) {
        if (bylineSeen || !e.attr("rel").equals("author") && !names.isByline(called)) {
            return false;
        }
        String text = e.wholeText().strip();
        return !text.isEmpty() && text.length() < LONGEST_BYLINE;
    }

    /** Gives what it has become. */
    private Element division(Element div) {
        Element only = onlyParagraph(div);
        if (only != null) {
            div.replaceWith(only);
            found.add(only);
            return only;
        }
        if (hasBlock(div)) {
            wrapText(div);
        } else {
            div.tagName("p");
            found.add(div);
        }
        return div;
    }

    private static @Nullable Element onlyParagraph(Element div) {
        Element first = div.firstElementChild();
        if (first == null || !first.nameIs("p") || first.nextElementSibling() != null) {
            return null;
        }
        for (Node child : div.childNodes()) {
            if (child instanceof TextNode text && !Blank.isBlank(text)) {
                return null;
            }
        }
        return first;
    }

    private static boolean hasBlock(Element div) {
        NodeFilter toTheFirst = (node, depth) -> node != div && NOT_IN_PARAGRAPHS.contains(node.normalName())
                ? FilterResult.STOP
                : FilterResult.CONTINUE;
        return NodeTraversor.filter(toTheFirst, div) == FilterResult.STOP;
    }

    private static void wrapText(Element div) {
        for (Node child : List.copyOf(div.childNodes())) {
            if (child instanceof TextNode text && !Blank.isBlank(text)) {
                text.replaceWith(new Element("p").text(text.text()));
            }
        }
    }

    private static @Nullable Element inside(Element e, Element body) {
        Element child = e.firstElementChild();
        return child == null ? behind(e, body) : child;
    }

    private static @Nullable Element behind(Element e, Element body) {
        for (Element up = e; up != null && up != body; up = up.parent()) {
            Element next = up.nextElementSibling();
            if (next != null) {
                return next;
            }
        }
        return null;
    }
}
