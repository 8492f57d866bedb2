package io.vedette.ingest.html;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** The element that a page itself calls its article, by microdata, HTML5 or the role for screen readers. */
final class DeclaredText {

    /** The more exact first. */
    private static final List<String> CONTAINERS =
            List.of("[itemprop~=articleBody]", "[property~=articleBody]", "article", "main", "[role=main]");

    private static final String ASIDE =
            "nav, aside, footer, form, header nav, button, select, menu, dialog, [role=navigation],"
                    + " [role=complementary], [role=dialog], [role=search], script, style, noscript, template";

    private DeclaredText() {}

    /** A copy of the first kind of container of which there is exactly one, without what stands aside in it. */
    static @Nullable Element of(Document page) {
        for (String query : CONTAINERS) {
            Elements found = page.body().select(query);
            if (found.size() == 1) {
                Element copy = found.get(0).clone();
                copy.select(ASIDE).remove();
                return copy;
            }
        }
        return null;
    }
}
