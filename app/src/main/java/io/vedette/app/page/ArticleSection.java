package io.vedette.app.page;

import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.Span;
import io.vedette.text.When;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One article of the page: its text in colour and its claims in a table. */
final class ArticleSection {

    private static final List<String> COLUMNS =
            List.of("claim", "how", "when", "who says so", "by whom", "against whom", "where", "numbers", "decided by");

    private final @Nullable String id;
    private final Document document;
    private final Annotations found;

    ArticleSection(@Nullable String id, Document document, Annotations found) {
        this.id = id;
        this.document = document;
        this.found = found;
    }

    String html() {
        Element article = new Element("article").attr("lang", found.language());
        Element heading = article.appendElement("h2").attr("dir", "auto");
        if (document.title() == null) {
            heading.text(id == null ? "untitled" : id);
        } else {
            MarkedText.append(heading, document.text(Field.TITLE), marks(Field.TITLE));
        }
        article.appendElement("p").addClass("facts").text(facts());
        MarkedText.append(
                article.appendElement("div").addClass("text").attr("dir", "auto"), document.body(), marks(Field.BODY));
        if (!found.claims().isEmpty()) {
            article.appendChild(table());
        }
        return article.outerHtml() + "\n";
    }

    private String facts() {
        return (id == null || document.title() == null ? "" : id + " · ")
                + (document.published() == null ? "" : document.published() + " · ")
                + "language " + found.language() + " · " + found.mentions().size() + " mentions · "
                + found.claims().size() + " claims";
    }

    private List<Mark> marks(Field field) {
        List<Mark> marks = new ArrayList<>();
        for (Mention mention : found.mentions()) {
            if (mention.field() == field) {
                marks.add(new Mark(mention.start(), mention.end(), Layer.of(mention.type()), Hints.mention(mention)));
            }
        }
        for (Claim claim : found.claims()) {
            if (claim.field() == field) {
                String hint = Hints.type(claim) + ", " + how(claim) + ", by " + Hints.why(claim);
                mark(claim.trigger(), Layer.TRIGGERS, hint, marks);
                mark(
                        claim.source(),
                        Layer.SOURCES,
                        "source: " + Hints.source(found, claim, document.text(field)),
                        marks);
                mark(claim.cue(), Layer.CUES, "says so: " + hint, marks);
            }
        }
        return marks;
    }

    private static void mark(@Nullable Span span, Layer layer, String hint, List<Mark> marks) {
        if (span != null) {
            marks.add(new Mark(span.start(), span.end(), layer, hint));
        }
    }

    private Element table() {
        Element table = new Element("table");
        Element head = table.appendElement("thead").appendElement("tr");
        COLUMNS.forEach(column -> head.appendElement("th").attr("scope", "col").text(column));
        Element body = table.appendElement("tbody");
        found.claims().forEach(claim -> body.appendChild(row(claim)));
        Element frame = new Element("div").addClass("frame");
        return frame.appendChild(table);
    }

    private Element row(Claim claim) {
        String text = document.text(claim.field());
        When when = claim.when();
        Element row = new Element("tr");
        Element type = row.appendElement("td").text(Hints.type(claim));
        type.attr("title", codes(claim)).addClass("type");
        row.appendElement("td").text(how(claim));
        row.appendElement("td").text(when == null ? "" : when(when));
        row.appendElement("td").text(Hints.source(found, claim, text));
        row.appendElement("td").text(Hints.names(found, claim.agents()));
        row.appendElement("td").text(Hints.names(found, claim.targets()));
        row.appendElement("td").text(Hints.names(found, claim.places()));
        row.appendElement("td").text(Hints.quantities(claim));
        row.appendElement("td").addClass("why").text(Hints.why(claim));
        if (claim.background()) {
            row.addClass("background");
        }
        return row.attr("title", text.substring(claim.start(), claim.end()));
    }

    private static String how(Claim claim) {
        return Hints.words(claim.modality().name())
                + (claim.background() ? ", background" : "")
                + (claim.conflicts().isEmpty() ? "" : ", in conflict with another claim");
    }

    private static String when(When when) {
        return when.from().equals(when.to()) ? when.from().toString() : when.from() + " to " + when.to();
    }

    private static String codes(Claim claim) {
        return "PLOVER " + claim.plover() + ", CAMEO " + claim.cameo() + ", ACLED " + claim.acled();
    }
}
