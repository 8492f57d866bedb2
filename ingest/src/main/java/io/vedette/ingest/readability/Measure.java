package io.vedette.ingest.readability;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/**
 * What is in an element, itself included.
 *
 * @param length of its text in characters, white space folded
 * @param commas in its text
 * @param linked the part of the length that is in links
 * @param paragraphs elements {@code p}
 * @param images elements {@code img}
 * @param items elements {@code li}
 * @param inputs elements {@code input}
 */
record Measure(int length, int commas, int linked, int paragraphs, int images, int items, int inputs) {

    static final Measure NOTHING = new Measure(0, 0, 0, 0, 0, 0, 0);

    /** The share of its text that is in links. */
    double linkDensity() {
        return length == 0 ? 0 : linked / (double) length;
    }

    static Measure of(Element e) {
        Meter meter = new Meter((inner, measure) -> {});
        NodeTraversor.traverse(meter, e);
        return meter.last();
    }

    /** Of an element and of each that is in it, in one walk. */
    static Map<Element, Measure> ofAll(Element e) {
        Map<Element, Measure> all = new HashMap<>();
        NodeTraversor.traverse(new Meter(all::put), e);
        return all;
    }
}
