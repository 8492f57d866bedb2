package io.vedette.app.command;

import static io.vedette.app.api.ApiClient.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.article.Counter;
import io.vedette.app.source.ListedSource;
import io.vedette.app.source.SourceCheck;
import io.vedette.app.source.SourceCheck.Result;
import io.vedette.app.source.SourceImport;
import io.vedette.app.source.SourceTools;
import io.vedette.app.source.StarterSources;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.ingest.source.SourceForm;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette source check}. */
@Command(
        name = "check",
        description =
                "Asks sources once, from this machine and with the manners of the service, and says which answer and why"
                        + " the others don't.  Writes nothing.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: all answer",
            "1: none answers, or there is no such source",
            "2: some don't",
            "64: wrong arguments",
            "69: Vedette does not answer (it is not asked with --starter)"
        },
        footer = {
            "  vedette source check harbour",
            "  vedette source check --all",
            "  vedette source check --starter --country UA,PL"
        })
final class SourceCheckCommand extends RemoteCommand {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "The sources.")
    private final List<String> ids = new ArrayList<>();

    @Option(names = "--all", description = "All that are defined, polled or not.")
    private boolean all;

    @Option(names = "--starter", description = "The list that ships with Vedette; nothing has to run.")
    private boolean starter;

    @Option(
            names = "--country",
            split = ",",
            paramLabel = "CC",
            description = "Of these only those of these countries.")
    private final List<String> countries = new ArrayList<>();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many hosts are asked at a time (default: 16).")
    private int parallel = 16;

    @Option(
            names = {"--format", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text or json, a source a line (default: text).")
    private OutputFormat format = OutputFormat.TEXT;

    SourceCheckCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ExitCode call(ApiClient client) throws IOException, InterruptedException {
        List<SourceForm> sources = wanted(client);
        Map<String, Integer> counts = new TreeMap<>();
        try (SourceTools tools = new SourceTools(configuration());
                Counter counter = new Counter(terminal, "sources")) {
            new SourceCheck(tools, Math.max(1, parallel)).run(sources, result -> {
                counter.close();
                terminal.result(format == OutputFormat.JSON ? json(result) : line(result));
                counts.merge(result.status(), 1, Integer::sum);
                counter.increment();
            });
        }
        int answering = counts.getOrDefault(Result.ANSWERS, 0);
        terminal.note(sources.size() + " asked: "
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", ")));
        if (answering == sources.size()) {
            return ExitCode.OK;
        }
        return answering == 0 ? ExitCode.FAILED : ExitCode.SOME_INPUT_BAD;
    }

    private List<SourceForm> wanted(ApiClient client) throws IOException, InterruptedException {
        if ((all ? 1 : 0) + (starter ? 1 : 0) + (ids.isEmpty() ? 0 : 1) != 1) {
            throw new StartupException(ExitCode.USAGE, "name the sources to check, or give --all or --starter");
        }
        List<SourceForm> sources = new ArrayList<>();
        if (starter) {
            StarterSources.read().stream().map(ListedSource::form).forEach(sources::add);
        } else if (all) {
            for (JsonNode source : good(client.get("/api/sources"), "sources").body()) {
                sources.add(SourceImport.form(source));
            }
        }
        for (String id : ids) {
            sources.add(SourceImport.form(
                    good(client.get("/api/sources/" + segment(id)), id).body()));
        }
        sources.removeIf(source -> !countries.isEmpty()
                && countries.stream().noneMatch(country -> country.equalsIgnoreCase(source.country())));
        if (sources.isEmpty()) {
            throw new StartupException(
                    ExitCode.FAILED, "there is no such source; vedette source list shows which there are");
        }
        return sources;
    }

    private String line(Result result) {
        String status = String.format(Locale.ROOT, "%-14s", result.status());
        boolean colour = terminal.colour();
        return (result.answers() ? Style.CYAN.on(status, colour) : Style.RED.on(status, colour)) + " "
                + Style.BOLD.on(
                        String.format(Locale.ROOT, "%-28s", result.form().id()), colour) + " "
                + result.detail() + "  "
                + Style.DIM.on(String.valueOf(result.form().url()), colour);
    }

    private static String json(Result result) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", result.form().id())
                .put("url", result.form().url())
                .put("status", result.status())
                .put("detail", result.detail())
                .toString();
    }
}
