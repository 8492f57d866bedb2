package io.vedette.ingest.readability;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Joins the top candidate with what belongs to it beside it: a lead, parts between which an advert stood. */
final class Siblings {

    private static final Set<String> KEPT_AS_THEY_ARE = Set.of("div", "article", "section", "p");
    private static final Pattern SENTENCE_END = Pattern.compile("\\.( |$)");
    private static final double LEAST_SCORE = 10;
    private static final double SHARE_OF_TOP = 0.2;
    private static final int LONG = 80;
    private static final double FEW_LINKS = 0.25;

    private Siblings() {}

    /** Moves them into an element of their own. */
    static Element join(Element top, Scores scores) {
        Element article = new Element("div");
        Element parent = top.parent();
        for (Element sibling : parent == null ? List.of(top) : List.copyOf(parent.children())) {
            if (sibling == top || belongs(sibling, top, scores)) {
                if (!KEPT_AS_THEY_ARE.contains(sibling.normalName())) {
                    sibling.tagName("div");
                }
                article.appendChild(sibling);
            }
        }
        return article;
    }

    private static boolean belongs(Element sibling, Element top, Scores scores) {
        double topScore = scores.ofSure(top);
        Double score = scores.of(sibling);
        boolean alike = !top.className().isEmpty() && sibling.className().equals(top.className());
        double bonus = alike ? topScore * SHARE_OF_TOP : 0;
        if (score != null && score + bonus >= Math.max(LEAST_SCORE, topScore * SHARE_OF_TOP)) {
            return true;
        }
        return (sibling.nameIs("p") || isPicture(sibling)) && isProse(sibling, scores.measure(sibling));
    }

    private static boolean isProse(Element e, Measure measure) {
        if (measure.length() > LONG) {
            return measure.linkDensity() < FEW_LINKS;
        }
        return measure.length() > 0
                && measure.length() < LONG
                && measure.linked() == 0
                && SENTENCE_END.matcher(e.text()).find();
    }

    private static boolean isPicture(Element e) {
        Elements images = e.getElementsByTag("img");
        return !images.isEmpty()
                && Names.holdsContentImage(e)
                && images.stream().allMatch(Names::holdsContentImage);
    }
}
