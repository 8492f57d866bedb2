package io.vedette.app.page;

import io.vedette.text.Annotations;
import io.vedette.text.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page of tagged articles: {@link #head()}, any number of {@link #section sections}, {@link #foot()}.  It has no script
 * and fetches nothing; its policy says so to the browser.  All text of articles is data: none of it becomes markup.
 */
public final class AnnotationPage {

    private AnnotationPage() {}

    /** What comes before the articles: style and legend, whose switches take single colours off. */
    public static String head() {
        StringBuilder head = new StringBuilder(resource("head.html").replace("/* style */", resource("style.css")));
        Element legend = new Element("nav").attr("aria-label", "legend");
        for (Layer layer : Layer.values()) {
            String id = "show-" + layer.css();
            head.append(new Element("input")
                            .attr("type", "checkbox")
                            .attr("id", id)
                            .attr("checked", true)
                            .outerHtml())
                    .append('\n');
            legend.appendElement("label")
                    .attr("for", id)
                    .appendElement("span")
                    .addClass(layer.css())
                    .text(layer.label());
        }
        return head.append(legend.outerHtml()).append("\n<main>\n").toString();
    }

    /**
     * One article.
     *
     * @param id as its source gave it; null for none
     */
    public static String section(@Nullable String id, Document document, Annotations found) {
        return new ArticleSection(id, document, found).html();
    }

    /** What comes after the articles. */
    public static String foot() {
        return "</main>\n</body>\n</html>\n";
    }

    private static String resource(String name) {
        try (InputStream in = AnnotationPage.class.getResourceAsStream("/page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("page/" + name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
