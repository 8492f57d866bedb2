package io.vedette.app.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.terminal.Style;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Sources as lines for people: how each does, when it last had something new, how much a day, where it is. */
public final class SourceLines {

    private static final Set<String> DULL = Set.of("PAUSED", "UNKNOWN");

    private final Instant now;
    private final boolean colour;

    public SourceLines(Instant now, boolean colour) {
        this.now = now;
        this.colour = colour;
    }

    /** What stands above the columns. */
    public String head() {
        return Style.DIM.on(
                String.format(
                        Locale.ROOT, "%-10s %-9s %13s  %-28s %s", "status", "last new", "a day/usual", "id", "url"),
                colour);
    }

    /** One source, as the API shows it; a second line says why it is not well. */
    public String line(JsonNode source) {
        JsonNode state = source.path("state");
        String id = String.format(Locale.ROOT, "%-28s", source.path("id").asText());
        String line = status(source.path("status").asText())
                + String.format(Locale.ROOT, " %-9s %13s  ", lastNew(state), perDay(state))
                + Style.BOLD.on(id, colour) + " " + source.path("url").asText();
        String reason = state.path("reason").asText("");
        boolean tell = !reason.isEmpty() && !DULL.contains(source.path("status").asText());
        return tell ? line + "\n" + " ".repeat(11) + Style.DIM.on(reason, colour) : line;
    }

    private String status(String status) {
        String padded = String.format(Locale.ROOT, "%-10s", status.toLowerCase(Locale.ROOT));
        if (DULL.contains(status)) {
            return Style.DIM.on(padded, colour);
        }
        return status.equals("HEALTHY") ? Style.CYAN.on(padded, colour) : Style.RED.on(padded, colour);
    }

    private String lastNew(JsonNode state) {
        String at = state.path("lastNewItem").asText("");
        if (at.isEmpty()) {
            return "-";
        }
        Duration ago = Duration.between(Instant.parse(at), now);
        if (ago.toHours() >= 48) {
            return ago.toDays() + "d ago";
        }
        return ago.toMinutes() >= 120 ? ago.toHours() + "h ago" : Math.max(0, ago.toMinutes()) + "m ago";
    }

    private static String perDay(JsonNode state) {
        return number(state.path("itemsPerDay")) + "/" + number(state.path("usualPerDay"));
    }

    private static String number(JsonNode number) {
        return number.isNumber() ? String.format(Locale.ROOT, "%.0f", number.asDouble()) : "-";
    }
}
