package io.vedette.app.command;

import io.vedette.app.gazetteer.ActorImport;
import io.vedette.app.gazetteer.ImportedActors;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette gazetteer import}. */
@Command(
        name = "import",
        description = {
            "Makes rows of actors out of other formats.",
            "Reads CSV with a header, results of SPARQL queries to Wikidata (JSON, TSV), and actor dictionaries of PETRARCH and"
                    + " Phoenix.  Put what comes out as my-actors.tsv into the folder that tagging.gazetteer names, and check"
                    + " it; docs/gazetteer.md says what is read from where."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: done",
            "2: some rows were left out",
            "64: wrong arguments",
            "66: a file can't be read",
            "69: a file is of another format"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette gazetteer import actors.csv -o my/gazetteer/my-actors.tsv",
            "  vedette gazetteer import --type PARTY parties.json -o my/gazetteer/my-actors.tsv",
            "  vedette gazetteer import --format petrarch Phoenix.Countries.actors.txt | less",
            "  vedette gazetteer check --gazetteer my/gazetteer"
        })
final class GazetteerImportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to import; several become one table.")
    private final List<Path> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: by the file's name: .csv, .json, .tsv, else PETRARCH).")
    private @Nullable ActorImport format;

    @Option(
            names = "--type",
            defaultValue = "ORGANISATION",
            paramLabel = "TYPE",
            description = "The type of actors of whom the file says none (default: ${DEFAULT-VALUE}).")
    private String type = "ORGANISATION";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the table goes (default: standard output).")
    private @Nullable Path output;

    GazetteerImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ImportedActors actors = new ImportedActors(type);
        for (Path file : files) {
            ActorImport how = format == null ? ActorImport.of(file.toString()) : format;
            try (BufferedReader in = Files.newBufferedReader(file)) {
                how.read(String.valueOf(file.getFileName()), in, actors);
            }
        }
        List<String> lines = actors.lines();
        if (output == null) {
            lines.forEach(terminal::result);
        } else {
            Files.write(output, lines);
        }
        actors.problems().forEach(terminal::note);
        terminal.note((lines.size() - 1) + " actors; check them with: vedette gazetteer check"
                + (output == null ? "" : " " + output));
        return (actors.problems().isEmpty() ? ExitCode.OK : ExitCode.SOME_INPUT_BAD).code();
    }
}
