package io.vedette.app.command;

import io.vedette.app.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vedette gazetteer}. */
@Command(
        name = "gazetteer",
        description = "Makes and checks the dictionary of actors and places.",
        synopsisSubcommandLabel = "build|check|import",
        mixinStandardHelpOptions = true)
public final class GazetteerCommand {

    private GazetteerCommand() {}

    /** The command with its own commands. */
    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new GazetteerCommand())
                .addSubcommand(new GazetteerBuildCommand(terminal))
                .addSubcommand(new GazetteerCheckCommand(terminal))
                .addSubcommand(new GazetteerImportCommand(terminal));
    }
}
