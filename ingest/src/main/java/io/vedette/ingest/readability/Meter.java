package io.vedette.ingest.readability;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Measures elements while it walks over them: counts from the beginning of the walk, so that what an element has is the
 * difference between its end and its beginning.
 */
final class Meter implements NodeVisitor {

    private static final int COUNTS = 7;
    private static final int DEPTH_AT_FIRST = 64;

    private final BiConsumer<Element, Measure> results;
    private final StringBuilder text = new StringBuilder();
    private int[] begun = new int[COUNTS * DEPTH_AT_FIRST];
    private int open;
    private Measure last = Measure.NOTHING;

    private int commas;
    private int linked;
    private int paragraphs;
    private int images;
    private int items;
    private int inputs;

    /** @param results take what is in each element, at its end */
    Meter(BiConsumer<Element, Measure> results) {
        this.results = results;
    }

    /** Of the element that ended last. */
    Measure last() {
        return last;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element e) {
            if (e.isBlock() || e.nameIs("br")) {
                space();
            }
            begin();
            count(e.normalName());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element e) {
            end(e);
            if (e.isBlock()) {
                space();
            }
        }
    }

    private void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Blank.isSpace(c)) {
                space();
            } else if (!Blank.isInvisible(c)) {
                text.append(c);
                commas += c == ',' ? 1 : 0;
            }
        }
    }

    private void space() {
        int end = text.length();
        if (end > 0 && text.charAt(end - 1) != ' ') {
            text.append(' ');
        }
    }

    private void count(String name) {
        switch (name) {
            case "p" -> paragraphs++;
            case "img" -> images++;
            case "li" -> items++;
            case "input" -> inputs++;
            default -> {}
        }
    }

    private void begin() {
        if (open + COUNTS > begun.length) {
            begun = Arrays.copyOf(begun, 2 * begun.length);
        }
        begun[open++] = text.length();
        begun[open++] = commas;
        begun[open++] = linked;
        begun[open++] = paragraphs;
        begun[open++] = images;
        begun[open++] = items;
        begun[open++] = inputs;
    }

    private void end(Element e) {
        open -= COUNTS;
        int length = lengthSince(begun[open]);
        if (e.nameIs("a")) {
            linked += length;
        }
        last = new Measure(
                length,
                commas - begun[open + 1],
                linked - begun[open + 2],
                paragraphs - begun[open + 3],
                images - begun[open + 4],
                items - begun[open + 5],
                inputs - begun[open + 6]);
        results.accept(e, last);
    }

    /** Without a space at either end. */
    private int lengthSince(int start) {
        int end = text.length();
        int from = start < end && text.charAt(start) == ' ' ? start + 1 : start;
        return end > from && text.charAt(end - 1) == ' ' ? end - 1 - from : end - from;
    }
}
