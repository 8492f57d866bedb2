package io.vedette.app;

import io.vedette.app.command.AlertsCommand;
import io.vedette.app.command.AnnotateCommand;
import io.vedette.app.command.AuditCommand;
import io.vedette.app.command.BacktestCommand;
import io.vedette.app.command.BriefCommand;
import io.vedette.app.command.CompletionCommand;
import io.vedette.app.command.DeadLettersCommand;
import io.vedette.app.command.DeliveriesCommand;
import io.vedette.app.command.DemoCommand;
import io.vedette.app.command.DoctorCommand;
import io.vedette.app.command.EnrichCommand;
import io.vedette.app.command.Errors;
import io.vedette.app.command.ExplainCommand;
import io.vedette.app.command.ExtractCommand;
import io.vedette.app.command.GazetteerCommand;
import io.vedette.app.command.IngestCommand;
import io.vedette.app.command.KeyCommand;
import io.vedette.app.command.MatchCommand;
import io.vedette.app.command.ReprocessCommand;
import io.vedette.app.command.SourceCommand;
import io.vedette.app.command.TopicsCommand;
import io.vedette.app.command.UpCommand;
import io.vedette.app.command.VersionProvider;
import io.vedette.app.command.WatchCommand;
import io.vedette.app.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The {@code vedette} command. */
@Command(
        name = "vedette",
        description = "Watches the world's news on Kafka and tells whoever asked, at once, with the reason.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette demo                      see it work, on a Kafka of its own",
            "  vedette annotate articles.jsonl   tag articles, without Kafka",
            "  vedette COMMAND --help            more about a command"
        })
public final class Vedette {

    private Vedette() {}

    /** Runs the command and ends the process with its exit code, see {@link io.vedette.runtime.ExitCode}. */
    public static void main(String[] args) {
        System.exit(run(Terminal.system(), args));
    }

    /** Runs the command within this process and returns its exit code. */
    public static int run(Terminal terminal, String... args) {
        int code = commandLine(terminal).execute(args);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private static CommandLine commandLine(Terminal terminal) {
        Errors errors = new Errors(terminal);
        return new CommandLine(new Vedette())
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new UpCommand(terminal))
                .addSubcommand(new IngestCommand(terminal))
                .addSubcommand(new EnrichCommand(terminal))
                .addSubcommand(AlertsCommand.commandLine(terminal))
                .addSubcommand(new AnnotateCommand(terminal))
                .addSubcommand(new ExtractCommand(terminal))
                .addSubcommand(new MatchCommand(terminal))
                .addSubcommand(SourceCommand.commandLine(terminal))
                .addSubcommand(WatchCommand.commandLine(terminal))
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new BacktestCommand(terminal))
                .addSubcommand(new BriefCommand(terminal))
                .addSubcommand(new DeliveriesCommand(terminal))
                .addSubcommand(TopicsCommand.commandLine(terminal))
                .addSubcommand(new DoctorCommand(terminal))
                .addSubcommand(DeadLettersCommand.commandLine(terminal))
                .addSubcommand(new ReprocessCommand(terminal))
                .addSubcommand(GazetteerCommand.commandLine(terminal))
                .addSubcommand(KeyCommand.commandLine(terminal))
                .addSubcommand(AuditCommand.commandLine(terminal))
                .addSubcommand(new CompletionCommand(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }
}
