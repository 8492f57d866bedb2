package io.vedette.app.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import java.util.Locale;

/** Tells a person what a back-test found: alerts a day, samples with their reasons, what a change adds and loses. */
public final class BacktestPrinter {

    private static final int BAR = 30;
    private static final String INDENT = "    ";

    private final Terminal terminal;

    public BacktestPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints a back-test that is done, as the API gives it. */
    public void print(JsonNode job) {
        terminal.result(String.format(
                Locale.ROOT,
                "%,d articles since %s",
                job.path("articles").asLong(),
                job.path("since").asText()));
        job.path("watches").forEach(this::watch);
    }

    private void watch(JsonNode report) {
        JsonNode tried = report.path("tried");
        terminal.result("");
        terminal.result(bold(report.path("watchId").asText()) + "  " + figures(tried));
        JsonNode current = report.path("current");
        if (!current.isMissingNode() && !current.isNull()) {
            terminal.result(INDENT + "as it is now: " + figures(current));
            terminal.result(String.format(
                    Locale.ROOT,
                    "%sadded %,d, lost %,d",
                    INDENT,
                    report.path("added").asLong(),
                    report.path("lost").asLong()));
        }
        days(tried.path("perDay"));
        samples("for example", tried.path("samples"));
        samples("added", report.path("addedSamples"));
        samples("lost", report.path("lostSamples"));
    }

    private static String figures(JsonNode figures) {
        return String.format(
                Locale.ROOT,
                "%,d alerts, %,d updates, from %,d matching articles",
                figures.path("alerts").asLong(),
                figures.path("updates").asLong(),
                figures.path("matches").asLong());
    }

    private void days(JsonNode perDay) {
        int most = 1;
        for (JsonNode count : perDay) {
            most = Math.max(most, count.asInt());
        }
        for (var day : perDay.properties()) {
            int count = day.getValue().asInt();
            String bar = "#".repeat((int) Math.ceil((double) count * BAR / most));
            terminal.result(INDENT
                    + String.format(Locale.ROOT, "%s %,7d ", day.getKey(), count)
                    + Style.CYAN.on(bar, terminal.colour()));
        }
    }

    private void samples(String what, JsonNode alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        terminal.result(INDENT + what + ":");
        alerts.forEach(this::sample);
    }

    private void sample(JsonNode alert) {
        String title = alert.path("title").asText("");
        terminal.result(INDENT + "  " + alert.path("acceptedAt").asText("") + "  "
                + (title.isEmpty() || title.equals("null") ? "(no headline)" : title));
        JsonNode clause = alert.path("clauses").path(0);
        if (!clause.isMissingNode()) {
            terminal.result(INDENT + "    " + Style.DIM.on("| ", terminal.colour()) + snippet(clause));
        }
    }

    private String snippet(JsonNode clause) {
        String snippet = clause.path("snippet").asText();
        int start =
                clamp(clause.path("start").asInt() - clause.path("snippetStart").asInt(), snippet);
        int end = Math.max(
                start,
                clamp(clause.path("end").asInt() - clause.path("snippetStart").asInt(), snippet));
        String marked = snippet.substring(0, start)
                + Style.MATCH.on(snippet.substring(start, end), terminal.colour())
                + snippet.substring(end);
        return marked.replace('\n', ' ');
    }

    private static int clamp(int offset, String text) {
        return Math.max(0, Math.min(text.length(), offset));
    }

    private String bold(String words) {
        return Style.BOLD.on(words, terminal.colour());
    }
}
