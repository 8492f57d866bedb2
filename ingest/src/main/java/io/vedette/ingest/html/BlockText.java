package io.vedette.ingest.html;

import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The text of an element as a reader sees it: a line for each block, white space otherwise folded. Not recursive. */
final class BlockText {

    private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template", "iframe", "svg");
    private static final Set<String> CELLS = Set.of("td", "th");

    private BlockText() {}

    static String of(Element element) {
        return of(element, inner -> false);
    }

    /** Without the elements that are to be left out. */
    static String of(Element element, Predicate<Element> leftOut) {
        Writer writer = new Writer(leftOut);
        NodeTraversor.filter(writer, element);
        return writer.out.toString().strip();
    }

    private static final class Writer implements NodeFilter {

        private final StringBuilder out = new StringBuilder();
        private final Predicate<Element> leftOut;

        Writer(Predicate<Element> leftOut) {
            this.leftOut = leftOut;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof Element element && leftOut.test(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof TextNode text && !isSilent(text)) {
                append(text.getWholeText(), isPreformatted(text));
            } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
                newLine();
            } else if (node instanceof Element element && CELLS.contains(element.normalName())) {
                append(" ", false);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                newLine();
            }
            return FilterResult.CONTINUE;
        }

        private static boolean isSilent(TextNode text) {
            return text.parent() != null && SILENT.contains(text.parent().normalName());
        }

        private static boolean isPreformatted(TextNode text) {
            return text.parent() != null && text.parent().nameIs("pre");
        }

        private void append(String text, boolean preformatted) {
            if (preformatted) {
                out.append(text);
                return;
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean space = Character.isWhitespace(c) || c == '\u00a0';
                if (!space) {
                    out.append(c);
                } else if (out.length() > 0 && !Character.isWhitespace(out.charAt(out.length() - 1))) {
                    out.append(' ');
                }
            }
        }

        private void newLine() {
            int end = out.length();
            while (end > 0 && out.charAt(end - 1) == ' ') {
                end--;
            }
            out.setLength(end);
            if (end > 0 && out.charAt(end - 1) != '\n') {
                out.append('\n');
            }
        }
    }
}
