package io.vedette.app.command;

import io.vedette.app.article.Tagging;
import io.vedette.app.terminal.Terminal;
import io.vedette.app.watch.CheckPrinter;
import io.vedette.app.watch.CheckedFile;
import io.vedette.app.watch.WatchChecker;
import io.vedette.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code vedette watch test} and {@code vedette watch lint} have in common: they need no Kafka. */
@Command(
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: all watches are good",
            "1: a watch is not, or with --strict there was a warning",
            "64: wrong arguments",
            "65: a file is no file of watches",
            "66: a file can't be read"
        },
        footerHeading = "%nExamples:%n")
abstract class WatchCheckCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final boolean examples;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of watches (YAML), or folders of them.")
    private final List<Path> files = new ArrayList<>();

    @Option(names = "--strict", description = "Takes warnings for errors.")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, or json: an object for each watch, one a line (default: text).")
    private OutputFormat format = OutputFormat.TEXT;

    /** @param examples whether examples are tried */
    WatchCheckCommand(Terminal terminal, boolean examples) {
        this.terminal = terminal;
        this.examples = examples;
    }

    @Override
    public final Integer call() throws IOException {
        List<Path> found = WatchFiles.below(files); // before seconds are spent on reading names
        WatchChecker checker = new WatchChecker(Tagging.of(config.configuration()), examples);
        CheckPrinter printer = new CheckPrinter(terminal, format == OutputFormat.JSON);
        ExitCode code = ExitCode.OK;
        for (Path file : found) {
            CheckedFile checked = checker.check(file);
            printer.print(checked);
            code = worse(code, checked);
        }
        printer.sum();
        return code.code();
    }

    private ExitCode worse(ExitCode before, CheckedFile checked) {
        if (checked.problem() != null) {
            return ExitCode.DATA;
        }
        boolean bad = checked.watches().stream()
                .anyMatch(
                        watch -> !watch.isGood() || (strict && !watch.warnings().isEmpty()));
        return before == ExitCode.OK && bad ? ExitCode.FAILED : before;
    }

    /** {@code vedette watch test}. */
    @Command(
            name = "test",
            description = {
                "Compiles the watches of files, warns of what looks wrong, and tries their examples; without Kafka.",
                "Made for a repository of watches and its CI."
            },
            footer = {"  vedette watch test watches/*.yaml", "  vedette watch test --strict --format json watches.yaml"
            })
    static final class Test extends WatchCheckCommand {
        Test(Terminal terminal) {
            super(terminal, true);
        }
    }

    /** {@code vedette watch lint}. */
    @Command(
            name = "lint",
            description = "Compiles the watches of files and warns of those that can never match, repeat each other, or"
                    + " cost much; without Kafka.",
            footer = {"  vedette watch lint watches/"})
    static final class Lint extends WatchCheckCommand {
        Lint(Terminal terminal) {
            super(terminal, false);
        }
    }
}
