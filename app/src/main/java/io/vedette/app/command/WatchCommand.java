package io.vedette.app.command;

import static io.vedette.app.api.ApiClient.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.api.ApiClient.Answer;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette watch}. */
@Command(
        name = "watch",
        description = "Checks watches in files; lists, shows, writes and deletes those of a running Vedette.",
        synopsisSubcommandLabel = "list|show|apply|delete|test|lint",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  vedette watch test watches.yaml", "  vedette watch apply watches.yaml", "  vedette watch list"})
public final class WatchCommand {

    private WatchCommand() {}

    /** The command with its own commands. */
    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new WatchCommand())
                .addSubcommand(new ListAll(terminal))
                .addSubcommand(new Show(terminal))
                .addSubcommand(new Apply(terminal))
                .addSubcommand(new Delete(terminal))
                .addSubcommand(new WatchCheckCommand.Test(terminal))
                .addSubcommand(new WatchCheckCommand.Lint(terminal));
    }

    /** {@code vedette watch list}. */
    @Command(name = "list", description = "Lists the watches: id, severity, title, query.")
    static final class ListAll extends RemoteCommand {

        @Option(names = "--json", description = "Prints JSON, one watch a line.")
        private boolean json;

        ListAll(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            for (JsonNode watch : good(client.get("/api/watches"), "watches").body()) {
                terminal.result(json ? watch.toString() : line(watch));
            }
            return ExitCode.OK;
        }

        private String line(JsonNode watch) {
            String id = String.format("%-28s", watch.path("id").asText());
            return Style.BOLD.on(id, terminal.colour()) + " "
                    + String.format(
                            "%-8s %-36s %s",
                            watch.path("severity").asText(),
                            watch.path("title").asText(),
                            watch.path("query").asText());
        }
    }

    /** {@code vedette watch show}. */
    @Command(name = "show", description = "Shows one watch as JSON.")
    static final class Show extends RemoteCommand {

        @Parameters(paramLabel = "ID", description = "The watch.")
        private String id = "";

        Show(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            JsonNode watch = good(client.get("/api/watches/" + segment(id)), id).body();
            terminal.result(watch.toPrettyString());
            return ExitCode.OK;
        }
    }

    /** {@code vedette watch apply}. */
    @Command(
            name = "apply",
            aliases = "put",
            description = "Writes the watches of a file (YAML: a list of id, title, query, severity), new or changed.")
    static final class Apply extends RemoteCommand {

        @Parameters(paramLabel = "FILE", description = "The file of watches.")
        private Path file = Path.of("");

        Apply(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws IOException, InterruptedException {
            for (JsonNode watch : WatchFiles.nodes(file)) {
                String id = watch.path("id").asText();
                Answer answer = good(client.put("/api/watches/" + segment(id), watch.toString()), "watch " + id);
                terminal.result(id + (answer.status() == 202 ? "  written, not yet applied everywhere" : ""));
            }
            return ExitCode.OK;
        }
    }

    /** {@code vedette watch delete}. */
    @Command(name = "delete", description = "Deletes watches.")
    static final class Delete extends RemoteCommand {

        @Parameters(arity = "1..*", paramLabel = "ID", description = "The watches.")
        private final List<String> ids = new ArrayList<>();

        Delete(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            for (String id : ids) {
                good(client.delete("/api/watches/" + segment(id)), id);
                terminal.result(id);
            }
            return ExitCode.OK;
        }
    }
}
