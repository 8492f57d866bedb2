package io.vedette.app.command;

import static io.vedette.app.api.ApiClient.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.WatchFile;
import io.vedette.alerts.watch.WatchFileException;
import io.vedette.app.api.ApiClient;
import io.vedette.app.api.ApiClient.Answer;
import io.vedette.app.article.ArticleLines;
import io.vedette.app.article.Matching;
import io.vedette.app.article.Tagging;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette watch}. */
@Command(
        name = "watch",
        description = "Lists, shows, writes, deletes and tries watches.",
        synopsisSubcommandLabel = "list|show|put|delete|test",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette watch put watches.yaml",
            "  vedette watch list",
            "  vedette watch test '\"supply routes\" place:Ukraine' articles.jsonl"
        })
public final class WatchCommand {

    private WatchCommand() {}

    /** The command with its own commands. */
    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new WatchCommand())
                .addSubcommand(new ListAll(terminal))
                .addSubcommand(new Show(terminal))
                .addSubcommand(new Put(terminal))
                .addSubcommand(new Delete(terminal))
                .addSubcommand(new Test(terminal));
    }

    /** What those that talk to a running Vedette have in common. */
    @Command(
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0: done",
                "1: there is no such watch",
                "64: wrong arguments",
                "65: the watch was refused",
                "66: the file can't be read",
                "69: Vedette does not answer"
            })
    abstract static class Remote implements Callable<Integer> {

        final Terminal terminal;

        @Mixin
        private final ApiOptions api = new ApiOptions();

        Remote(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            return call(api.client()).code();
        }

        abstract ExitCode call(ApiClient client) throws IOException, InterruptedException;

        static Answer good(Answer answer, String what) {
            if (answer.isGood()) {
                return answer;
            }
            ExitCode code =
                    switch (answer.status()) {
                        case 404 -> ExitCode.FAILED;
                        case 503 -> ExitCode.UNAVAILABLE;
                        default -> answer.status() < 500 ? ExitCode.DATA : ExitCode.FAILED;
                    };
            throw new StartupException(code, what + ": " + answer.problem());
        }
    }

    /** {@code vedette watch list}. */
    @Command(name = "list", description = "Lists the watches: id, severity, title, query.")
    static final class ListAll extends Remote {

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
    static final class Show extends Remote {

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

    /** {@code vedette watch put}. */
    @Command(
            name = "put",
            description = "Writes the watches of a file (YAML: a list of id, title, query, severity), new or changed.")
    static final class Put extends Remote {

        @Parameters(paramLabel = "FILE", description = "The file of watches.")
        private Path file = Path.of("");

        Put(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws IOException, InterruptedException {
            for (WatchDefinition watch : watches(file)) {
                Answer answer =
                        good(client.put("/api/watches/" + segment(watch.id()), json(watch)), "watch " + watch.id());
                terminal.result(watch.id() + (answer.status() == 202 ? "  written, not yet applied everywhere" : ""));
            }
            return ExitCode.OK;
        }

        private static List<WatchDefinition> watches(Path file) throws IOException {
            try {
                return WatchFile.read(file);
            } catch (WatchFileException e) {
                throw new StartupException(ExitCode.DATA, String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** {@code vedette watch delete}. */
    @Command(name = "delete", description = "Deletes watches.")
    static final class Delete extends Remote {

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

    /** {@code vedette watch test}. */
    @Command(
            name = "test",
            description = {
                "Tries a query on articles here, without Kafka: prints one line of JSON for each article that matches.",
                "Without articles it only says whether the query can be understood."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0: done, whether or not anything matched",
                "2: some lines were no articles",
                "65: the query can't be parsed",
                "66: a file can't be read"
            })
    static final class Test implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private final ConfigOptions config = new ConfigOptions();

        @Parameters(index = "0", paramLabel = "QUERY", description = "In the language of docs/watch-language.md.")
        private String query = "";

        @Parameters(
                index = "1..*",
                arity = "0..*",
                paramLabel = "ARTICLES",
                description = "JSON Lines; - is standard input.")
        private final List<String> files = new ArrayList<>();

        Test(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            WatchDefinition watch;
            try {
                watch = WatchDefinition.of("test", null, query, null);
            } catch (IllegalArgumentException e) {
                throw new StartupException(ExitCode.DATA, String.valueOf(e.getMessage()), e);
            }
            Matching matching = Matching.of(Tagging.of(config.configuration()), List.of(watch));
            int threads = Runtime.getRuntime().availableProcessors();
            return new ArticleLines(terminal)
                    .process(files, threads, matching::lines, "")
                    .code();
        }
    }

    static String json(WatchDefinition watch) {
        try {
            return Json.MAPPER.writeValueAsString(watch);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of text can be written", e);
        }
    }
}
