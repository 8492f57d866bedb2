package io.vedette.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vedette audit}. */
@Command(
        name = "audit",
        description = "Shows who changed what over HTTP, and who was refused.  Needs a key with the scope admin.",
        synopsisSubcommandLabel = "list|tail",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette audit list --since -7d --who desk",
            "  vedette audit list --what 'DELETE /api/watches'",
            "  vedette audit tail --refused",
            "  vedette audit list --since 2026-11-01 --json | jq -r .path | sort | uniq -c"
        })
public final class AuditCommand {

    private AuditCommand() {}

    /** The command with its own commands. */
    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new ListAll(terminal))
                .addSubcommand(new Tail(terminal));
    }

    /** What both have in common: which entries, and how they look. */
    abstract static class Entries extends RemoteCommand {

        private static final int PAGE = 500;

        @Option(
                names = "--who",
                paramLabel = "NAME",
                description = "Only what this key or person did: a name or its beginning, or the id of a caller.")
        private @Nullable String who;

        @Option(
                names = "--what",
                paramLabel = "WORDS",
                description = "Only where method and path have this in them, such as 'PUT /api/sources'.")
        private @Nullable String what;

        @Option(names = "--tenant", paramLabel = "NAME", description = "Only what callers of this tenant did.")
        private @Nullable String tenant;

        @Option(names = "--refused", description = "Only what was answered 401, 403 or 429.")
        private boolean refused;

        @Option(names = "--json", description = "An object a line, with everything that is known.")
        private boolean json;

        Entries(Terminal terminal) {
            super(terminal);
        }

        /**
         * Prints a page.
         *
         * @param from where it begins, as a query parameter
         * @param most how many are wanted; a page may have fewer though there are more
         */
        final JsonNode page(ApiClient client, String from, int most) throws InterruptedException {
            List<String> query = new ArrayList<>(List.of(from, "limit=" + Math.min(PAGE, most)));
            add(query, "who", who);
            add(query, "what", what);
            add(query, "tenant", tenant);
            add(query, "refused", refused ? "true" : null);
            JsonNode page = good(client.get("/api/audit?" + String.join("&", query)), "the audit log can't be read")
                    .body();
            page.path("items").forEach(entry -> terminal.result(json ? entry.toString() : line(entry)));
            return page;
        }

        private String line(JsonNode entry) {
            int status = entry.path("status").asInt();
            String who = entry.path("who").asText();
            return String.format(
                            Locale.ROOT,
                            "%s %s %-20s %-15s %-6s %s",
                            Style.DIM.on(
                                    String.format(
                                            Locale.ROOT,
                                            "%-24s",
                                            entry.path("at").asText()),
                                    terminal.colour()),
                            style(status).on(Integer.toString(status), terminal.colour()),
                            who.isEmpty() ? "-" : who,
                            entry.path("from").asText(),
                            entry.path("method").asText(),
                            entry.path("path").asText())
                    .stripTrailing();
        }

        private static Style style(int status) {
            return status / 100 == 2 ? Style.CYAN : status / 100 == 5 ? Style.YELLOW : Style.RED;
        }

        private static void add(List<String> query, String name, @Nullable String value) {
            if (value != null) {
                query.add(name + "=" + ApiClient.segment(value));
            }
        }
    }

    /** {@code vedette audit list}. */
    @Command(
            name = "list",
            description = {
                "Prints entries of the audit log, the oldest first: when, the status of the answer, who, from which"
                        + " address, and what.",
                "An answer of 2xx was done; 401, 403 and 429 were refused."
            },
            footer = {
                "  vedette audit list --since -7d --who desk",
                "  vedette audit list --what 'DELETE /api/watches'",
                "  vedette audit list --since 2026-11-01 --json | jq -r .path | sort | uniq -c"
            })
    static final class ListAll extends Entries {

        @Option(
                names = "--since",
                paramLabel = "TIME",
                defaultValue = "-1d",
                description = "From when on: -12h, a day in UTC such as 2026-11-01, or a time (default: -1d).")
        private String since = "-1d";

        @Option(names = "--limit", paramLabel = "N", description = "How many at most (default: all there are).")
        private int limit = Integer.MAX_VALUE;

        ListAll(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            JsonNode page = page(client, "since=" + ApiClient.segment(since), limit);
            int printed = page.path("items").size();
            while (page.path("more").asBoolean() && printed < limit) {
                page = page(client, "cursor=" + page.path("next").asText(), limit - printed);
                printed += page.path("items").size();
            }
            return ExitCode.OK;
        }
    }

    /** {@code vedette audit tail}. */
    @Command(
            name = "tail",
            description = {
                "Prints entries of the audit log as they come, until Ctrl-C.",
                "Where Vedette stops answering it says so, and goes on where it was once Vedette answers again."
            },
            footer = {"  vedette audit tail", "  vedette audit tail --refused --json"})
    static final class Tail extends Entries {

        private static final Duration PAUSE = Duration.ofSeconds(1);
        private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(5);

        @Option(
                names = "--since",
                paramLabel = "TIME",
                defaultValue = "-10m",
                description = "Begins with what is younger than that (default: -10m).")
        private String since = "-10m";

        Tail(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            JsonNode page = page(client, "since=" + ApiClient.segment(since), Integer.MAX_VALUE);
            boolean away = false;
            while (true) {
                if (away || !page.path("more").asBoolean()) {
                    TimeUnit.MILLISECONDS.sleep((away ? PAUSE_WHILE_AWAY : PAUSE).toMillis());
                }
                try {
                    page = page(client, "cursor=" + page.path("next").asText(), Integer.MAX_VALUE);
                    away = false;
                } catch (StartupException e) {
                    if (e.exitCode() != ExitCode.UNAVAILABLE) {
                        throw e;
                    }
                    if (!away) {
                        terminal.note(e.getMessage() + "; trying again");
                    }
                    away = true;
                }
            }
        }
    }
}
