package io.vedette.ingest.readability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Takes out of the article what does not belong to it: lists of links, forms, buttons for sharing, its own headline. */
final class Cleaning {

    private static final Set<String> NEVER_TEXT =
            Set.of("object", "embed", "footer", "link", "iframe", "input", "textarea", "select", "button");

    private static final int PROSE_COMMAS = 10;
    private static final int MANY_ITEMS = 100;
    private static final int FEW_CHARS = 25;
    private static final int GOOD_NAME = 25;
    private static final double MANY_LINKS = 0.2;
    private static final double MANY_LINKS_IN_GOOD = 0.5;
    private static final int LEVELS_TO_FIGURE = 4;

    private final Names names;
    private final Sieve sieve;
    private final Set<Element> dataTables = new HashSet<>();

    private Cleaning(Names names, Sieve sieve) {
        this.names = names;
        this.sieve = sieve;
    }

    /** @param title the headline, or null */
    static void of(Element article, @Nullable String title, Names names, Sieve sieve) {
        new Cleaning(names, sieve).clean(article, title);
    }

    private void clean(Element article, @Nullable String title) {
        article.getElementsByTag("table").stream().filter(DataTable::is).forEach(dataTables::add);
        removeDoubtful(article, "fieldset");
        remove(article, e -> NEVER_TEXT.contains(e.normalName()));
        for (Element part : article.children()) {
            remove(part, e -> e != part && Names.hasAny(e) && Names.of(e).contains("share"));
        }
        Elements subheadings = article.getElementsByTag("h2");
        if (title != null
                && subheadings.size() == 1
                && isTitle(subheadings.get(0).text(), title)) {
            subheadings.remove();
        }
        if (sieve.weighNames()) {
            remove(article, e -> (e.nameIs("h1") || e.nameIs("h2")) && names.weight(e) < 0);
        }
        removeDoubtful(article, "table");
        removeDoubtful(article, "ul");
        removeDoubtful(article, "div");
    }

    private static void remove(Element root, Predicate<Element> what) {
        for (Element e : root.getAllElements()) {
            if (e != root && what.test(e)) {
                e.remove();
            }
        }
    }

    /** A heading that the title has in it, or that has the title in it, and is hardly longer or shorter. */
    private static boolean isTitle(String heading, String title) {
        if (title.isEmpty()) {
            return false;
        }
        double longer = (heading.length() - title.length()) / (double) title.length();
        return Math.abs(longer) < 0.5 && (longer > 0 ? heading.contains(title) : title.contains(heading));
    }

    /** The inner ones first, for what they lose counts for the outer ones. */
    private void removeDoubtful(Element article, String name) {
        if (!sieve.doubtfulOut()) {
            return;
        }
        List<Element> all = new ArrayList<>(article.getElementsByTag(name));
        Collections.reverse(all);
        for (Element e : all) {
            if (e != article && !isInDataTable(e) && isDoubtful(e)) {
                e.remove();
            }
        }
    }

    private boolean isDoubtful(Element e) {
        int weight = sieve.weighNames() ? names.weight(e) : 0;
        if (weight < 0) {
            return true;
        }
        Measure has = Measure.of(e);
        if (has.commas() >= PROSE_COMMAS) {
            return false;
        }
        boolean list = e.nameIs("ul");
        return has.images() > 1 && has.paragraphs() < 0.5 * has.images() && !isInFigure(e)
                || !list && has.items() - MANY_ITEMS > has.paragraphs()
                || has.inputs() > has.paragraphs() / 3
                || !list && has.length() < FEW_CHARS && has.images() == 0 && !isInFigure(e)
                || !list && weight < GOOD_NAME && has.linkDensity() > MANY_LINKS
                || weight >= GOOD_NAME && has.linkDensity() > MANY_LINKS_IN_GOOD;
    }

    private boolean isInDataTable(Element e) {
        for (Element up = e.parent(); up != null && !dataTables.isEmpty(); up = up.parent()) {
            if (dataTables.contains(up)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInFigure(Element e) {
        Element up = e.parent();
        for (int level = 0; level < LEVELS_TO_FIGURE && up != null; level++) {
            if (up.nameIs("figure")) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }
}
