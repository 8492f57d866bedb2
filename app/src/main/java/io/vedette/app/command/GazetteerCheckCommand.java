package io.vedette.app.command;

import io.vedette.app.article.GazetteerFiles;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.text.gazetteer.check.Finding;
import io.vedette.text.gazetteer.check.Finding.Severity;
import io.vedette.text.gazetteer.check.GazetteerCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette gazetteer check}. */
@Command(
        name = "check",
        description = {
            "Checks the dictionary of actors and places, or your own files beside it.",
            "Prints one line for each fault: file, line, what is wrong, what to do."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: no errors, though there may be warnings",
            "64: wrong arguments",
            "65: there are errors",
            "66: a file can't be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette gazetteer check",
            "  vedette gazetteer check --gazetteer my/gazetteer",
            "  vedette gazetteer check --strict my-actors.tsv places-mine.tsv"
        })
final class GazetteerCheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Tables of actors, or of places where the name begins with \"places\"; checked against what"
                    + " Vedette comes with.  Without any, that itself is checked.")
    private final List<Path> files = new ArrayList<>();

    @Option(
            names = "--gazetteer",
            paramLabel = "FOLDER",
            description =
                    "Your own folder, as tagging.gazetteer names it: its files are checked in place of those of the"
                            + " same name that Vedette comes with, and beside the others.")
    private @Nullable Path gazetteer;

    @Option(names = "--strict", description = "Takes warnings for errors.")
    private boolean strict;

    GazetteerCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new NoSuchFileException(file.toString());
            }
        }
        List<String> own = files.stream().map(Path::toString).toList();
        GazetteerFiles ours = GazetteerFiles.of(gazetteer);
        List<Finding> findings = GazetteerCheck.run(path -> open(ours, own, path), own).stream()
                .filter(finding -> own.isEmpty() || own.contains(finding.file()))
                .toList();
        findings.forEach(finding -> terminal.result(finding.toString()));
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        terminal.note(errors + " errors, " + (findings.size() - errors) + " warnings");
        boolean good = errors == 0 && (!strict || findings.isEmpty());
        return (good ? ExitCode.OK : ExitCode.DATA).code();
    }

    private static InputStream open(GazetteerFiles ours, List<String> own, String path) throws IOException {
        return own.contains(path) ? Files.newInputStream(Path.of(path)) : ours.open(path);
    }
}
