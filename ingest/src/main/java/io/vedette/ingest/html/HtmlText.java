package io.vedette.ingest.html;

/** Pieces of HTML, as feeds carry them, to text. */
public final class HtmlText {

    private HtmlText() {}

    /** Without markup, entities decoded, a paragraph a line; a text without markup stays what it is. */
    public static String of(String fragment) {
        boolean markup = fragment.indexOf('<') >= 0 || fragment.indexOf('&') >= 0;
        return markup ? BlockText.of(BoundedHtml.parseFragment(fragment)) : fragment.strip();
    }
}
