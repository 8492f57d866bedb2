package io.vedette.app.alert;

import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.schemas.Alert;
import io.vedette.schemas.MatchedClause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Tells an alert to a person: which watch, how bad, the headline, the words that matched, who says so, how fast. */
public final class AlertPrinter {

    private static final String INDENT = " ".repeat(10);
    private static final int SNIPPETS = 3;
    private static final int SNIPPET_CHARS = 240;

    private final Terminal terminal;

    public AlertPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Prints one alert.
     *
     * @param millis from the article's acceptance to the alert; empty where that would say nothing
     */
    public void print(Alert alert, OptionalLong millis) {
        boolean colour = terminal.colour();
        String after = millis.isPresent() ? "  " + Style.DIM.on("after " + millis.getAsLong() + " ms", colour) : "";
        List<String> lines = new ArrayList<>();
        lines.add(severity(alert.getSeverity()) + "  " + Style.BOLD.on(alert.getWatchTitle(), colour) + after);
        String title = alert.getTitle();
        lines.add(INDENT + (title == null ? "(no headline)" : title) + origin(alert));
        snippets(alert).forEach((snippet, clauses) -> {
            lines.add(INDENT + Style.DIM.on("| ", colour) + marked(snippet, clauses));
            claims(clauses).forEach(claim -> lines.add(INDENT + Style.DIM.on("  " + claim, colour)));
        });
        terminal.result(String.join("\n", lines) + "\n");
    }

    private String severity(String severity) {
        String padded = String.format(Locale.ROOT, "%-8s", severity);
        return switch (severity) {
            case "CRITICAL" -> Style.RED.on(padded, terminal.colour());
            case "WARNING" -> Style.YELLOW.on(padded, terminal.colour());
            default -> Style.CYAN.on(padded, terminal.colour());
        };
    }

    private static String origin(Alert alert) {
        String source = alert.getSource();
        return source == null ? "" : " (" + source + ")";
    }

    private record Snippet(String field, int start, String text) {}

    private static Map<Snippet, List<MatchedClause>> snippets(Alert alert) {
        Map<Snippet, List<MatchedClause>> snippets = new LinkedHashMap<>();
        for (MatchedClause clause : alert.getClauses()) {
            Snippet snippet = new Snippet(clause.getField(), clause.getSnippetStart(), clause.getSnippet());
            if (!snippet.text().isBlank() && (snippets.containsKey(snippet) || snippets.size() < SNIPPETS)) {
                snippets.computeIfAbsent(snippet, s -> new ArrayList<>()).add(clause);
            }
        }
        return snippets;
    }

    /** The snippet on one line, cut around the words that matched, these in colour. */
    private String marked(Snippet snippet, List<MatchedClause> clauses) {
        List<MatchedClause> inOrder = clauses.stream()
                .filter(c -> c.getClaimType() == null)
                .sorted(Comparator.comparingInt(MatchedClause::getStart).thenComparing(MatchedClause::getEnd))
                .toList();
        List<MatchedClause> shown = inOrder.isEmpty() ? clauses : inOrder;
        String text = snippet.text();
        int from = cutFrom(text, shown.get(0).getStart() - snippet.start());
        int to = Math.min(text.length(), from + SNIPPET_CHARS);
        StringBuilder out = new StringBuilder(from > 0 ? "… " : "");
        int done = from;
        for (MatchedClause clause : shown) {
            int start = Math.max(done, Math.min(to, clause.getStart() - snippet.start()));
            int end = Math.max(start, Math.min(to, clause.getEnd() - snippet.start()));
            out.append(oneLine(text.substring(done, start)));
            out.append(Style.MATCH.on(oneLine(text.substring(start, end)), terminal.colour()));
            done = end;
        }
        out.append(oneLine(text.substring(done, to)));
        return out.append(to < text.length() ? " …" : "").toString();
    }

    private static int cutFrom(String text, int firstMatch) {
        if (text.length() <= SNIPPET_CHARS || firstMatch < SNIPPET_CHARS / 2) {
            return 0;
        }
        int from = Math.min(firstMatch - SNIPPET_CHARS / 3, text.length() - SNIPPET_CHARS);
        int space = text.indexOf(' ', Math.max(0, from));
        return space < 0 || space > firstMatch ? Math.max(0, from) : space + 1;
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }

    private static List<String> claims(List<MatchedClause> clauses) {
        return clauses.stream()
                .filter(clause -> clause.getClaimType() != null)
                .map(AlertPrinter::claim)
                .distinct()
                .toList();
    }

    private static String claim(MatchedClause clause) {
        String type = words(String.valueOf(clause.getClaimType()));
        String modality = clause.getModality();
        String how = modality == null || modality.equals("ASSERTED") ? "" : ", " + words(modality);
        return type + how + ", says " + who(clause);
    }

    private static String who(MatchedClause clause) {
        String said = clause.getSaid();
        String name = clause.getSourceName();
        if (said == null) {
            return name == null ? "the article itself" : name;
        }
        return name == null || name.equals(said) ? said : said + " (" + name + ")";
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
