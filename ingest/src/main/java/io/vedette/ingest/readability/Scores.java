package io.vedette.ingest.readability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** How much elements look like the one that holds the article: paragraphs count for what is around them. */
final class Scores {

    private static final int SHORTEST = 25;
    private static final int LEVELS = 3;
    private static final double POINT_PER_CHARS = 100;
    private static final double MOST_POINTS_FOR_LENGTH = 3;

    private final Names names;
    private final boolean weighNames;
    private final Map<Element, Measure> measures;
    private final Map<Element, Double> scores = new LinkedHashMap<>();

    /** @param measures of all elements of the page */
    Scores(Names names, boolean weighNames, Map<Element, Measure> measures) {
        this.names = names;
        this.weighNames = weighNames;
        this.measures = measures;
    }

    /** Adds what a paragraph is worth to the elements that it is in. */
    void add(List<Element> paragraphs, Element body) {
        for (Element paragraph : paragraphs) {
            Measure measure = measure(paragraph);
            if (paragraph.parent() != null && measure.length() >= SHORTEST) {
                add(paragraph, worth(measure), body);
            }
        }
        // what is mostly links is a menu
        scores.replaceAll((e, score) -> score * (1 - measure(e).linkDensity()));
    }

    /** The elements that have a score, in the order in which they got one. */
    Set<Element> elements() {
        return scores.keySet();
    }

    @Nullable
    Double of(Element e) {
        return scores.get(e);
    }

    /** Of an element that has to have one. */
    double ofSure(Element e) {
        return scores.computeIfAbsent(e, this::atFirst);
    }

    Measure measure(Element e) {
        return measures.getOrDefault(e, Measure.NOTHING);
    }

    private static double worth(Measure measure) {
        double forLength = Math.min(Math.floor(measure.length() / POINT_PER_CHARS), MOST_POINTS_FOR_LENGTH);
        return 2 + measure.commas() + forLength;
    }

    private void add(Element paragraph, double worth, Element body) {
        Element around = paragraph.parent();
        for (int level = 0; level < LEVELS && around != null && around != body.parent(); level++) {
            double share = level == 0 ? worth : level == 1 ? worth / 2 : worth / (level * 3);
            scores.put(around, ofSure(around) + share);
            around = around.parent();
        }
    }

    private double atFirst(Element e) {
        int score =
                switch (e.normalName()) {
                    case "div" -> 5;
                    case "pre", "td", "blockquote" -> 3;
                    case "address", "ol", "ul", "dl", "dd", "dt", "li", "form" -> -3;
                    case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
                    default -> 0;
                };
        return weighNames ? score + names.weight(e) : score;
    }
}
