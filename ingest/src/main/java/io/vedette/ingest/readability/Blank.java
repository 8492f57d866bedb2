package io.vedette.ingest.readability;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** What a reader sees nothing of. */
final class Blank {

    private static final NodeFilter TO_THE_FIRST_WORD = (node, depth) -> node instanceof TextNode text && !isBlank(text)
            ? NodeFilter.FilterResult.STOP
            : NodeFilter.FilterResult.CONTINUE;

    private Blank() {}

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0';
    }

    /** Zero-width space and soft hyphen. */
    static boolean isInvisible(char c) {
        return c == '\u200b' || c == '\u00ad';
    }

    static boolean isBlank(TextNode node) {
        String text = node.getWholeText();
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i)) && !isInvisible(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is no text in it, nor anything but line breaks and rules. */
    static boolean isEmpty(Element e) {
        for (Element child = e.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (!child.nameIs("br") && !child.nameIs("hr")) {
                return false;
            }
        }
        return NodeTraversor.filter(TO_THE_FIRST_WORD, e) != NodeFilter.FilterResult.STOP;
    }

    /** The element that comes next, if there are at most spaces before it; the node itself if it is one. */
    static @Nullable Element elementFrom(@Nullable Node node) {
        Node next = node;
        while (next instanceof TextNode text && isBlank(text)) {
            next = next.nextSibling();
        }
        return next instanceof Element e ? e : null;
    }
}
