package io.vedette.ingest.readability;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What classes and ids tell of an element, by Readability's lists of words.  Each set of classes is looked at once, for a
 * page repeats few of them.  For one page and one thread.
 */
final class Names {

    private static final Pattern UNLIKELY =
            words("banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|foot"
                    + "|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental"
                    + "|ad-break|agegate|pagination|pager|popup|yom-remote");
    private static final Pattern YET_LIKELY = words("and|article|body|column|main|shadow");
    private static final Pattern BYLINE = words("byline|author|dateline|writtenby");
    private static final Pattern GOOD =
            words("article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story");
    private static final Pattern BAD = words("hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|foot"
            + "|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor"
            + "|shopping|tags|tool|widget|float");
    private static final Pattern NO_CONTENT_IMAGE = Pattern.compile("author|avatar|thumbnail");

    private static final int WEIGHT = 25;

    private final Map<String, Boolean> unlikely = new HashMap<>();
    private final Map<String, Boolean> bylines = new HashMap<>();
    private final Map<String, Integer> weights = new HashMap<>();

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }

    /** Class and id as one. */
    static String of(Element e) {
        return e.className() + " " + e.id();
    }

    static boolean hasAny(Element e) {
        return e.hasAttr("class") || e.hasAttr("id");
    }

    /** Whether it is called like what stands around an article. */
    boolean isUnlikely(String names) {
        return unlikely.computeIfAbsent(
                names, n -> UNLIKELY.matcher(n).find() && !YET_LIKELY.matcher(n).find());
    }

    /** Whether it is called like the line that names the author. */
    boolean isByline(String names) {
        return bylines.computeIfAbsent(names, n -> BYLINE.matcher(n).find());
    }

    /** From -50 to 50: what the names say for or against its being content. */
    int weight(Element e) {
        return weight(e.className()) + weight(e.id());
    }

    /** Whether it may hold a picture of the article, rather than one of its author. */
    static boolean holdsContentImage(Element e) {
        String names = e.id() + " " + e.className();
        boolean bad = BAD.matcher(names).find() && !GOOD.matcher(names).find();
        return !bad && !NO_CONTENT_IMAGE.matcher(names).find();
    }

    private int weight(String name) {
        return name.isBlank() ? 0 : weights.computeIfAbsent(name, Names::weigh);
    }

    private static int weigh(String name) {
        return (GOOD.matcher(name).find() ? WEIGHT : 0) - (BAD.matcher(name).find() ? WEIGHT : 0);
    }
}
