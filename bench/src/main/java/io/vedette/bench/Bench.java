package io.vedette.bench;

import io.vedette.bench.feeds.FeedsBenchmark;
import io.vedette.bench.fuzz.FuzzBenchmark;
import io.vedette.bench.fuzz.ListFuzz;
import io.vedette.bench.pipeline.BackfillBenchmark;
import io.vedette.bench.pipeline.PipelineBenchmark;
import io.vedette.bench.pipeline.ScaleBenchmark;
import io.vedette.bench.pipeline.SizeBenchmark;
import io.vedette.bench.pipeline.StateBenchmark;
import io.vedette.bench.pipeline.ViewsBenchmark;
import io.vedette.bench.quality.QualityBenchmark;
import io.vedette.bench.sources.SourcesBenchmark;
import io.vedette.bench.stage.StageBenchmarks;
import io.vedette.bench.stories.StoriesBenchmark;
import io.vedette.bench.taggers.TaggersBenchmark;
import io.vedette.bench.watches.WatchesBenchmark;
import io.vedette.bench.world.WorldBenchmark;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Runs a benchmark by name: a table on standard output, progress on standard error. */
@Command(
        name = "bench/run",
        description = "Measures Vedette.  Tables go to standard output, in Markdown; progress goes to standard error.",
        synopsisSubcommandLabel = "BENCHMARK",
        subcommands = {
            BackfillBenchmark.class,
            PipelineBenchmark.class,
            SizeBenchmark.class,
            ScaleBenchmark.class,
            StateBenchmark.class,
            ViewsBenchmark.class,
            QualityBenchmark.class,
            TaggersBenchmark.class,
            StageBenchmarks.class,
            StoriesBenchmark.class,
            SourcesBenchmark.class,
            WatchesBenchmark.class,
            FeedsBenchmark.class,
            WorldBenchmark.class,
            FuzzBenchmark.class,
            ListFuzz.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: measured, whatever the figures",
            "1: measured, but subjects that must agree do not",
            "64: wrong arguments",
            "66: a file can't be read",
            "70: it failed"
        })
public final class Bench {

    private static final int USAGE = 64;
    private static final int NO_INPUT = 66;
    private static final int FAILED = 70;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    private Bench() {}

    public static void main(String[] args) {
        CommandLine commandLine = new CommandLine(new Bench());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.getCommandSpec().exitCodeOnInvalidInput(USAGE);
        commandLine.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .exitCodeOnInvalidInput(USAGE));
        commandLine.setExecutionExceptionHandler((failure, command, result) -> failed(failure));
        System.exit(args.length == 0 ? help(commandLine) : commandLine.execute(args));
    }

    private static int help(CommandLine commandLine) {
        commandLine.usage(System.out);
        return 0;
    }

    private static int failed(Exception failure) {
        boolean missing = failure instanceof NoSuchFileException;
        System.err.println("bench/run: " + (missing ? failure.getMessage() + " can't be read" : "failed: " + failure));
        return missing ? NO_INPUT : FAILED;
    }
}
