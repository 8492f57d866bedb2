package io.vedette.ingest.html;

/** How much of a text is written in sentences, rather than in menus, captions and lists of names. */
final class Prose {

    private static final int SHORTEST_LINE = 60;

    private Prose() {}

    /** Characters in lines that are as long as a sentence. */
    static int length(String text) {
        int length = 0;
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (end - from >= SHORTEST_LINE) {
                length += end - from;
            }
            from = end + 1;
        }
        return length;
    }
}
