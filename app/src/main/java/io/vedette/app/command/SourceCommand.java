package io.vedette.app.command;

import static io.vedette.app.api.ApiClient.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.source.SourceLines;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette source}. */
@Command(
        name = "source",
        description = "Lists, adds, tests, pauses and imports the sources that a running Vedette polls.",
        synopsisSubcommandLabel = "list|show|add|test|pause|resume|delete|import|check",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette source add https://news.example/feed.xml --name \"Harbour News\"",
            "  vedette source import starter --country UA --enable",
            "  vedette source list --unhealthy"
        })
public final class SourceCommand {

    private SourceCommand() {}

    /** The command with its own commands. */
    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new SourceCommand())
                .addSubcommand(new ListAll(terminal))
                .addSubcommand(new Show(terminal))
                .addSubcommand(new SourceAddCommand(terminal))
                .addSubcommand(new Pause(terminal))
                .addSubcommand(new Resume(terminal))
                .addSubcommand(new Delete(terminal))
                .addSubcommand(new SourceImportCommand(terminal))
                .addSubcommand(new SourceTestCommand(terminal))
                .addSubcommand(new SourceCheckCommand(terminal));
    }

    /** {@code vedette source list}. */
    @Command(
            name = "list",
            description =
                    "Lists sources: how each does, when it last had something new, new items a day and what is usual,"
                            + " id, address; of those that are not well also why.",
            footer = {
                "  vedette source list --unhealthy",
                "  vedette source list --country UA,PL --format json",
                "  vedette source list harbour"
            })
    static final class ListAll extends RemoteCommand {

        private static final int PAGE = 1_000;

        @Parameters(
                arity = "0..1",
                paramLabel = "WORDS",
                description = "Only those whose id, name, address or coverage has these words.")
        private @Nullable String words;

        @Option(names = "--unhealthy", description = "Only those that somebody should look at.")
        private boolean unhealthy;

        @Option(names = "--status", paramLabel = "STATUS,...", description = "Only of these, such as FORBIDDEN,SILENT.")
        private @Nullable String status;

        @Option(names = "--country", paramLabel = "CC,...", description = "Only of these countries, two letters.")
        private @Nullable String country;

        @Option(names = "--language", paramLabel = "TAG,...", description = "Only of these languages.")
        private @Nullable String language;

        @Option(names = "--label", paramLabel = "LABEL", description = "Only with this label.")
        private @Nullable String label;

        @Option(
                names = {"--format", "--output"},
                paramLabel = "FORMAT",
                defaultValue = "TEXT",
                description = "text or json, a source a line (default: text).")
        private OutputFormat format = OutputFormat.TEXT;

        ListAll(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            SourceLines lines = new SourceLines(Instant.now(), terminal.colour());
            int count = 0;
            String after = "";
            for (JsonNode page = page(client, after); !page.isEmpty(); page = page(client, after)) {
                for (JsonNode source : page) {
                    if (format == OutputFormat.JSON) {
                        terminal.result(source.toString());
                    } else {
                        if (count == 0) {
                            terminal.result(lines.head());
                        }
                        terminal.result(lines.line(source));
                    }
                    count++;
                    after = source.path("id").asText();
                }
                if (page.size() < PAGE) {
                    break;
                }
            }
            if (format == OutputFormat.TEXT) {
                terminal.note(count + (count == 1 ? " source" : " sources"));
            }
            return ExitCode.OK;
        }

        private JsonNode page(ApiClient client, String after) throws InterruptedException {
            StringBuilder query = new StringBuilder("/api/sources?limit=" + PAGE);
            add(query, "after", after);
            add(query, "q", words);
            add(query, "status", status);
            add(query, "country", country);
            add(query, "language", language);
            add(query, "label", label);
            add(query, "unhealthy", unhealthy ? "true" : null);
            return good(client.get(query.toString()), "sources").body();
        }

        private static void add(StringBuilder query, String name, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
    }

    /** {@code vedette source show}. */
    @Command(
            name = "show",
            description = "Shows one source as JSON: its definition, and how it does.",
            footer = "  vedette source show harbour")
    static final class Show extends RemoteCommand {

        @Parameters(paramLabel = "ID", description = "The source.")
        private String id = "";

        Show(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            terminal.result(
                    good(client.get("/api/sources/" + segment(id)), id).body().toPrettyString());
            return ExitCode.OK;
        }
    }

    /** Does the same to several sources, up to the first that there is none of. */
    abstract static class OnEach extends RemoteCommand {

        @Parameters(arity = "1..*", paramLabel = "ID", description = "The sources.")
        private final List<String> ids = new ArrayList<>();

        OnEach(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            for (String id : ids) {
                good(call(client, "/api/sources/" + segment(id)), id);
                terminal.result(id);
            }
            return ExitCode.OK;
        }

        abstract ApiClient.Answer call(ApiClient client, String path) throws InterruptedException;
    }

    /** {@code vedette source pause}. */
    @Command(
            name = "pause",
            description = "Polls sources no longer, until they are resumed.",
            footer = "  vedette source pause harbour")
    static final class Pause extends OnEach {

        Pause(Terminal terminal) {
            super(terminal);
        }

        @Override
        ApiClient.Answer call(ApiClient client, String path) throws InterruptedException {
            return client.post(path + "/pause", "");
        }
    }

    /** {@code vedette source resume}. */
    @Command(
            name = "resume",
            description = "Polls sources again, also those that were imported and not enabled.",
            footer = "  vedette source resume bbc-world dw-all")
    static final class Resume extends OnEach {

        Resume(Terminal terminal) {
            super(terminal);
        }

        @Override
        ApiClient.Answer call(ApiClient client, String path) throws InterruptedException {
            return client.post(path + "/resume", "");
        }
    }

    /** {@code vedette source delete}. */
    @Command(
            name = "delete",
            description = "Deletes sources; their articles stay.",
            footer = "  vedette source delete harbour")
    static final class Delete extends OnEach {

        Delete(Terminal terminal) {
            super(terminal);
        }

        @Override
        ApiClient.Answer call(ApiClient client, String path) throws InterruptedException {
            return client.delete(path);
        }
    }
}
