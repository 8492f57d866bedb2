package io.vedette.app.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.terminal.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The text around the first words that matched, on one line, with all words in it that matched marked. */
final class Snippet {

    private static final int MOST_CHARS = 240;

    private final String text;
    private final List<Span> spans = new ArrayList<>();

    private record Span(int start, int end) {}

    /** @param clauses of an alert, as the API has them; not empty */
    Snippet(JsonNode clauses) {
        JsonNode first = clauses.path(0);
        String whole = first.path("snippet").asText();
        int from = cut(
                whole, first.path("start").asInt() - first.path("snippetStart").asInt());
        this.text = whole.substring(from, Math.min(whole.length(), from + MOST_CHARS));
        for (JsonNode clause : clauses) {
            boolean here = clause.path("field").equals(first.path("field"))
                    && clause.path("snippetStart").equals(first.path("snippetStart"))
                    && clause.path("snippet").equals(first.path("snippet"));
            int offset = clause.path("snippetStart").asInt() + from;
            int start = clause.path("start").asInt() - offset;
            int end = clause.path("end").asInt() - offset;
            // a claim may be the whole sentence, which marks nothing
            boolean all = start <= 0 && end >= text.stripTrailing().length();
            if (here && !all && start >= 0 && end > start && end <= text.length()) {
                spans.add(new Span(start, end));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
    }

    private static int cut(String whole, int match) {
        if (whole.length() <= MOST_CHARS || match < MOST_CHARS / 2) {
            return 0;
        }
        int space = whole.indexOf(' ', match - MOST_CHARS / 3);
        return space < 0 || space > match ? match : space + 1;
    }

    /** In colour, or else between angle quotes. */
    String marked(boolean colour) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Span span : spans) {
            if (span.start() >= done) {
                String words = text.substring(span.start(), span.end());
                out.append(text, done, span.start());
                out.append(colour ? Style.MATCH.on(words, true) : "«" + words + "»");
                done = span.end();
            }
        }
        return out.append(text, done, text.length()).toString().replaceAll("\\s*\\n\\s*", " ");
    }
}
