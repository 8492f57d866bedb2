package io.vedette.app.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tells a person what a back-test found: alerts a day, samples with their reasons, what a change adds and loses. */
public final class BacktestPrinter {

    private static final int BAR = 30;
    private static final int MOST_CLAUSES = 5;
    private static final String INDENT = "    ";
    private static final DateTimeFormatter TO_MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Terminal terminal;

    public BacktestPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints a back-test that is done, as the API gives it. */
    public void print(JsonNode job) {
        terminal.result(read(job));
        job.path("watches").forEach(this::watch);
    }

    /** How much was read and how fast. */
    private static String read(JsonNode job) {
        long articles = job.path("articles").asLong();
        String since = minutes(job.path("since").asText());
        String read = String.format(Locale.ROOT, "%,d articles since %s", articles, since);
        if (!job.hasNonNull("startedAt") || !job.hasNonNull("endedAt")) {
            return read;
        }
        double seconds = Duration.between(
                                Instant.parse(job.path("startedAt").asText()),
                                Instant.parse(job.path("endedAt").asText()))
                        .toMillis()
                / 1e3;
        return read + String.format(Locale.ROOT, " in %.1f s", seconds);
    }

    private void watch(JsonNode report) {
        JsonNode tried = report.path("tried");
        terminal.result("");
        terminal.result(bold(report.path("watchId").asText()) + "  " + figures(tried));
        held(tried.path("held"));
        report.path("notes")
                .forEach(note ->
                        terminal.result(INDENT + Style.YELLOW.on("note", terminal.colour()) + ": " + note.asText()));
        JsonNode current = report.path("current");
        if (!current.isMissingNode() && !current.isNull()) {
            terminal.result(INDENT + "as it is now: " + figures(current));
            terminal.result(String.format(
                    Locale.ROOT,
                    "%sthe change adds %,d and loses %,d",
                    INDENT,
                    report.path("added").asLong(),
                    report.path("lost").asLong()));
        }
        days(tried.path("perDay"));
        if (current.isMissingNode() || current.isNull()) {
            samples("for example", tried.path("samples"));
        } else {
            samples("added", report.path("addedSamples"));
            samples("lost", report.path("lostSamples"));
        }
    }

    private static String figures(JsonNode figures) {
        long updates = figures.path("updates").asLong();
        return many(figures.path("alerts").asLong(), "alert")
                + (updates == 0 ? "" : " and " + many(updates, "update"))
                + " from "
                + many(figures.path("matches").asLong(), "matching article");
    }

    private static String many(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    private void held(JsonNode held) {
        List<String> reasons = new ArrayList<>();
        long all = 0;
        for (var reason : held.properties()) {
            all += reason.getValue().asLong();
            reasons.add(String.format(Locale.ROOT, "%,d %s", reason.getValue().asLong(), because(reason.getKey())));
        }
        if (all > 0) {
            terminal.result(String.format(
                    Locale.ROOT, "%s%,d of them would have been held: %s", INDENT, all, String.join(", ", reasons)));
        }
    }

    private static String because(String reason) {
        return switch (reason) {
            case "EMBARGO" -> "by an embargo";
            case "BUDGET" -> "for the watch was far above its budget";
            case "DIGEST" -> "for a digest";
            case "QUIET_HOURS" -> "in quiet hours";
            case "THROTTLE" -> "by the throttle";
            default -> reason;
        };
    }

    private void days(JsonNode perDay) {
        int most = 1;
        for (JsonNode count : perDay) {
            most = Math.max(most, count.asInt());
        }
        for (var day : perDay.properties()) {
            int count = day.getValue().asInt();
            String bar = "#".repeat((int) Math.ceil((double) count * BAR / most));
            String line = String.format(Locale.ROOT, "%s %,7d ", day.getKey(), count);
            terminal.result((INDENT + line + Style.CYAN.on(bar, terminal.colour())).stripTrailing());
        }
    }

    private void samples(String what, JsonNode alerts) {
        if (!alerts.isEmpty()) {
            terminal.result(INDENT + what + ":");
            alerts.forEach(this::sample);
        }
    }

    private void sample(JsonNode alert) {
        terminal.result(
                INDENT + "  " + minutes(alert.path("raisedAt").asText("")) + "  " + headline(alert) + update(alert));
        JsonNode clauses = alert.path("clauses");
        if (!clauses.isEmpty()) {
            terminal.result(INDENT + "    " + Style.DIM.on("| ", terminal.colour())
                    + new Snippet(clauses).marked(terminal.colour()));
            terminal.result(INDENT + "    " + Style.DIM.on("why: " + why(clauses), terminal.colour()));
        }
    }

    private static String headline(JsonNode alert) {
        String headline = alert.path("headline").asText("");
        String title = alert.path("title").asText("");
        String told = headline.isBlank() || headline.equals("null") ? title : headline;
        return told.isBlank() || told.equals("null") ? "(no headline)" : told;
    }

    private static String update(JsonNode alert) {
        return alert.path("kind").asText().equals("UPDATE")
                ? " (update: " + String.join(", ", texts(alert.path("reasons"), "")) + ")"
                : "";
    }

    private static String why(JsonNode clauses) {
        List<String> all = texts(clauses, "clause");
        return String.join("; ", all.subList(0, Math.min(MOST_CLAUSES, all.size())))
                + (all.size() > MOST_CLAUSES ? "; …" : "");
    }

    /** Each once. */
    private static List<String> texts(JsonNode many, String key) {
        return StreamSupport.stream(many.spliterator(), false)
                .map(each -> key.isEmpty() ? each.asText() : each.path(key).asText())
                .distinct()
                .collect(Collectors.toList());
    }

    private static String minutes(String time) {
        return time.isEmpty() ? time : TO_MINUTES.format(Instant.parse(time));
    }

    private String bold(String words) {
        return Style.BOLD.on(words, terminal.colour());
    }
}
