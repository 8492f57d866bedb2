package io.vedette.app.command;

import io.vedette.app.allinone.AllInOne;
import io.vedette.app.allinone.DataFolder;
import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.allinone.Services;
import io.vedette.app.embedded.Ports;
import io.vedette.app.lifecycle.Cleanup;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.logging.Logging;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vedette up}. */
@Command(
        name = "up",
        description = {
            "Runs everything in one process.",
            "That is a Kafka broker, a schema registry, ingest, enrich and alerts.  Listens on the loopback address only and"
                    + " keeps its data in one folder.  Ends on Ctrl-C."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "64: wrong arguments or configuration",
            "69: a port is taken, or the folder is in use",
            "73: the folder can't be written",
            "130: ended by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette up --data /var/lib/vedette",
            "  vedette up --port 18080      HTTP 18080, registry 18081, Kafka 19092 and 19093"
        })
public final class UpCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Option(
            names = {"-p", "--port"},
            paramLabel = "N",
            description = "The port of the HTTP API; registry, Kafka and its controller are 1, 1012 and 1013 above it"
                    + " (default: 8080, so 8081, 9092, 9093; 0: free ones).")
    private int port = Ports.DEFAULT_HTTP;

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (default: data).")
    private Path data = Path.of("data");

    public UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Ports ports = PortOption.ports(port);
        try (Cleanup cleanup = Cleanup.onExit()) {
            DataFolder folder = cleanup.add(DataFolder.at(data));
            AllInOne running = AllInOne.start(
                    folder,
                    ports,
                    own -> {
                        var configuration = config.configuration(own);
                        Logging.setUp(
                                configuration.logging(),
                                Services.about(configuration, ServiceKind.all(configuration)),
                                terminal.progress());
                        return configuration;
                    },
                    cleanup);
            terminal.result(running.addresses());
            cleanup.await();
        }
        return ExitCode.OK.code();
    }
}
