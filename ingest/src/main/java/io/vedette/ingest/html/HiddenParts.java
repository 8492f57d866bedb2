package io.vedette.ingest.html;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Takes out of a page what its reader does not see, or sees in front of it: hidden elements, and dialogs about cookies. */
final class HiddenParts {

    private static final Pattern HIDING_STYLE = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");

    /** As Readability: formulas that are drawn for the eye are hidden from screen readers only. */
    private static final Pattern DRAWN = Pattern.compile("(?i)fallback-image|mwe-math|katex|mathjax|mjx");

    private static final Pattern CONSENT = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:cookie|cookies|consent|gdpr|ccpa|cmp|onetrust|didomi|privacy-?(?:banner|notice|modal|popup))(?:$|[\\s_-])"
                    + "|cookie-?(?:banner|notice|bar|consent|law|policy|dialog|modal|popup|wall)");

    private static final int LONGEST_CONSENT = 6_000;

    private HiddenParts() {}

    /** Takes them out, and gives them back. */
    static Elements removeFrom(Document page) {
        Elements unseen = new Elements();
        NameMatcher consent = new NameMatcher(CONSENT);
        Landmarks.each(page.body(), e -> {
            if (e.attributesSize() > 0 && (isUnseen(e) || isConsent(e, consent))) {
                unseen.add(e);
            }
        });
        return unseen.remove();
    }

    private static boolean isUnseen(Element e) {
        if (e.hasAttr("hidden")
                || e.hasAttr("style") && HIDING_STYLE.matcher(e.attr("style")).find()) {
            return true;
        }
        return e.attr("aria-hidden").equalsIgnoreCase("true")
                && !DRAWN.matcher(e.className()).find();
    }

    /** A page about cookies has such a class on its body, and more text than a banner. */
    private static boolean isConsent(Element e, NameMatcher consent) {
        return !e.nameIs("body")
                && !e.nameIs("article")
                && !e.nameIs("main")
                && consent.matches(e)
                && e.text().length() < LONGEST_CONSENT;
    }
}
