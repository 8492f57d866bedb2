package io.vedette.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.article.Counter;
import io.vedette.app.source.ListedSource;
import io.vedette.app.source.SourceFiles;
import io.vedette.app.source.SourceImport;
import io.vedette.app.source.SourceImport.Outcome;
import io.vedette.app.source.SourceImport.Result;
import io.vedette.app.source.StarterSources;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette source import}. */
@Command(
        name = "import",
        description = {
            "Takes sources over from a file: OPML, as feed readers export it, or YAML as docs/sources.md has it; or from the"
                    + " list of public news feeds that ships with Vedette.",
            "A source that is there with the same id is changed, by OPML and the starter list only in what these say; one"
                    + " that is there under another id is left alone.  The feeds of the starter list are not polled before"
                    + " somebody resumes them, unless --enable is given: nobody has verified them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: done",
            "2: the good ones were taken over, others were refused",
            "64: wrong arguments",
            "65: the file is none of sources",
            "66: the file can't be read",
            "69: Vedette does not answer"
        },
        footer = {
            "  vedette source import subscriptions.opml",
            "  vedette source import starter --country UA,PL --enable",
            "  vedette source import sources.yaml --dry-run"
        })
final class SourceImportCommand extends RemoteCommand {

    private static final String STARTER = "starter";

    @Parameters(paramLabel = "FILE", description = "OPML or YAML; or the word starter.")
    private String file = "";

    @Option(names = "--country", split = ",", paramLabel = "CC", description = "Only of these countries, two letters.")
    private final List<String> countries = new ArrayList<>();

    @Option(names = "--language", split = ",", paramLabel = "TAG", description = "Only of these languages.")
    private final List<String> languages = new ArrayList<>();

    @Option(names = "--enable", description = "Polls those that are new, also those of the starter list.")
    private boolean enable;

    @Option(names = "--dry-run", description = "Says what would be done, and does nothing.")
    private boolean dry;

    @Option(
            names = {"--format", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text or json (default: text).")
    private OutputFormat format = OutputFormat.TEXT;

    SourceImportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ExitCode call(ApiClient client) throws IOException, InterruptedException {
        boolean starter = file.equals(STARTER);
        List<ListedSource> sources = (starter ? StarterSources.read() : SourceFiles.read(Path.of(file)))
                .stream().filter(this::isWanted).toList();
        if (sources.isEmpty()) {
            throw new StartupException(
                    ExitCode.USAGE,
                    file + ": none of its sources is of that country and language; leave --country or --language out");
        }
        List<Result> results = new ArrayList<>();
        try (Counter counter = new Counter(terminal, "sources")) {
            new SourceImport(client, enable ? Boolean.TRUE : starter ? Boolean.FALSE : null, dry)
                    .run(sources, result -> {
                        results.add(result);
                        counter.increment();
                    });
        }
        report(results);
        return results.stream().anyMatch(result -> result.outcome() == Outcome.REFUSED)
                ? ExitCode.SOME_INPUT_BAD
                : ExitCode.OK;
    }

    private boolean isWanted(ListedSource source) {
        return isAmong(countries, source.form().country())
                && isAmong(languages, primary(source.form().language()));
    }

    private static boolean isAmong(List<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || wanted.stream().anyMatch(one -> one.strip().equalsIgnoreCase(value));
    }

    private static @Nullable String primary(@Nullable String language) {
        return language == null ? null : Locale.forLanguageTag(language).getLanguage();
    }

    private void report(List<Result> results) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
        if (format == OutputFormat.JSON) {
            terminal.result(json(results, counts).toString());
            return;
        }
        for (Result result : results) {
            if (result.reason() != null) {
                terminal.note(
                        result.listed().where() + ": " + result.listed().form().id() + ": "
                                + result.outcome().name().toLowerCase(Locale.ROOT) + ": " + result.reason());
            }
        }
        int unchanged = counts.getOrDefault(Outcome.UNCHANGED, 0) + counts.getOrDefault(Outcome.KNOWN, 0);
        terminal.result((dry ? "would be: " : "") + counts.getOrDefault(Outcome.ADDED, 0) + " added, "
                + counts.getOrDefault(Outcome.CHANGED, 0) + " changed, " + unchanged + " there already, "
                + counts.getOrDefault(Outcome.REFUSED, 0) + " refused");
    }

    private static ObjectNode json(List<Result> results, Map<Outcome, Integer> counts) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        for (Outcome outcome : Outcome.values()) {
            json.put(outcome.name().toLowerCase(Locale.ROOT), counts.getOrDefault(outcome, 0));
        }
        ArrayNode told = json.putArray("reasons");
        for (Result result : results) {
            if (result.reason() != null) {
                told.addObject()
                        .put("where", result.listed().where())
                        .put("id", result.listed().form().id())
                        .put("outcome", result.outcome().name())
                        .put("reason", result.reason());
            }
        }
        return json;
    }
}
