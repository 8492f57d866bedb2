package io.vedette.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.ingest.html.HtmlText;
import io.vedette.ingest.xml.XmlNames;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** The text of an element, by what its format says of it: plain, HTML as text, HTML as elements, base64. */
final class FeedText {

    private static final Set<String> MEDIA = Set.of("image/", "audio/", "video/");

    private FeedText() {}

    /** The text without markup, a paragraph a line; empty if there is none. */
    static String of(Element element) {
        String type = element.attr("type").toLowerCase(Locale.ROOT).strip();
        String mode = element.attr("mode").toLowerCase(Locale.ROOT).strip();
        if (MEDIA.stream().anyMatch(type::startsWith)) {
            return "";
        }
        if (mode.equals("base64") || isEncoded(type)) {
            return html(decoded(element.wholeText()));
        }
        if (element.childrenSize() > 0) {
            return html(markup(element));
        }
        String text = element.wholeText();
        return isPlain(element, type, mode) ? text.strip() : html(text);
    }

    /** The same in one line, as headlines and names are. */
    static String line(Element element) {
        return of(element).replaceAll("\\s+", " ").strip();
    }

    /** Without markup. */
    static String html(String fragment) {
        return HtmlText.of(fragment);
    }

    /** Atom 1.0 says that text is plain unless it says otherwise; Atom 0.3 has the mode; RSS has HTML everywhere. */
    private static boolean isPlain(Element element, String type, String mode) {
        boolean atom = XmlNames.of(element).startsWith("atom:");
        boolean plainType = type.equals("text") || type.equals("text/plain") || type.isEmpty();
        return atom && plainType && !mode.equals("escaped");
    }

    /** Atom 1.0, section 4.1.3.3: what is neither text nor XML is in base64. */
    private static boolean isEncoded(String type) {
        return type.startsWith("application/") && !type.contains("xml") && !type.contains("html");
    }

    /** What is no text even decoded is none; what is said to be base64, and is not, is taken as it is. */
    private static String decoded(String base64) {
        try {
            String text = new String(Base64.getMimeDecoder().decode(base64.strip()), UTF_8);
            return text.indexOf('\ufffd') < 0 && text.chars().noneMatch(c -> c < ' ' && !Character.isWhitespace(c))
                    ? text
                    : "";
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }

    /**
     * Elements as HTML: CDATA among them is text, and prefixes of XHTML, which no HTML parser knows, go.  So do the items
     * that an item without an end has swallowed: what many have around them would be read as many times.
     */
    private static String markup(Element element) {
        Document document = new Document("");
        document.outputSettings().prettyPrint(false); // adds white space, and takes long where there is much of it
        Element copy = document.appendChild(element.shallowClone()).firstElementChild();
        element.filter(new Markup(element, Objects.requireNonNull(copy)));
        return copy.html();
    }

    private static final class Markup implements NodeFilter {

        private final Element root;
        private Element at;

        Markup(Element root, Element copy) {
            this.root = root;
            this.at = copy;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node == root) {
                return FilterResult.CONTINUE;
            }
            if (node instanceof Element element) {
                String name = XmlNames.of(element);
                if (Fields.ITEMS.contains(name)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                Element copy = element.shallowClone();
                String local = element.tag().localName();
                if (name.startsWith("xhtml:") && element.tagName().indexOf(':') > 0 && !local.isEmpty()) {
                    copy.tagName(local);
                }
                at.appendChild(copy);
                at = copy;
            } else {
                at.appendChild(
                        node instanceof CDataNode section ? new TextNode(section.getWholeText()) : node.shallowClone());
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(@Nullable Node node, int depth) {
            if (node instanceof Element && node != root) {
                at = Objects.requireNonNull(at.parent());
            }
            return FilterResult.CONTINUE;
        }
    }
}
