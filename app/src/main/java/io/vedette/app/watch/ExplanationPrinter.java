package io.vedette.app.watch;

import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.text.Document;
import io.vedette.text.watch.ClauseMatch;
import io.vedette.text.watch.Explanation;
import java.util.List;

/** Tells a person why an article matches a query, with marks in its text, or why it does not and how close it came. */
public final class ExplanationPrinter {

    private static final int AROUND = 60;
    private static final String INDENT = "    ";

    private final Terminal terminal;

    public ExplanationPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Prints one.
     *
     * @param name of the article
     * @param reasons where the clauses stand that made it match; empty for one that does not
     */
    public void print(String name, Document document, Explanation explanation, List<ClauseMatch> reasons) {
        boolean colour = terminal.colour();
        String verdict =
                explanation.holds() ? Style.CYAN.on("matches", colour) : Style.RED.on("does not match", colour);
        terminal.result(Style.BOLD.on(name, colour) + "  " + verdict);
        tree(explanation, 1);
        reasons.forEach(reason -> terminal.result(INDENT + marked(document, reason)));
        explanation
                .firstFailure()
                .ifPresent(failure -> terminal.result(
                        "because " + failure.text() + (failure.nearest() == null ? "" : ": " + failure.nearest())));
    }

    private void tree(Explanation part, int depth) {
        String sign = part.holds() ? Style.CYAN.on("+", terminal.colour()) : Style.RED.on("-", terminal.colour());
        String nearest = part.nearest() == null ? "" : Style.DIM.on("  " + part.nearest(), terminal.colour());
        terminal.result(INDENT.repeat(depth) + sign + " " + part.text() + nearest);
        part.parts().forEach(child -> tree(child, depth + 1));
    }

    /** The words with some text around them. */
    private String marked(Document document, ClauseMatch reason) {
        String text = document.text(reason.field());
        int start = Math.min(reason.start(), text.length());
        int end = Math.max(start, Math.min(reason.end(), text.length()));
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        String snippet = (from > 0 ? "…" : "")
                + text.substring(from, start)
                + Style.MATCH.on(text.substring(start, end), terminal.colour())
                + text.substring(end, to)
                + (to < text.length() ? "…" : "");
        return Style.DIM.on("| ", terminal.colour()) + reason.clause() + "  " + snippet.replace('\n', ' ');
    }
}
