package io.vedette.ingest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Takes out of a page what stands around its article, where the page names it: comments, newsletters, links to other
 * articles, buttons for sharing.  Names are those of classes and ids, in the words of common publishing systems.
 */
final class Furniture {

    private static final String BEGIN = "(?i)(?:^|[\\s_-])(?:";
    private static final String END = ")(?:$|[\\s_-])";

    private static final Pattern NAMES = Pattern.compile(BEGIN
            + "comments?|commentlist|comment-?respond|respond|disqus[a-z]*|disqus_thread"
            + "|newsletters?|newsletter-?signup|signup|subscribe|subscription|mailchimp|mc4wp[a-z-]*"
            + "|related|related-?(?:posts?|articles?|stories|links|content)|jp-relatedposts|yarpp[a-z-]*|recommended|recommendations|read-?(?:more|next|also)|more-?(?:stories|news|from)"
            + "|outbrain|taboola|promo|promotion|advert|advertisement|adsbygoogle|sponsored"
            + "|share|sharing|sharedaddy|share-?(?:buttons?|bar|links|tools)|social|social-?(?:share|links|media|icons)|addtoany[a-z_]*"
            + "|breadcrumbs?|pagination|post-?nav(?:igation)?|nav-?links|nav-?(?:next|previous)|paywall"
            + "|author-?(?:bio|box|info|card)|about-?author|tags|tag-?(?:list|links|cloud)|skip-?link|screen-?reader-?(?:text|only)|sr-only|visually-?hidden"
            + END);

    /** What holds the article may carry such a name, too. */
    private static final double MOST_OF_PAGE = 0.3;

    private static final Evaluator ARTICLE = Selector.evaluatorOf("article, main, [itemprop~=articleBody], h1");

    private Furniture() {}

    /** Takes it out, and gives it back. */
    static Elements removeFrom(Document page) {
        Elements furniture = new Elements();
        NameMatcher names = new NameMatcher(NAMES);
        List<Element> named = new ArrayList<>();
        Landmarks.each(page.body(), e -> {
            if (names.matches(e)) {
                named.add(e);
            }
        });
        int pageLength = named.isEmpty() ? 0 : page.body().text().length();
        for (Element e : named) {
            if (isFurniture(e, pageLength)) {
                furniture.add(e);
            }
        }
        return furniture.remove();
    }

    private static boolean isFurniture(Element e, int pageLength) {
        return !e.nameIs("body")
                && !e.is(ARTICLE)
                && e.text().length() < MOST_OF_PAGE * pageLength
                && e.selectFirst(ARTICLE) == null;
    }
}
