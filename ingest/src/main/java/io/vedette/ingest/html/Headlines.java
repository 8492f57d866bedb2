package io.vedette.ingest.html;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The headline of an article: what its page declares, or else its title, without the name of the outlet. */
final class Headlines {

    private static final Pattern LAST_PART =
            Pattern.compile("^(.+?)\\s*(?:\\s[-–—|\\\\/>»·•:]|[|_»])\\s*([^-–—|\\\\/>»·•_]{1,60})$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** A headline has more words than this, an outlet's name at most as many. */
    private static final int FEW_WORDS = 4;

    /** In characters; what is longer is no headline with an outlet behind it, and parting it would take very long. */
    private static final int LONGEST = 1_000;

    private Headlines() {}

    /**
     * What a page declares, without the outlet if that stands at its end.
     *
     * @param siteName the outlet, or null if the page does not name it
     */
    static String declared(String title, @Nullable String siteName) {
        if (title.length() > LONGEST) {
            return title;
        }
        Matcher parts = LAST_PART.matcher(title);
        return siteName != null && parts.matches() && same(parts.group(2), siteName)
                ? parts.group(1).strip()
                : title;
    }

    /** The title of a page, without what looks like its outlet: a part at its end, shorter than the rest. */
    static String ofPage(String pageTitle, Landmarks page, @Nullable String siteName) {
        String title = pageTitle.strip();
        if (title.length() > LONGEST) {
            return title;
        }
        Matcher parts = LAST_PART.matcher(title);
        if (isHeading(title, page) || !parts.matches()) {
            return title;
        }
        String head = parts.group(1).strip();
        String tail = parts.group(2).strip();
        boolean outlet = siteName != null && same(tail, siteName)
                || isHeading(head, page)
                || words(tail) <= FEW_WORDS && words(head) > words(tail);
        return outlet ? head : title;
    }

    /** Whether two titles are about the same: one has the other in it, but for marks. */
    static boolean alike(String a, String b) {
        String x = letters(cut(a)).toLowerCase(Locale.ROOT);
        String y = letters(cut(b)).toLowerCase(Locale.ROOT);
        return x.contains(y) || y.contains(x);
    }

    private static boolean isHeading(String text, Landmarks page) {
        for (Element heading : page.headings()) {
            if (same(heading.text(), text)) {
                return true;
            }
        }
        return false;
    }

    /** The only first heading of a page. */
    static @Nullable String onlyHeading(Landmarks page) {
        List<Element> all =
                page.headings().stream().filter(heading -> heading.nameIs("h1")).toList();
        List<Element> ofArticle = all.stream()
                .filter(heading -> heading.closest("article") != null)
                .toList();
        List<Element> found = ofArticle.size() == 1 ? ofArticle : all;
        return found.size() == 1 ? found.get(0).text().strip() : null;
    }

    private static String cut(String title) {
        return title.substring(0, Math.min(title.length(), LONGEST));
    }

    private static boolean same(String a, String b) {
        return letters(a).equalsIgnoreCase(letters(b));
    }

    private static String letters(String s) {
        return s.replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static int words(String s) {
        return (int) WORD.matcher(s).results().count();
    }
}
