package io.vedette.ingest.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Parses HTML in time linear in its length, whatever is in it.  An HTML parser looks for each tag through all elements that
 * are open, and what is made of its tree looks for many of them through their ancestors, so that ten megabytes of opening
 * tags are minutes of work.  Pages of articles have some 18 levels and 1,300 tags, at most 41 and 19,000 in the collections
 * that Vedette is measured with.
 */
public final class BoundedHtml {

    /** Elements that are deeper become the neighbours of those above, as in browsers, which do so at 512. No text is lost. */
    static final int MOST_DEPTH = 128;

    /** What follows the last of so many tags is not read. */
    static final int MOST_TAGS = 200_000;

    /** jsoup copies the name of a tag with each odd character in it: one that is longer ends the page. */
    private static final int LONGEST_NAME = 4_000;

    private BoundedHtml() {}

    /** A page. */
    public static Document parse(String html, String baseUri) {
        return Jsoup.parse(cut(html), baseUri, parser());
    }

    /**
     * A page in the encoding that is given, or that it begins with or declares.
     *
     * @param charset null if it is to be found
     */
    public static Document parse(byte[] html, @Nullable Charset charset, String baseUri) {
        try {
            ByteArrayInputStream cut = new ByteArrayInputStream(html, 0, end(html));
            return Jsoup.parse(cut, charset == null ? null : charset.name(), baseUri, parser());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    /** What may stand in the body of a page, in a body of its own. */
    static Element parseFragment(String html) {
        Element body = Document.createShell("").body();
        return body.appendChildren(parser().parseFragmentInput(cut(html), body, ""));
    }

    private static Parser parser() {
        return Parser.htmlParser().setMaxDepth(MOST_DEPTH);
    }

    private static String cut(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && at + 1 < html.length(); at = html.indexOf('<', at + 1)) {
            if (isTag(html.charAt(at + 1))) {
                int end = html.charAt(at + 1) == '/' ? at + 2 : at + 1;
                while (end < html.length() && end - at <= LONGEST_NAME && isName(html.charAt(end))) {
                    end++;
                }
                if (++tags > MOST_TAGS || end - at > LONGEST_NAME) {
                    return html.substring(0, at);
                }
            }
        }
        return html;
    }

    private static int end(byte[] html) {
        int tags = 0;
        for (int at = 0; at + 1 < html.length; at++) {
            if (html[at] == '<' && isTag((char) html[at + 1])) {
                int end = html[at + 1] == '/' ? at + 2 : at + 1;
                while (end < html.length && end - at <= LONGEST_NAME && isName((char) html[end])) {
                    end++;
                }
                if (++tags > MOST_TAGS || end - at > LONGEST_NAME) {
                    return at;
                }
            }
        }
        return html.length;
    }

    private static boolean isName(char c) {
        return c != ' ' && c != '>' && c != '\n' && c != '\t' && c != '\r' && c != '/';
    }

    /** Whether that behind a {@code <} makes a tag of it; a zero does so in UTF-16. */
    private static boolean isTag(char next) {
        return next == '/' || next == 0 || next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
    }
}
