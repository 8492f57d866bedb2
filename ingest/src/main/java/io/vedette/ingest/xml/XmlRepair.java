package io.vedette.ingest.xml;

import java.util.regex.Pattern;

/**
 * Repairs that change nothing in XML that is well-formed: what stands in front of the first tag goes, characters that XML
 * cannot hold become blanks, and an ampersand that begins no reference becomes {@code &amp;}, so that an address such as
 * {@code ?a=1&copy=2} keeps its parameters.  CDATA sections and comments keep theirs.
 */
final class XmlRepair {

    private static final int LONGEST_REFERENCE = 40;
    private static final int LONGEST_NAME = 2_000;
    private static final Pattern NAMED = Pattern.compile("&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]*;");
    private static final String CDATA = "<![CDATA[";
    private static final String COMMENT = "<!--";

    private XmlRepair() {}

    static String repair(String xml) {
        int start = Math.max(0, xml.indexOf('<'));
        StringBuilder out = new StringBuilder(xml.length() - start + 64);
        int i = start;
        int nameEnd = 0;
        while (i < xml.length()) {
            char c = xml.charAt(i);
            nameEnd = c == '<' && nameEnd <= i ? nameEnd(xml, i) : nameEnd;
            int end = c == '<' ? opaqueEnd(xml, i) : -1;
            if (end > 0) {
                append(out, xml, i, end);
                i = end;
            } else {
                if (c == '&' && !isReference(xml, i)) {
                    out.append("&amp;");
                } else if (c == '<' && nameEnd - i > LONGEST_NAME) {
                    out.append("&lt;"); // no tag, and jsoup would copy its name for each character
                } else {
                    out.append(allowed(xml, i) ? c : ' ');
                }
                i++;
            }
        }
        return out.toString();
    }

    /**
     * The same for a parser that is strict and is to find what else is wrong: without references to entities of HTML, and
     * with blanks for its document type, so that there is nothing to declare, fetch or expand.  Lines stay where they are.
     */
    static String forStrictParser(String xml) {
        return NAMED.matcher(withoutDocumentType(xml)).replaceAll("");
    }

    private static String withoutDocumentType(String xml) {
        int start = xml.indexOf("<!DOCTYPE");
        if (start < 0) {
            return xml;
        }
        int end = start;
        int depth = 0;
        while (end < xml.length() && (depth > 0 || xml.charAt(end) != '>')) {
            depth += xml.charAt(end) == '[' ? 1 : xml.charAt(end) == ']' ? -1 : 0;
            end++;
        }
        StringBuilder out = new StringBuilder(xml);
        for (int i = start; i < Math.min(end + 1, xml.length()); i++) {
            if (xml.charAt(i) != '\n') {
                out.setCharAt(i, ' ');
            }
        }
        return out.toString();
    }

    /** Where the CDATA section or comment that begins there ends; -1 if none begins, or it has no end. */
    private static int opaqueEnd(String xml, int at) {
        if (xml.startsWith(CDATA, at)) {
            int end = xml.indexOf("]]>", at + CDATA.length());
            return end < 0 ? xml.length() : end + 3;
        }
        if (xml.startsWith(COMMENT, at)) {
            int end = xml.indexOf("-->", at + COMMENT.length());
            return end < 0 ? xml.length() : end + 3;
        }
        return -1;
    }

    private static void append(StringBuilder out, String xml, int from, int to) {
        for (int i = from; i < to; i++) {
            out.append(allowed(xml, i) ? xml.charAt(i) : ' ');
        }
    }

    /** Where the name of a tag that begins there would end. */
    private static int nameEnd(String xml, int at) {
        int end = xml.startsWith("</", at) ? at + 2 : at + 1;
        while (end < xml.length() && " \t\r\n/>".indexOf(xml.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** {@code &name;}, {@code &#10;} or {@code &#xa;} */
    private static boolean isReference(String xml, int ampersand) {
        int most = Math.min(xml.length(), ampersand + LONGEST_REFERENCE);
        for (int i = ampersand + 1; i < most; i++) {
            char c = xml.charAt(i);
            if (c == ';') {
                return i > ampersand + 1;
            }
            boolean part = c < 0x80 && Character.isLetterOrDigit(c) || c == '#' && i == ampersand + 1;
            if (!part) {
                return false;
            }
        }
        return false;
    }

    /** The characters of XML 1.0. */
    private static boolean allowed(String xml, int at) {
        char c = xml.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < xml.length() && Character.isLowSurrogate(xml.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(xml.charAt(at - 1));
        }
        return c >= ' ' && c < 0xfffe || c == '\t' || c == '\n' || c == '\r';
    }
}
