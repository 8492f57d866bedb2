package io.vedette.ingest.readability;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The element that holds most of the article. */
final class TopCandidate {

    private static final int BEST = 5;
    private static final double ALMOST_AS_GOOD = 0.75;
    private static final int ENOUGH_OTHERS = 3;

    private TopCandidate() {}

    /** The one below the body, or null if nothing of the page stands out. */
    static @Nullable Element of(Scores scores, Element body) {
        List<Element> best = best(scores);
        if (best.isEmpty() || best.get(0) == body) {
            return null;
        }
        Element common = commonParent(best, scores, body);
        Element better = betterParent(common == null ? best.get(0) : common, scores, body);
        Element parent = better.parent();
        while (parent != null && parent != body && parent.childrenSize() == 1) {
            better = parent;
            parent = better.parent();
        }
        return better;
    }

    /** The highest scores; of equals the first. */
    private static List<Element> best(Scores scores) {
        List<Element> best = new ArrayList<>();
        for (Element e : scores.elements()) {
            double score = scores.ofSure(e);
            int place = best.size();
            while (place > 0 && score > scores.ofSure(best.get(place - 1))) {
                place--;
            }
            best.add(place, e);
            if (best.size() > BEST) {
                best.remove(BEST);
            }
        }
        return best;
    }

    /** Where three others are nearly as good, what holds all of them is better. */
    private static @Nullable Element commonParent(List<Element> best, Scores scores, Element body) {
        double top = scores.ofSure(best.get(0));
        List<Element> others = best.stream()
                .skip(1)
                .filter(e -> scores.ofSure(e) / top >= ALMOST_AS_GOOD)
                .toList();
        if (others.size() < ENOUGH_OTHERS) {
            return null;
        }
        for (Element parent = best.get(0).parent(); parent != null && parent != body; parent = parent.parent()) {
            Element common = parent;
            long inIt =
                    others.stream().filter(e -> e != common && isIn(e, common)).count();
            if (inIt >= ENOUGH_OTHERS) {
                return common;
            }
        }
        return null;
    }

    private static boolean isIn(Element e, Element container) {
        for (Element up = e.parent(); up != null; up = up.parent()) {
            if (up == container) {
                return true;
            }
        }
        return false;
    }

    /** Scores fall from parent to parent; where one rises, more content is around. */
    private static Element betterParent(Element top, Scores scores, Element body) {
        double last = scores.ofSure(top);
        double least = last / 3;
        for (Element parent = top.parent(); parent != null && parent != body; parent = parent.parent()) {
            Double score = scores.of(parent);
            if (score == null) {
                continue;
            }
            if (score < least) {
                return top;
            }
            if (score > last) {
                return parent;
            }
            last = score;
        }
        return top;
    }
}
