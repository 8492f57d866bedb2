package io.vedette.app.command;

import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vedette alerts}. */
@Command(
        name = "alerts",
        description = {
            "Runs the services that raise and deliver alerts; alerts tail prints them, ack, reject and silence answer them.",
            "It works on your own Kafka and schema registry, and holds the tagged articles against the watches."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "64: wrong arguments or configuration",
            "66: the configuration file can't be read",
            "69: the port is taken",
            "78: topics or schemas are missing: run vedette topics create",
            "130: ended by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  vedette alerts --config vedette.yaml", "  vedette alerts tail"})
public final class AlertsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    private AlertsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its own command. */
    public static CommandLine commandLine(Terminal terminal) {
        CommandLine alerts = new CommandLine(new AlertsCommand(terminal)).addSubcommand(new AlertsTail(terminal));
        return AlertsFeedback.addTo(alerts, terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        return ServiceRun.run(List.of(ServiceKind.DELIVERY, ServiceKind.ALERTS), config.configuration(), terminal);
    }
}
